import { Link } from 'react-router';
import { type Column, DataTable } from '../../ui/index.ts';
import type { Board } from './api.ts';

type Row = Board['rows'][number];

/** One line an office; every figure opens what it counts. */
export function BoardTable({ rows, isCounty }: { rows: readonly Row[]; isCounty: boolean }) {
	return (
		<DataTable
			label="各机关情况"
			columns={columnsFor(isCounty)}
			rows={rows}
			rowKey={({ officeId }) => officeId}
			empty={{ title: '没有机关' }}
		/>
	);
}

function columnsFor(isCounty: boolean): readonly Column<Row>[] {
	const of = (row: Row) => (isCounty ? `officeId=${row.officeId}` : '');
	const found = (row: Row, rule: string) => `/monitoring?${[of(row), `rule=${rule}`].filter(Boolean).join('&')}`;
	const figures: readonly [key: string, title: string, of: (row: Row) => number, to: (row: Row) => string][] = [
		[
			'published',
			'公开',
			(row) => row.published,
			(row) => `/documents?state=published${isCounty ? `&office=${row.officeId}` : ''}`,
		],
		['late', '超期', (row) => row.late, (row) => found(row, 'M-LATE')],
		['items', '法定事项空缺', (row) => row.items - row.itemsFilled - row.itemsAbsent, (row) => found(row, 'M-ITEM')],
		['columns', '空白栏目', (row) => row.columnsEmpty, (row) => found(row, 'M-EMPTY')],
		['applications', '办结申请', (row) => row.applications, () => '/applications'],
		['late-applications', '申请逾期', (row) => row.applicationsOverdue, (row) => found(row, 'M-APP-OVER')],
		['found', '发现问题', (row) => row.found, (row) => `/monitoring?${of(row)}`],
		['closed', '销号', (row) => row.closed, () => '/rectifications'],
		['overdue', '逾期未整改', (row) => row.overdue, () => '/rectifications'],
	];
	return [
		{ key: 'office', title: '机关', render: ({ officeName }) => officeName },
		...figures.map((one) => figure(...one)),
	];
}

function figure(key: string, title: string, of: (row: Row) => number, to: (row: Row) => string): Column<Row> {
	return {
		key,
		title,
		width: 96,
		render: (row) => (of(row) === 0 ? <span className="sv-none">0</span> : <Link to={to(row)}>{of(row)}</Link>),
	};
}
