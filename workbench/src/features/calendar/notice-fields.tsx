import { Checkbox, Form, type FormInstance, Input, InputNumber, Radio } from 'antd';
import { DayInput } from '../../ui/index.ts';
import { useViewer } from '../../ui/viewer.ts';
import type { NoticeInput } from './api.ts';
import { usualTitle } from './missing.ts';

const EXAMPLE = '一、元旦：1月1日（周五）至3日（周日）放假调休，共3天。1月10日（周日）上班。';

/** What is asked about a notice; the text is pasted as it was published. */
export function NoticeFields({ form }: { form: FormInstance<NoticeInput> }) {
	const { today } = useViewer();
	const scope = Form.useWatch('scope', form);
	const follow = (year: number | null) => {
		const title = form.getFieldValue('title') as string;
		// Keeps a title somebody wrote, replaces the one we proposed.
		if (year && /^国务院办公厅关于\d{4}年部分节假日安排的通知$/.test(title))
			form.setFieldValue('title', usualTitle(year));
	};
	return (
		<>
			<Form.Item name="scope" label="通知范围">
				<Radio.Group
					options={[
						{ value: 'national', label: '全国（国务院办公厅通知）' },
						{ value: 'county', label: '本地（地方性放假安排）' },
					]}
				/>
			</Form.Item>
			<div className="gk-columns">
				<Form.Item name="year" label="年份" rules={[{ required: true, message: '请填写年份。' }]}>
					<InputNumber min={2000} max={2099} precision={0} className="gk-full" onChange={follow} />
				</Form.Item>
				<Form.Item name="published" label="发布日期" rules={[{ required: true, message: '请填写发布日期。' }]}>
					<DayInput max={today} />
				</Form.Item>
				<Form.Item
					name="title"
					label="通知标题"
					className="gk-wide"
					rules={[{ required: true, whitespace: true, message: '请填写通知标题。' }]}
				>
					<Input maxLength={100} />
				</Form.Item>
				<Form.Item name="number" label="发文字号">
					<Input maxLength={60} placeholder="如 国办发明电〔2025〕7号" />
				</Form.Item>
				<Form.Item name="source" label="来源网址或文件">
					<Input maxLength={200} />
				</Form.Item>
			</div>
			<Form.Item
				name="text"
				label="通知正文"
				extra={`把通知中各节日的安排粘贴到这里，每个节日一行，如「${EXAMPLE}」`}
				rules={[{ required: true, whitespace: true, message: '请粘贴通知正文。' }]}
			>
				<Input.TextArea autoSize={{ minRows: 8, maxRows: 20 }} maxLength={20_000} />
			</Form.Item>
			{scope === 'county' ? (
				<Form.Item
					name="stopsClocks"
					valuePropName="checked"
					extra="法律没有规定地方放假日是否扣除，请按本县的决定选择。"
				>
					<Checkbox>这些放假日不计入法定期限</Checkbox>
				</Form.Item>
			) : null}
		</>
	);
}
