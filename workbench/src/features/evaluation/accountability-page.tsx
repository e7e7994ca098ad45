import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useSession } from '../../app/session-context.tsx';
import {
	type Column,
	ConfirmReason,
	DataTable,
	DownloadButton,
	formatDay,
	PageHeader,
	StatusTag,
	useCommand,
} from '../../ui/index.ts';
import { AccountabilityPanel } from './accountability-panel.tsx';
import { ACCOUNTABILITY, type Accountability, readAccountability, voidAccountability } from './surveys-api.ts';
import './evaluation.css';

/** 责任追究: what was decided, by whom, on which ground. */
export function AccountabilityPage() {
	const { can } = useSession();
	const mayManage = can('evaluation.manage');
	const [open, setOpen] = useState(false);
	const [asked, setAsked] = useState<Accountability | null>(null);
	const query = useQuery({ queryKey: ACCOUNTABILITY, queryFn: readAccountability });
	const strike = useCommand((id: number, reason: string) => voidAccountability(id, reason), {
		refresh: [ACCOUNTABILITY],
		done: '已撤销。',
	});
	return (
		<>
			<PageHeader
				title="责任追究"
				subtitle="《条例》第四十七、五十二、五十三条。登记后自动记入有关机关的台账，供年度报告统计。"
				extra={
					mayManage ? (
						<Button type="primary" onClick={() => setOpen(true)}>
							登记
						</Button>
					) : null
				}
			/>
			<DataTable
				label="责任追究记录"
				columns={columnsOf(mayManage ? setAsked : null)}
				rows={query.data?.rows}
				rowKey={({ id }) => id}
				loading={query.isFetching}
				error={query.error}
				onRetry={() => void query.refetch()}
				empty={{ title: '没有责任追究记录' }}
			/>
			{mayManage ? <AccountabilityPanel open={open} onClose={() => setOpen(false)} /> : null}
			<ConfirmReason
				open={asked !== null}
				title="撤销记录"
				text="记录保留并注明已撤销，台账不再统计。"
				okLabel="撤销"
				danger
				onConfirm={async ({ reason }) => (asked ? await strike.run(asked.id, reason) : undefined)}
				onClose={() => setAsked(null)}
			/>
		</>
	);
}

function columnsOf(onVoid: ((row: Accountability) => void) | null): readonly Column<Accountability>[] {
	return [
		{
			key: 'facts',
			title: '事实',
			render: ({ id, facts, number, fileName, voided }) => (
				<div className="gk-break">
					{facts}
					<div className="gk-hint">{number}</div>
					{voided ? <div className="gk-hint">已撤销：{voided.reason}</div> : null}
					{fileName ? <DownloadButton size="small" path={`/api/accountability/${id}/paper`} label={fileName} /> : null}
				</div>
			),
		},
		{ key: 'office', title: '机关', width: 120, render: ({ officeName }) => officeName },
		{
			key: 'kind',
			title: '方式',
			width: 120,
			render: ({ kindLabel, voided }) => (
				<StatusTag
					state={voided ? 'voided' : 'standing'}
					look={{ voided: ['已撤销', 'default'], standing: [kindLabel, 'warning'] }}
				/>
			),
		},
		{ key: 'persons', title: '人数', width: 70, align: 'right', render: ({ persons }) => persons },
		{
			key: 'basis',
			title: '依据和决定机关',
			width: 200,
			render: ({ basisLabel, decidedBy }) => `${basisLabel}，${decidedBy}`,
		},
		{ key: 'day', title: '日期', width: 130, render: ({ decidedOn }) => formatDay(decidedOn) },
		{
			key: 'act',
			title: '操作',
			width: 90,
			render: (row) =>
				onVoid && !row.voided ? (
					<Button size="small" danger onClick={() => onVoid(row)}>
						撤销
					</Button>
				) : (
					'—'
				),
		},
	];
}
