import { Form, Radio } from 'antd';
import { ConfirmReason } from '../../../ui/index.ts';
import type { DisclosureOpinion, DocumentDetail, Options } from '../api.ts';
import { giveOpinion } from './move-calls.ts';
import { useMove } from './use-move.ts';

interface OpinionDialogProps {
	document: DocumentDetail;
	options: Options;
	open: boolean;
	onClose: () => void;
}

/** 公开属性审查: whether a policy may be kept back, and why (国办发〔2016〕80号). It is for another to sign. */
export function OpinionDialog({ document: { id, office }, options, open, onClose }: OpinionDialogProps) {
	const move = useMove();
	const send = ({ opinion, reason }: { reason: string } & Record<string, unknown>) =>
		move('giveOpinion', () => giveOpinion(id, { opinion: opinion as DisclosureOpinion['opinion'], comment: reason }));
	return (
		<ConfirmReason
			open={open}
			title="审查公开属性"
			text={`${office.name}拟不予公开这份政策文件。请对照《条例》第十四条至第十六条核对依据和理由；意见写入审签表，由该机关签发人决定。`}
			reasonLabel="审查意见"
			okLabel="提出意见"
			onConfirm={send}
			onClose={onClose}
		>
			<Form.Item name="opinion" label="结论" rules={[{ required: true, message: '请选择结论。' }]}>
				<Radio.Group options={[...options.opinions]} />
			</Form.Item>
		</ConfirmReason>
	);
}
