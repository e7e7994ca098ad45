import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { type Column, ConfirmReason, DataTable } from '../../../ui/index.ts';
import { type CellRecords, setJoint } from '../api.ts';

type Unit = CellRecords['units'][number];

interface UnitFiguresProps {
	reportId: number;
	found: CellRecords;
	editable: boolean;
}

/** What each office brings into a cell of the county's report, and what was counted twice. */
export function UnitFigures({ reportId, found, editable }: UnitFiguresProps) {
	const { cell, units } = found;
	const [unit, setUnit] = useState<Unit | null>(null);
	if (!cell.madeUpOf) return null;
	const may = editable && !cell.total;
	return (
		<>
			<h3>
				构成：本级{cell.madeUpOf.own ?? '尚无数据'}，各机关{units.length}份报告
			</h3>
			<DataTable
				label="各机关数据"
				columns={may ? [...COLUMNS, jointColumn(setUnit)] : COLUMNS}
				rows={units}
				rowKey={({ officeId }) => officeId}
				empty={{ title: '还没有机关签发报告' }}
			/>
			<JointDialog reportId={reportId} address={cell.address} unit={unit} onClose={() => setUnit(null)} />
		</>
	);
}

const COLUMNS: readonly Column<Unit>[] = [
	{
		key: 'office',
		title: '机关',
		render: ({ officeName, reportId }) =>
			reportId === null ? `${officeName}（导入）` : <Link to={`/reports/${reportId}`}>{officeName}</Link>,
	},
	{ key: 'value', title: '数字', width: 90, render: ({ value }) => value ?? '没有填数' },
	{
		key: 'joint',
		title: '核减',
		width: 160,
		render: ({ joint, note }) => (joint > 0 ? `${joint}（${note}）` : '—'),
	},
];

function jointColumn(onChoose: (unit: Unit) => void): Column<Unit> {
	return {
		key: 'act',
		title: '操作',
		width: 120,
		render: (unit) => (
			<Button size="small" disabled={!unit.value} onClick={() => onChoose(unit)}>
				核减重复
			</Button>
		),
	};
}

interface JointDialogProps {
	reportId: number;
	address: string;
	unit: Unit | null;
	onClose: () => void;
}

/** 联合办理: the office that answered counts the case, the others do not. */
function JointDialog({ reportId, address, unit, onClose }: JointDialogProps) {
	const { message } = App.useApp();
	const queries = useQueryClient();
	return (
		<ConfirmReason
			key={unit?.officeId}
			open={unit !== null}
			title={`核减联合办理：${unit?.officeName ?? ''}`}
			text="联合办理的申请由答复机关计数。核减只影响全县报告，该机关自己的报告不变；填0恢复。"
			reason="none"
			okLabel="保存"
			onConfirm={async ({ count, note }) => {
				if (!unit) return;
				await setJoint(reportId, {
					officeId: unit.officeId,
					address,
					count: Number(count ?? 0),
					note: typeof note === 'string' ? note : '',
				});
				await queries.invalidateQueries({ queryKey: ['reports'] });
				message.success('已保存。');
			}}
			onClose={onClose}
		>
			<Form.Item name="count" label="核减件数" initialValue={unit?.joint ?? 0} required>
				<InputNumber min={0} precision={0} controls={false} />
			</Form.Item>
			<Form.Item name="note" label="说明" initialValue={unit?.note ?? ''} required>
				<Input.TextArea rows={2} maxLength={500} showCount placeholder="哪些申请，由哪个机关答复" />
			</Form.Item>
		</ConfirmReason>
	);
}
