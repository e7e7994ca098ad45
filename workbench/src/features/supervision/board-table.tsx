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

/** Where a figure leads: findings of one rule, of the office alone where the county asks. */
function foundBy(row: Row, isCounty: boolean, rule = ''): string {
	const parts = [isCounty ? `officeId=${row.officeId}` : '', rule ? `rule=${rule}` : ''];
	return `/monitoring?${parts.filter(Boolean).join('&')}`;
}

function columnsFor(isCounty: boolean): readonly Column<Row>[] {
	const by = (rule?: string) => (row: Row) => foundBy(row, isCounty, rule);
	const documents = ({ officeId }: Row) => `/documents?state=published${isCounty ? `&office=${officeId}` : ''}`;
	const empty = ({ items, itemsFilled, itemsAbsent }: Row) => items - itemsFilled - itemsAbsent;
	return [
		{ key: 'office', title: '机关', render: ({ officeName }) => officeName },
		figure('published', '公开', (row) => row.published, documents),
		figure('late', '超期', (row) => row.late, by('M-LATE')),
		figure('items', '法定事项空缺', empty, by('M-ITEM')),
		figure('columns', '空白栏目', (row) => row.columnsEmpty, by('M-EMPTY')),
		figure('applications', '办结申请', (row) => row.applications, listOf('/applications')),
		figure('lateCases', '申请逾期', (row) => row.applicationsOverdue, by('M-APP-OVER')),
		figure('found', '发现问题', (row) => row.found, by()),
		figure('closed', '销号', (row) => row.closed, listOf('/rectifications')),
		figure('overdue', '逾期未整改', (row) => row.overdue, listOf('/rectifications')),
	];
}

const listOf = (path: string) => () => path;

function figure(key: string, title: string, of: (row: Row) => number, to: (row: Row) => string): Column<Row> {
	return {
		key,
		title,
		width: 96,
		render: (row) => (of(row) === 0 ? <span className="sv-none">0</span> : <Link to={to(row)}>{of(row)}</Link>),
	};
}
