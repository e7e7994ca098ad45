import { expect, it } from 'vitest';
import type { MatrixRow } from './api.ts';
import { todosOf } from './todo.ts';

function row(change: Partial<MatrixRow>): MatrixRow {
	const due = { submitBy: '2026-01-20', publishBy: '2026-01-31', planned: '2026-01-30', statutory: false, late: false };
	const report = { id: 9, edition: 1, state: 'reviewed' as const, stateLabel: '已审核', submittedAt: null };
	return {
		officeId: 2,
		officeName: '柳溪镇人民政府',
		kind: 'township',
		report,
		publishedAt: null,
		returns: 0,
		reminded: null,
		owed: null,
		due,
		waiting: null,
		...change,
	};
}

it('lists what waits for one’s own hand, with its day and its screen', () => {
	const rows = [
		row({ waiting: 'signOff' }),
		row({ officeId: 3, waiting: null }),
		row({ officeId: 4, waiting: 'start', report: null }),
		row({ officeId: 5, waiting: 'publish' }),
	];
	expect(todosOf(rows, 2025)).toEqual([
		{ key: 'report 2', title: '柳溪镇人民政府2025年度报告', action: '待签发', path: '/reports/9', due: '2026-01-20' },
		{ key: 'report 4', title: '柳溪镇人民政府2025年度报告', action: '待编制', path: '/reports', due: '2026-01-20' },
		{ key: 'report 5', title: '柳溪镇人民政府2025年度报告', action: '待公开', path: '/reports/9', due: '2026-01-31' },
	]);
});
