import { api, dataOf } from '../../api/index.ts';
import type { Todo } from '../../app/feature.ts';
import { type MatrixRow, readMatrix } from './api.ts';
import { waitingText } from './states.ts';

/** What waits for the person in the newest year, with the day it is due. */
export async function loadTodo(): Promise<Todo[]> {
	const { years } = await dataOf(api.GET('/api/report-years'));
	const [latest] = years;
	if (!latest) return [];
	const { rows } = await readMatrix(latest.year);
	return todosOf(rows, latest.year);
}

/** One line per office whose report waits for this person's hand. */
export function todosOf(rows: readonly MatrixRow[], year: number): Todo[] {
	return rows.flatMap((row) => {
		const action = waitingText(row.waiting);
		if (action === null) return [];
		return [
			{
				key: `report ${row.officeId}`,
				title: `${row.officeName}${year}年度报告`,
				action: row.reminded?.urged ? `${action}（已催办${row.reminded.urged}次）` : action,
				path: row.report ? `/reports/${row.report.id}` : '/reports',
				due: row.waiting === 'publish' ? row.due.publishBy : row.due.submitBy,
			},
		];
	});
}
