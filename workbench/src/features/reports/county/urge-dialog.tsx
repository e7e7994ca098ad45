import { useQueryClient } from '@tanstack/react-query';
import { App, Checkbox, Form, Input } from 'antd';
import { ConfirmReason, formatDay } from '../../../ui/index.ts';
import { type MatrixRow, urge } from '../api.ts';

interface UrgeDialogProps {
	open: boolean;
	year: number;
	rows: readonly MatrixRow[];
	onClose: () => void;
}

/** 催办: the offices that still owe their report, all chosen unless the county takes one out. */
export function UrgeDialog({ open, year, rows, onClose }: UrgeDialogProps) {
	const { message } = App.useApp();
	const queries = useQueryClient();
	const owing = owingIn(rows);
	const send = async (values: Record<string, unknown>) => {
		const { officeIds = [], note = '' } = values as { officeIds?: number[]; note?: string };
		await urge(year, { officeIds, note });
		await queries.invalidateQueries({ queryKey: ['reports'] });
		message.success(`已催办${officeIds.length}个机关。`);
	};
	return (
		<ConfirmReason
			open={open}
			title={`催办${year}年度报告`}
			text="催办记入该机关的报告流转和待办；县里设置了电子邮件的，同时发到该机关的邮箱。"
			reason="none"
			okLabel="催办"
			onConfirm={send}
			onClose={onClose}
		>
			<Form.Item name="officeIds" label="尚未报送或者公开的机关" initialValue={owing.map(({ officeId }) => officeId)}>
				<Checkbox.Group
					className="gk-stack"
					options={owing.map(({ officeId, officeName, owed }) => ({
						value: officeId,
						label: `${officeName}（${formatDay(owed?.due ?? '')}前${owed?.step === 'publish' ? '公开' : '报送'}）`,
					}))}
				/>
			</Form.Item>
			<Form.Item name="note" label="催办说明（可不填）">
				<Input.TextArea rows={2} maxLength={300} showCount />
			</Form.Item>
		</ConfirmReason>
	);
}

/** Offices the county may urge; its own report is nobody else's to urge. */
export function owingIn(rows: readonly MatrixRow[]): MatrixRow[] {
	return rows.filter(({ owed, kind }) => owed !== null && kind !== 'county');
}
