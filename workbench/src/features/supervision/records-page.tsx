import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { type Column, DataTable, formatDay, PageHeader, useListParams } from '../../ui/index.ts';
import { type BoardRecord, type Figure, KEY, readRecords } from './api.ts';
import './supervision.css';

const DEFAULTS = { figure: 'published', office: '', outcome: '', from: '', to: '' };

/** The records behind one figure of the board: as many as the figure says. */
export function RecordsPage() {
	const list = useListParams(DEFAULTS);
	const { figure, office, outcome, from, to } = list.filters;
	const asked = {
		figure: figure as Figure,
		...(Number(office) ? { officeId: Number(office) } : {}),
		...(from ? { from } : {}),
		...(to ? { to } : {}),
		...{ outcome, page: list.page, pageSize: list.pageSize },
	};
	const query = useQuery({
		queryKey: [...KEY, 'records', asked],
		queryFn: () => readRecords(asked),
		placeholderData: keepPreviousData,
	});
	const known = query.data;
	const officeName = office ? (known?.rows[0]?.officeName ?? '') : '';
	const period = new URLSearchParams({ ...(from ? { from } : {}), ...(to ? { to } : {}) }).toString();
	return (
		<>
			<PageHeader
				title={known ? [officeName, known.label, outcome].filter(Boolean).join('　') : '记录'}
				subtitle={known ? `${formatDay(known.from)}至${formatDay(known.to)}，共${known.total}条` : undefined}
				back={{ to: period ? `/board?${period}` : '/board', label: '看板' }}
			/>
			<DataTable
				label="数字背后的记录"
				columns={COLUMNS}
				rows={known?.rows}
				rowKey={keyOf}
				loading={query.isFetching}
				error={query.error}
				onRetry={() => void query.refetch()}
				paging={list.paging(known?.total)}
				empty={{ title: '没有记录' }}
			/>
		</>
	);
}

const keyOf = ({ path, title }: BoardRecord) => `${path} ${title}`;

const COLUMNS: readonly Column<BoardRecord>[] = [
	{
		key: 'title',
		title: '记录',
		render: ({ title, note, path }) => (
			<div className="gk-break">
				<Place path={path} title={title} />
				{note ? <div className="gk-hint">{note}</div> : null}
			</div>
		),
	},
	{ key: 'office', title: '机关', width: 160, render: ({ officeName }) => officeName },
	{ key: 'day', title: '日期', width: 130, render: ({ day }) => (day ? formatDay(day) : '—') },
];

/** Within the workbench, or on the portal. */
function Place({ path, title }: Pick<BoardRecord, 'path' | 'title'>) {
	if (path.startsWith('/workbench/')) return <Link to={path.slice('/workbench'.length)}>{title}</Link>;
	return (
		<a href={path} target="_blank" rel="noreferrer">
			{title}
		</a>
	);
}
