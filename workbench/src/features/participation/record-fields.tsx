import { Form, Input, Radio, Select } from 'antd';
import { DayInput } from '../../ui/index.ts';
import { useViewer } from '../../ui/viewer.ts';
import { useConcernOptions } from './api.ts';

/** 条例第四十七、五十一条: who looked, what was found, on what ground, and what follows. */
export function CheckFields({ officeId }: { officeId: number }) {
	const { data } = useConcernOptions();
	const { today } = useViewer();
	return (
		<>
			<Form.Item name="aboutOfficeId" label="被反映的机关" initialValue={officeId}>
				<Select options={data?.offices ?? []} />
			</Form.Item>
			<Form.Item name="checkedBy" label="核查人">
				<Input maxLength={50} placeholder="两人以上核查的，都写上" />
			</Form.Item>
			<Form.Item name="checkedOn" label="核查日期" initialValue={today}>
				<DayInput max={today} />
			</Form.Item>
			<Form.Item name="finding" label="查明的事实">
				<Input.TextArea maxLength={5000} showCount autoSize={{ minRows: 5 }} />
			</Form.Item>
			<Form.Item name="basis" label="认定的依据">
				<Input.TextArea
					maxLength={500}
					autoSize={{ minRows: 2 }}
					placeholder="如：《政府信息公开条例》第二十条第（十）项"
				/>
			</Form.Item>
			<Form.Item name="verdict" label="核查结果">
				<Radio.Group options={data?.verdicts ?? []} />
			</Form.Item>
			<Form.Item name="measure" label="处理措施" extra="属实、部分属实的，县政务公开办据此督促整改">
				<Radio.Group options={data?.measures ?? []} />
			</Form.Item>
		</>
	);
}

/** 舆情: what was said, when, where. */
export function ResponseFields({ urgent }: { urgent: boolean }) {
	const { data } = useConcernOptions();
	const stages = (data?.stages ?? []).filter(
		({ value }) => urgent || (value !== 'authoritative' && value !== 'conference'),
	);
	return (
		<>
			<Form.Item name="stage" label="方式" rules={[{ required: true, message: '请选择发布和回应的方式。' }]}>
				<Radio.Group options={stages} />
			</Form.Item>
			<Form.Item name="at" label="时间" rules={[{ required: true, message: '请填写时间。' }]}>
				<Input type="datetime-local" />
			</Form.Item>
			<Form.Item name="text" label="内容">
				<Input.TextArea maxLength={2000} showCount autoSize={{ minRows: 4 }} />
			</Form.Item>
			<Form.Item name="link" label="网址" extra="可以不填">
				<Input maxLength={500} />
			</Form.Item>
		</>
	);
}

/** 点题公开: published, to be published by a day, or not and why. */
export function WishFields() {
	const { data } = useConcernOptions();
	const wish = Form.useWatch('wish');
	return (
		<>
			<Form.Item name="wish" label="公开情况">
				<Radio.Group options={data?.wishes ?? []} />
			</Form.Item>
			{wish === 'published' ? (
				<Form.Item name="wishDocument" label="信息的编号或者网址" extra="已经在网站公开的信息，如 /d/12">
					<Input maxLength={200} />
				</Form.Item>
			) : null}
			{wish === 'planned' ? (
				<Form.Item name="wishDay" label="将于何日前公开">
					<DayInput />
				</Form.Item>
			) : null}
			{wish === 'refused' ? (
				<Form.Item name="wishGround" label="不予公开的依据和理由">
					<Input.TextArea maxLength={1000} showCount autoSize={{ minRows: 3 }} />
				</Form.Item>
			) : null}
		</>
	);
}
