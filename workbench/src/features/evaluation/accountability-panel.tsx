import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Flex, Form, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useSession } from '../../app/session-context.tsx';
import { OfficeSelect } from '../../parts/offices.tsx';
import { DayInput, FilePicker, FormIssues, SidePanel, useServerForm } from '../../ui/index.ts';
import { ACCOUNTABILITY, recordAccountability } from './surveys-api.ts';
import { ACCOUNTABILITY_BASES, ACCOUNTABILITY_KINDS, optionsOf } from './words.ts';

interface AccountabilityPanelProps {
	open: boolean;
	onClose: () => void;
}

/** Who was called to account, without names. */
export function AccountabilityPanel(props: AccountabilityPanelProps) {
	return (
		<SidePanel open={props.open} title="登记责任追究" onClose={props.onClose}>
			<RecordForm {...props} />
		</SidePanel>
	);
}

interface Values {
	officeId?: number;
	kind: string;
	basis: string;
	decidedBy?: string;
	decidedOn: string;
	persons?: number;
	facts?: string;
}

function RecordForm({ onClose }: AccountabilityPanelProps) {
	const { session } = useSession();
	const queries = useQueryClient();
	const { message } = App.useApp();
	const [files, setFiles] = useState<File[]>([]);
	const { fault, busy, props } = useServerForm<Values>(async (values) => {
		const fields = Object.entries(values).map(([name, value]) => [name, String(value ?? '')]);
		await recordAccountability(Object.fromEntries(fields), files);
		await queries.invalidateQueries({ queryKey: ACCOUNTABILITY });
		message.success('已登记。');
		onClose();
	});
	const initial = { kind: 'order', basis: '47', persons: 0, decidedOn: session.today, decidedBy: session.office?.name };
	return (
		<Form {...props} initialValues={initial}>
			<FormIssues fault={fault} />
			<Form.Item name="officeId" label="被追究的机关" rules={[{ required: true, message: '请选择机关。' }]}>
				<OfficeSelect />
			</Form.Item>
			<Form.Item name="kind" label="方式">
				<Select options={optionsOf(ACCOUNTABILITY_KINDS)} />
			</Form.Item>
			<Form.Item name="basis" label="依据">
				<Select options={optionsOf(ACCOUNTABILITY_BASES)} />
			</Form.Item>
			<Form.Item name="decidedBy" label="决定机关">
				<Input maxLength={60} />
			</Form.Item>
			<Form.Item name="decidedOn" label="决定日期" rules={[{ required: true, message: '请选择决定日期。' }]}>
				<DayInput max={session.today} />
			</Form.Item>
			<Form.Item name="persons" label="涉及人数" extra="只追究机关的填0，台账按1次统计">
				<InputNumber min={0} max={999} precision={0} />
			</Form.Item>
			<Form.Item name="facts" label="事实" extra="不写个人姓名和证件号码">
				<Input.TextArea maxLength={2000} showCount autoSize={{ minRows: 4 }} />
			</Form.Item>
			<Form.Item label="文件">
				<FilePicker hint="决定或者通报，可以不附" value={files} onChange={setFiles} />
			</Form.Item>
			<Flex gap={8} justify="end">
				<Button onClick={onClose}>取消</Button>
				<Button type="primary" htmlType="submit" loading={busy}>
					登记
				</Button>
			</Flex>
		</Form>
	);
}
