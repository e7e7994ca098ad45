import { ConfirmReason } from '../../../ui/index.ts';
import { type CoordinationRequest, withdrawRequest } from './api.ts';
import { useCoordinate } from './use-coordinate.ts';

interface WithdrawDialogProps {
	id: number;
	/** Null while the dialog is closed. */
	request: CoordinationRequest | null;
	onClose: () => void;
}

/** Takes a request back: the other side no longer reads the text. */
export function WithdrawDialog({ id, request, onClose }: WithdrawDialogProps) {
	const send = useCoordinate();
	return (
		<ConfirmReason
			open={request !== null}
			title={`撤回对${request?.name ?? ''}的征求意见`}
			text="撤回后对方不能再查看正文；理由留在办理记录中。"
			okLabel="撤回"
			onConfirm={({ reason }) => send(() => withdrawRequest(id, request?.id ?? 0, reason), '已撤回。')}
			onClose={onClose}
		/>
	);
}
