import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Flex, Form, Input, Radio } from 'antd';
import { FormIssues, SidePanel, useServerForm } from '../../ui/index.ts';
import { type Conclusion, conclude, KEY } from './api.ts';
import { CONCLUSIONS } from './words.ts';

interface ConcludePanelProps {
	batchId: number;
	itemIds: readonly number[];
	open: boolean;
	onClose: () => void;
	onDone: () => void;
}

/** What should become of the chosen documents, and why. */
export function ConcludePanel({ open, onClose, ...rest }: ConcludePanelProps) {
	return (
		<SidePanel open={open} title="清理结论" onClose={onClose}>
			<ConcludeForm {...rest} onClose={onClose} />
		</SidePanel>
	);
}

function ConcludeForm({ batchId, itemIds, onClose, onDone }: Omit<ConcludePanelProps, 'open'>) {
	const queries = useQueryClient();
	const { message } = App.useApp();
	const { fault, busy, props } = useServerForm<{ conclusion: Conclusion; reason?: string }>(
		async ({ conclusion, reason = '' }) => {
			await conclude(batchId, { itemIds: [...itemIds], conclusion, reason });
			await Promise.all([KEY, ['todo']].map((queryKey) => queries.invalidateQueries({ queryKey })));
			message.success('已登记结论。');
			onDone();
			onClose();
		},
	);
	return (
		<Form {...props}>
			<FormIssues fault={fault} />
			<Form.Item
				name="conclusion"
				label={`对选中的${itemIds.length}件`}
				rules={[{ required: true, message: '请选择清理结论。' }]}
			>
				<Radio.Group options={[...CONCLUSIONS]} />
			</Form.Item>
			<Form.Item name="reason" label="理由">
				<Input.TextArea maxLength={500} showCount autoSize={{ minRows: 3 }} />
			</Form.Item>
			<Flex gap={8} justify="end">
				<Button onClick={onClose}>取消</Button>
				<Button type="primary" htmlType="submit" loading={busy}>
					提出结论
				</Button>
			</Flex>
		</Form>
	);
}
