import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Flex, Form } from 'antd';
import { useSession } from '../../app/session-context.tsx';
import { DayInput, FormIssues, plusDays, SidePanel, useServerForm } from '../../ui/index.ts';
import { KEY, moveRound, type Round } from './api.ts';

interface AppealDayPanelProps {
	round: Round;
	action: 'openAppeal' | 'extend' | null;
	onClose: () => void;
}

/** How long offices usually have, in days. */
const USUAL_DAYS = 7;

/** Shows each office what was found in it, and until when it may appeal. */
export function AppealDayPanel({ round, action, onClose }: AppealDayPanelProps) {
	return (
		<SidePanel
			open={action !== null}
			title={action === 'extend' ? '调整申诉期' : '反馈扣分，开始申诉'}
			onClose={onClose}
		>
			{action ? <DayForm round={round} action={action} onClose={onClose} /> : null}
		</SidePanel>
	);
}

function DayForm({ round, action, onClose }: AppealDayPanelProps & { action: 'openAppeal' | 'extend' }) {
	const { session } = useSession();
	const queries = useQueryClient();
	const { message } = App.useApp();
	const { fault, busy, props } = useServerForm<{ appealUntil?: string }>(async ({ appealUntil = null }) => {
		await moveRound(round.id, action, { appealUntil });
		await Promise.all([KEY, ['todo']].map((queryKey) => queries.invalidateQueries({ queryKey })));
		message.success('已办理。');
		onClose();
	});
	const initial = round.appealUntil ?? plusDays(session.today, USUAL_DAYS);
	return (
		<Form {...props} initialValues={{ appealUntil: initial }}>
			<FormIssues fault={fault} />
			<p className="gk-gap">各机关只看到自己的扣分和证据，可以在截止日期前逐项申诉。</p>
			<Form.Item name="appealUntil" label="申诉截止日期">
				<DayInput min={session.today} />
			</Form.Item>
			<Flex gap={8} justify="end">
				<Button onClick={onClose}>取消</Button>
				<Button type="primary" htmlType="submit" loading={busy}>
					确定
				</Button>
			</Flex>
		</Form>
	);
}
