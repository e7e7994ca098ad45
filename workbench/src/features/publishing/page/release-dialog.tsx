import { Form } from 'antd';
import { useSession } from '../../../app/session-context.tsx';
import { ConfirmReason } from '../../../ui/index.ts';
import type { DocumentDetail } from '../api.ts';
import { chinaInstant } from './china-time.ts';
import { LateReason } from './late-reason.tsx';
import { publish, schedule } from './move-calls.ts';
import { asksLateReason } from './sign-off-values.ts';
import { TimeInput } from './time-input.tsx';
import { useMove } from './use-move.ts';

interface ReleaseDialogProps {
	document: DocumentDetail;
	/** Its interpretations go with it. */
	together: boolean;
	/** Null while it is closed. */
	way: 'publish' | 'schedule' | null;
	onClose: () => void;
}

/** Publishes what has been signed, now or at a time. */
export function ReleaseDialog({ document, together, way, onClose }: ReleaseDialogProps) {
	const { id, columnName } = document;
	const { session } = useSession();
	const move = useMove();
	const timed = way === 'schedule';
	const send = ({ lateReason, publishWall }: Record<string, unknown>) => {
		const why = String(lateReason ?? '');
		if (!timed) return move('publish', () => publish(id, why, together));
		return move('schedule', () => schedule(id, chinaInstant(String(publishWall)), why, together));
	};
	return (
		<ConfirmReason
			open={way !== null}
			title={timed ? '定时发布' : '立即发布'}
			text={timed ? `到时自动发布到「${columnName}」栏目。` : `本信息将立即在网站「${columnName}」栏目公开。`}
			reason="none"
			okLabel={timed ? '定时发布' : '立即发布'}
			onConfirm={send}
			onClose={onClose}
		>
			{timed ? (
				<Form.Item name="publishWall" label="发布时间" rules={[{ required: true, message: '请选择发布时间。' }]}>
					<TimeInput min={session.today} />
				</Form.Item>
			) : null}
			{asksLateReason(document) ? <LateReason document={document} /> : null}
		</ConfirmReason>
	);
}
