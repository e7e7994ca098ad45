import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Flex, Form, Input, InputNumber } from 'antd';
import { FormIssues, SidePanel, useServerForm } from '../../ui/index.ts';
import { KEY, type RuleAction, ruleDeduction } from './api.ts';
import { pointsText } from './words.ts';

interface RulePanelProps {
	id: number;
	/** What counts now. */
	points: number;
	action: RuleAction | null;
	onClose: () => void;
}

const TITLES: Readonly<Record<RuleAction, string>> = {
	withdraw: '撤回扣分',
	uphold: '申诉不成立，维持扣分',
	change: '申诉成立，调整分数',
	remove: '申诉成立，撤销扣分',
};

/** What was decided, and why. */
export function RulePanel(props: RulePanelProps) {
	const { action, onClose } = props;
	return (
		<SidePanel open={action !== null} title={TITLES[action ?? 'uphold']} onClose={onClose}>
			{action ? <RuleForm {...props} action={action} /> : null}
		</SidePanel>
	);
}

function RuleForm({ id, points, action, onClose }: RulePanelProps & { action: RuleAction }) {
	const queries = useQueryClient();
	const { message } = App.useApp();
	const { fault, busy, props } = useServerForm<{ text?: string; points?: number | null }>(
		async ({ text = '', points: changed = null }) => {
			await ruleDeduction(id, action, { text, points: changed });
			await Promise.all([KEY, ['todo']].map((queryKey) => queries.invalidateQueries({ queryKey })));
			message.success('已办理。');
			onClose();
		},
	);
	return (
		<Form {...props}>
			<FormIssues fault={fault} />
			{action === 'change' ? (
				<Form.Item name="points" label="调整后的扣分" extra={`现为${pointsText(points)}分，只能减少`}>
					<InputNumber min={0} max={points} step={0.5} />
				</Form.Item>
			) : null}
			<Form.Item name="text" label="理由">
				<Input.TextArea maxLength={2000} showCount autoSize={{ minRows: 3 }} />
			</Form.Item>
			<Flex gap={8} justify="end">
				<Button onClick={onClose}>取消</Button>
				<Button type="primary" htmlType="submit" loading={busy} danger={action === 'withdraw'}>
					确定
				</Button>
			</Flex>
		</Form>
	);
}
