import { Form, Input } from 'antd';
import { useSession } from '../../../app/session-context.tsx';
import { ConfirmReason, DayInput } from '../../../ui/index.ts';
import { type CoordinationRequest, recordReply } from './api.ts';
import { ReplyFields } from './reply-fields.tsx';
import { useCoordinate } from './use-coordinate.ts';
import { replyOf } from './values.ts';

interface RequestDialogProps {
	id: number;
	/** Null while the dialog is closed. */
	request: CoordinationRequest | null;
	onClose: () => void;
}

/** What a body outside the county answered, by letter or by word. */
export function ReplyDialog({ id, request, onClose }: RequestDialogProps) {
	const { session } = useSession();
	const send = useCoordinate();
	return (
		<ConfirmReason
			open={request !== null}
			title={`登记${request?.name ?? ''}的答复`}
			reason="none"
			okLabel="登记"
			onConfirm={(values) => send(() => recordReply(id, request?.id ?? 0, replyOf(values)), '已登记答复。')}
			onClose={onClose}
		>
			<ReplyFields />
			<Form.Item name="repliedOn" label="答复日期" initialValue={session.today}>
				<DayInput label="答复日期" max={session.today} />
			</Form.Item>
			<Form.Item name="reference" label="复函文号或者答复人" extra="如 ×环函〔2026〕3号；口头答复的，写明单位和姓名">
				<Input maxLength={100} />
			</Form.Item>
		</ConfirmReason>
	);
}
