import { type Column, DataTable } from '../../ui/index.ts';
import type { Board, Figure } from './api.ts';
import { FigureLink } from './figure-link.tsx';
import type { Period } from './periods.ts';

type Row = Board['rows'][number];

/** One line an office; every figure opens what it counts. */
export function BoardTable({ rows, period }: { rows: readonly Row[]; period: Period }) {
	return (
		<DataTable
			label="各机关情况"
			columns={columnsFor(period)}
			rows={rows}
			rowKey={({ officeId }) => officeId}
			empty={{ title: '没有机关' }}
		/>
	);
}

const FIGURES: readonly [figure: Figure & keyof Row, title: string][] = [
	['published', '公开'],
	['late', '超期'],
	['itemsMissing', '法定事项空缺'],
	['columnsEmpty', '空白栏目'],
	['applications', '办结申请'],
	['applicationsOverdue', '申请逾期'],
	['concernsReceived', '诉求'],
	['concernsLate', '诉求超期'],
	['found', '发现问题'],
	['closed', '销号'],
	['overdue', '逾期未整改'],
];

function columnsFor(period: Period): readonly Column<Row>[] {
	return [
		{ key: 'office', title: '机关', render: ({ officeName }) => officeName },
		...FIGURES.map(
			([figure, title]): Column<Row> => ({
				...{ key: figure, title, width: 88 },
				render: (row) => (
					<FigureLink count={Number(row[figure])} figure={figure} period={period} officeId={row.officeId} />
				),
			}),
		),
	];
}
