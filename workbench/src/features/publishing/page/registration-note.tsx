import { Alert, Button, Flex } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useSession } from '../../../app/session-context.tsx';
import { ConfirmReason } from '../../../ui/index.ts';
import type { DocumentDetail } from '../api.ts';
import { registerOld } from './move-calls.ts';
import { useMove } from './use-move.ts';

/** A normative document that was not registered: where that is done, or why it needs none. */
export function RegistrationNote({ document }: { document: DocumentDetail }) {
	const { id, missing, office } = document;
	const { session, can } = useSession();
	const [asking, setAsking] = useState(false);
	const move = useMove();
	const isOpen = missing.some(({ key }) => key === 'flow.unregistered');
	if (!isOpen || office.id !== session.office?.id || !can('document.draft')) return null;
	return (
		<>
			<Alert
				className="gk-gap"
				type="info"
				showIcon
				title="本件是行政规范性文件，还没有统一登记"
				description={
					<Flex gap={8} wrap>
						<Link to="/normative">去办理制发程序</Link>
						<Button size="small" onClick={() => setAsking(true)}>
							登记为历史文件
						</Button>
					</Flex>
				}
			/>
			<ConfirmReason
				open={asking}
				title="登记为历史文件"
				text="只用于统一登记启用以前制定的文件，文号保持不变；理由留存，县政务公开办可以查看。"
				reasonLabel="理由"
				okLabel="登记"
				onConfirm={({ reason }) => move('registerOld', () => registerOld(id, reason), '已登记为历史文件。')}
				onClose={() => setAsking(false)}
			/>
		</>
	);
}
