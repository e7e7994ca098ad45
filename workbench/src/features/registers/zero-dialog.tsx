import { useQueryClient } from '@tanstack/react-query';
import { App, Form, Input } from 'antd';
import { ConfirmReason } from '../../ui/index.ts';
import { type Kind, reportZero } from './api.ts';

interface ZeroDialogProps {
	kind: Kind;
	year: number;
	open: boolean;
	onClose: () => void;
}

/** A zero report: the ground is offered, one click makes it; it can be reworded before. */
export function ZeroDialog({ kind, year, open, onClose }: ZeroDialogProps) {
	const { message } = App.useApp();
	const queries = useQueryClient();
	return (
		<ConfirmReason
			open={open}
			title={`${year}年「${kind.label}」零报告`}
			text="零报告表示已经核对、确实没有发生，并写入年度报告的数据来源；以后如有登记，零报告自动失效。"
			reason="none"
			okLabel="作零报告"
			onConfirm={async ({ basis }) => {
				await reportZero(kind.key, year, String(basis ?? ''));
				await queries.invalidateQueries({ queryKey: ['registers'] });
				message.success('零报告已登记。');
			}}
			onClose={onClose}
		>
			<Form.Item
				name="basis"
				label="依据"
				initialValue={kind.zeroBasis}
				rules={[{ required: true, whitespace: true, message: '请写明依据。' }]}
			>
				<Input.TextArea rows={3} maxLength={500} showCount />
			</Form.Item>
		</ConfirmReason>
	);
}
