import { Form, Input } from 'antd';
import { ConfirmReason, DayInput, plusDays } from '../../../ui/index.ts';
import type { DocumentDetail } from '../api.ts';
import { extendTerm } from './move-calls.ts';
import { useMove } from './use-move.ts';

interface ExtendDialogProps {
	document: DocumentDetail;
	open: boolean;
	onClose: () => void;
}

/** 延长有效期: a later last day, by a decision. The text stays, as its next edition. */
export function ExtendDialog({ document, open, onClose }: ExtendDialogProps) {
	const move = useMove();
	const { id, content } = document;
	const send = ({ expiresOn, basis }: Record<string, unknown>) =>
		move('extendTerm', () => extendTerm(id, { expiresOn: String(expiresOn), basis: String(basis ?? '') }));
	return (
		<ConfirmReason
			open={open}
			title="延长有效期"
			text={`现有效期至${content.expiresOn ?? ''}。延长后正文不变，网站立即显示新的有效期和依据；最长年数由县级设置。`}
			reason="none"
			okLabel="延长有效期"
			onConfirm={send}
			onClose={onClose}
		>
			<Form.Item name="expiresOn" label="新的有效期至" rules={[{ required: true, message: '请填写日期。' }]}>
				<DayInput label="新的有效期至" min={content.expiresOn ? plusDays(content.expiresOn, 1) : undefined} />
			</Form.Item>
			<Form.Item name="basis" label="依据" extra="决定延长的会议、文件名称或者文号">
				<Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
			</Form.Item>
		</ConfirmReason>
	);
}
