import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import {
	type Column,
	DataTable,
	DescriptionList,
	formatDay,
	formatInstant,
	Loaded,
	SidePanel,
} from '../../../ui/index.ts';
import { type CellRecords, type Report, readRecords } from '../api.ts';
import { sourceText } from '../table/marks.ts';
import { CellForm } from './cell-form.tsx';
import { UnitFigures } from './unit-figures.tsx';

type RecordRow = CellRecords['records'][number];

interface CellPanelProps {
	view: Report;
	address: string | null;
	onClose: () => void;
}

/** A cell opened: its figure, where it comes from, the records behind it, and how to give it otherwise. */
export function CellPanel({ view, address, onClose }: CellPanelProps) {
	const [page, setPage] = useState({ page: 1, pageSize: 20 });
	const query = useQuery({
		queryKey: ['reports', view.report.id, 'records', address, page],
		queryFn: () => readRecords(view.report.id, address ?? '', page.page, page.pageSize),
		enabled: address !== null,
		placeholderData: keepPreviousData,
	});
	const close = () => {
		setPage({ page: 1, pageSize: 20 });
		onClose();
	};
	return (
		<SidePanel open={address !== null} title="数据来源" onClose={close} width={680}>
			<Loaded query={query}>
				{(found) => (
					<>
						<Facts found={found} view={view} />
						<UnitFigures reportId={view.report.id} found={found} editable={view.editable} />
						<h3>
							{found.cell.madeUpOf ? '本级明细' : '明细'}（{found.total}条）
						</h3>
						<DataTable
							label="数据明细"
							columns={COLUMNS}
							rows={found.records}
							rowKey={({ type, id }) => `${type} ${id}`}
							loading={query.isFetching}
							paging={{ ...page, total: found.total, onPage: (next, pageSize) => setPage({ page: next, pageSize }) }}
							empty={{ title: found.cell.value === 0 ? '没有记录，数字为0' : '没有可以列出的记录' }}
						/>
						<div className="gk-gap" />
						{view.editable && !found.cell.total ? (
							<CellForm key={address} reportId={view.report.id} cell={found.cell} />
						) : null}
					</>
				)}
			</Loaded>
		</SidePanel>
	);
}

function Facts({ found: { cell, label, unit }, view }: { found: CellRecords; view: Report }) {
	const given = cell.source === 'entered' || cell.source === 'override';
	const figure = (value: number | null) => (value === null ? '尚无数据' : `${value} ${unit}`);
	return (
		<DescriptionList
			narrow
			items={[
				{ label: '指标', value: label },
				{ label: view.frozen ? '签发时的数字' : '数字', value: figure(cell.value) },
				{ label: '来源', value: sourceText(cell) },
				...(given ? [{ label: cell.madeUpOf ? '本级系统数据' : '系统数据', value: figure(cell.computed) }] : []),
				{ label: '说明', value: cell.basis },
				...(cell.hand
					? [
							{ label: cell.source === 'override' ? '修改理由' : '数据来源', value: cell.hand.ground },
							{ label: '填报人', value: `${cell.hand.name}，${formatInstant(cell.hand.at)}` },
						]
					: []),
			]}
		/>
	);
}

const COLUMNS: readonly Column<RecordRow>[] = [
	{ key: 'title', title: '记录', render: ({ title, href }) => <Link to={href}>{title}</Link> },
	{ key: 'day', title: '日期', width: 120, render: ({ day }) => (day === '' ? '—' : formatDay(day)) },
	{ key: 'quantity', title: '数量', width: 90, render: ({ quantity }) => quantity ?? '1 件' },
	{ key: 'detail', title: '内容', render: ({ detail }) => detail || '—' },
];
