import { type Identity, identitiesOf } from 'annual-report';
import type { ReportForm } from '../model.ts';

/** A sum of the form: which cell, and the cells it adds up. */
export interface Sum {
	readonly address: string;
	readonly parts: readonly string[];
}

/**
 * The sums of a form in an order in which every part is known before the whole: column totals of table 3, then all row
 * totals (the grand total among them), then the groups of table 4; of the 2014 table the inner sums first.
 */
function sumsIn(form: ReportForm): Sum[] {
	const single = identitiesOf(form).filter((identity) => identity.right.length === 1);
	if (form === '2014') return single.toReversed().map(sumOf);
	const column = single.filter(({ rule, right }) => rule === 'T3-SUM' && !right[0]?.endsWith('.total.total'));
	const rest = single.filter(({ rule }) => rule !== 'T3-SUM');
	return [...column, ...rest].map(sumOf);
}

function sumOf({ left, right }: Identity): Sum {
	return { address: right[0] ?? '', parts: left };
}

const sums: Record<ReportForm, readonly Sum[]> = {
	'2014': sumsIn('2014'),
	'2019': sumsIn('2019'),
	'2021': sumsIn('2021'),
};
const totals: Record<ReportForm, ReadonlySet<string>> = {
	'2014': addressesOf('2014'),
	'2019': addressesOf('2019'),
	'2021': addressesOf('2021'),
};

function addressesOf(form: ReportForm): ReadonlySet<string> {
	return new Set(sums[form].map((sum) => sum.address));
}

export function sumsOf(form: ReportForm): readonly Sum[] {
	return sums[form];
}

/** Whether the form itself adds this cell up; such a cell is never typed. */
export function isTotal(form: ReportForm, address: string): boolean {
	return totals[form].has(address);
}
