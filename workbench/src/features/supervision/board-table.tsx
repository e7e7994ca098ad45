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
	return [
		{ key: 'office', title: '机关', render: ({ officeName }) => officeName },
		figure(
			'published',
			'公开',
			({ published }) => published,
			(row) => `/documents?state=published${isCounty ? `&office=${row.officeId}` : ''}`,
		),
		figure(
			'late',
			'超期',
			({ late }) => late,
			(row) => found(row, 'M-LATE'),
		),
		figure(
			'items',
			'法定事项空缺',
			(row) => row.items - row.itemsFilled - row.itemsAbsent,
			(row) => found(row, 'M-ITEM'),
		),
		figure(
			'columns',
			'空白栏目',
			({ columnsEmpty }) => columnsEmpty,
			(row) => found(row, 'M-EMPTY'),
		),
		figure(
			'applications',
			'办结申请',
			({ applications }) => applications,
			() => '/applications',
		),
		figure(
			'late-applications',
			'申请逾期',
			({ applicationsOverdue }) => applicationsOverdue,
			(row) => found(row, 'M-APP-OVER'),
		),
		figure(
			'found',
			'发现问题',
			({ found: count }) => count,
			(row) => `/monitoring?${of(row)}`,
		),
		figure(
			'closed',
			'销号',
			({ closed }) => closed,
			() => '/rectifications',
		),
		figure(
			'overdue',
			'逾期未整改',
			({ overdue }) => overdue,
			() => '/rectifications',
		),
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
