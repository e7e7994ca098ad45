import type { ApplicantColumn, OutcomeCode } from '../../../law/outcomes.ts';
import { OUTCOMES } from '../../../law/outcomes.ts';
import type { Channel } from '../model.ts';
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
	readonly channel: Channel;
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

/** How an application came, in the lines of 2014; what came otherwise is 「其他形式」. */
const STAT_CHANNELS: Partial<Record<Channel, string>> = {
	counter: 'stat.3.1.1',
	fax: 'stat.3.1.2',
	portal: 'stat.3.1.3',
	email: 'stat.3.1.3',
	post: 'stat.3.1.4',
	registeredPost: 'stat.3.1.4',
};
/** Lines of replies to which no outcome of today answers exactly. */
const STAT_UNMAPPED = ['stat.3.3.4.b', 'stat.3.3.4.c', 'stat.3.3.4.e', 'stat.3.3.7', 'stat.3.3.8'];

/**
 * Part 3 of the 2014 statistics as far as its mapping is known (law.md §2.2). The lines no outcome answers are zero while
 * every reply of the year has a line of its own; else they are left out, to be entered by hand. When a reply was
 * in time is not told here: what 2014 called 延期 is not what the Regulations of 2019 do.
 */
export function stat3(cases: readonly CountedCase[], year: number): Cells {
	const known = Object.values(OUTCOMES).flatMap(({ rows }) => rows['2014'] ?? []);
	const cells: Cells = Object.fromEntries(
		[...Object.values(STAT_CHANNELS), 'stat.3.1.5', ...known].map((address) => [address, []]),
	);
	let unmapped = 0;
	for (const { id, channel, receivedOn, outcome, concludedOn } of cases) {
		if (receivedOn.startsWith(`${year}-`)) cells[STAT_CHANNELS[channel] ?? 'stat.3.1.5']?.push(id);
		if (outcome === null || !concludedOn?.startsWith(`${year}-`)) continue;
		const address = OUTCOMES[outcome].rows['2014'];
		if (address === null) unmapped++;
		else cells[address]?.push(id);
	}
	if (unmapped === 0) for (const address of STAT_UNMAPPED) cells[address] = [];
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
