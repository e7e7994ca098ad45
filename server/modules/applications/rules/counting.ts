import type { ApplicantColumn, OutcomeCode } from '../../../law/outcomes.ts';
import { OUTCOMES } from '../../../law/outcomes.ts';
import { APPLICANT_KINDS, REMEDY_RESULTS, REMEDY_TRACKS, type RemedyResult, type RemedyTrack } from '../model.ts';

export type CountedForm = '2019' | '2021';

/** Ids of the records behind each cell, by cell address; every address of the table is there, empty ones too. */
export type Cells = Record<string, number[]>;

/** A case as table 3 sees it. */
export interface CountedCase {
	readonly id: number;
	readonly kind: ApplicantColumn;
	readonly receivedOn: string;
	readonly outcome: OutcomeCode | null;
	readonly concludedOn: string | null;
}

const COLUMNS = [...(Object.keys(APPLICANT_KINDS) as ApplicantColumn[]), 'total'] as const;

/** Rows of the results in the order of the form. */
function resultRows(form: CountedForm): string[] {
	return [...new Set(Object.values(OUTCOMES).map(({ rows }) => rows[form]))];
}

/**
 * Table 3 (law.md §2.4): one case in exactly one result row, in the year it was first concluded; new in the year of its
 * registration; carried over while registered and not concluded by 31 December.
 */
export function table3(cases: readonly CountedCase[], year: number, form: CountedForm): Cells {
	const cells: Cells = {};
	for (const row of ['new', 'carried_in', ...resultRows(form), 'total', 'carried_out']) {
		for (const column of COLUMNS) cells[`t3.${row}.${column}`] = [];
	}
	const [first, last] = [`${year}-01-01`, `${year}-12-31`];
	for (const { id, kind, receivedOn, outcome, concludedOn } of cases) {
		const openAt = (day: string) => receivedOn < day && (concludedOn === null || concludedOn >= day);
		const add = (row: string) => {
			for (const column of [kind, 'total']) cells[`t3.${row}.${column}`]?.push(id);
		};
		if (receivedOn >= first && receivedOn <= last) add('new');
		if (openAt(first)) add('carried_in');
		if (outcome !== null && concludedOn !== null && concludedOn >= first && concludedOn <= last) {
			add(OUTCOMES[outcome].rows[form]);
			add('total');
		}
		if (openAt(`${year + 1}-01-01`)) add('carried_out');
	}
	return cells;
}

/** A review or suit as table 4 sees it. */
export interface CountedRemedy {
	readonly id: number;
	readonly track: RemedyTrack;
	readonly receivedOn: string;
	readonly closedOn: string | null;
	readonly result: RemedyResult | null;
}

/** Table 4: by result those closed in the year, and those still open on 31 December. */
export function table4(remedies: readonly CountedRemedy[], year: number): Cells {
	const cells: Cells = {};
	for (const track of Object.keys(REMEDY_TRACKS)) {
		for (const column of [...Object.keys(REMEDY_RESULTS), 'pending', 'total']) cells[`t4.${track}.${column}`] = [];
	}
	const [first, last] = [`${year}-01-01`, `${year}-12-31`];
	for (const { id, track, receivedOn, closedOn, result } of remedies) {
		if (receivedOn > last || (closedOn !== null && closedOn < first)) continue;
		const pending = closedOn === null || closedOn > last;
		for (const column of [pending ? 'pending' : result, 'total']) cells[`t4.${track}.${column}`]?.push(id);
	}
	return cells;
}
