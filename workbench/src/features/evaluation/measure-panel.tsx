import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Flex, Form, Input } from 'antd';
import { useSession } from '../../app/session-context.tsx';
import { DayInput, FormIssues, SidePanel, useServerForm } from '../../ui/index.ts';
import { addMeasure, SURVEYS } from './surveys-api.ts';

interface MeasurePanelProps {
	id: number;
	open: boolean;
	onClose: () => void;
}

/** What was changed because of what people said. */
export function MeasurePanel(props: MeasurePanelProps) {
	return (
		<SidePanel open={props.open} title="登记整改措施" onClose={props.onClose}>
			<MeasureForm {...props} />
		</SidePanel>
	);
}

function MeasureForm({ id, onClose }: MeasurePanelProps) {
	const { session } = useSession();
	const queries = useQueryClient();
	const { message } = App.useApp();
	const { fault, busy, props } = useServerForm<{ doneOn: string; text?: string }>(async ({ doneOn, text = '' }) => {
		await addMeasure(id, { doneOn, text });
		await queries.invalidateQueries({ queryKey: SURVEYS });
		message.success('已登记。');
		onClose();
	});
	return (
		<Form {...props} initialValues={{ doneOn: session.today }}>
			<FormIssues fault={fault} />
			<p className="gk-gap">登记后不能修改；结果公布时一并公开。</p>
			<Form.Item name="doneOn" label="日期" rules={[{ required: true, message: '请选择日期。' }]}>
				<DayInput max={session.today} />
			</Form.Item>
			<Form.Item name="text" label="措施">
				<Input.TextArea maxLength={1000} showCount autoSize={{ minRows: 3 }} />
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
