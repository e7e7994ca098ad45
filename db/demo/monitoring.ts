import { addDays } from '../../server/kernel/civil-day.ts';
import type { Desk } from './desk.ts';

interface Finding {
	id: number;
	officeId: number;
	rule: string;
	subject: string;
}

/** How many matters go on the demo's list, how long ago, and how long the offices have. */
const MATTERS = 6;
const AGO = 12;
const LIMIT = 20;

interface Column {
	id: number;
	officeId: number;
	slug: string;
	kind: string;
	absentSince: string | null;
	[field: string]: unknown;
}

/** Empty items an office has yet to say something about: what the list is for. */
const LEFT_OPEN = 2;

/** Says «本机关无此类信息» for the items of the law an office has nothing for, all but a few. */
export async function sayWhatIsAbsent(
	desk: Desk,
	officer: string,
	offices: readonly number[],
	day: string,
): Promise<void> {
	desk.at(day, 15);
	await desk.post(officer, '/api/monitoring/rounds');
	const { rows } = (await desk.get(officer, '/api/monitoring/findings?rule=M-ITEM')).body as {
		rows: Finding[];
	};
	for (const officeId of offices) {
		const columns = (await desk.get(officer, `/api/columns?officeId=${officeId}`)).body as Column[];
		const items = columns.filter(({ kind }) => kind === 'item');
		const empty = items.filter(({ id }) => rows.some(({ subject }) => subject === `column:${id}`));
		for (const column of empty.slice(LEFT_OPEN)) {
			const change = { ...column, absentSince: day, absentNote: '本机关没有此类职责或者尚未产生此类信息' };
			await desk.put(officer, `/api/columns/${column.id}`, change);
		}
	}
}

/** The county's officer has looked after the site, issued a list of what was found, and looked again this morning. */
export async function lookAfter(desk: Desk, officer: string, today: string): Promise<void> {
	const day = addDays(today, -AGO);
	desk.at(day, 9);
	await desk.post(officer, '/api/monitoring/rounds');
	const { rows } = (await desk.get(officer, '/api/monitoring/findings')).body as { rows: Finding[] };
	const findingIds = onePerOffice(
		rows.filter(({ rule }) => ['M-STALE', 'M-NEWS', 'M-EMPTY', 'M-ITEM', 'M-FEW'].includes(rule)),
	);
	if (findingIds.length > 0) {
		const title = `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月栏目问题整改清单`;
		await desk.post(officer, '/api/rectifications', { title, dueOn: addDays(day, LIMIT), findingIds });
	}
	desk.at(today, 8);
	await desk.post(officer, '/api/monitoring/rounds');
}

/** The first of each office, then the second: a list that reaches everybody. */
function onePerOffice(findings: readonly Finding[]): number[] {
	const nth = (finding: Finding) =>
		findings.filter(({ officeId }) => officeId === finding.officeId).findIndex(({ id }) => id === finding.id);
	return [...findings]
		.sort((a, b) => nth(a) - nth(b) || a.id - b.id)
		.slice(0, MATTERS)
		.map(({ id }) => id);
}
