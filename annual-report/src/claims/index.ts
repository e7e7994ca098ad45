import type { Cell, Claim, Form } from '../model/index.ts';
import type { Paragraph } from '../read/outline/paragraphs.ts';
import { countsOf } from './counts.ts';
import { nonesOf } from './none.ts';
import { percentsOf } from './percents.ts';
import { sentencesOf } from './sentences.ts';
import { staffOf, statementsOf, upheldOf } from './statements.ts';
import { sumsOf, wholesOf } from './sums.ts';

/** The narrative of a report as the claims are sought in it. */
export interface Narrated {
	form: Form;
	paragraphs: readonly Paragraph[];
	/** How many of them stand before the first heading. */
	preface: number;
}

/**
 * Every checkable statement of a narrative with its place: counts and the cells that hold them, «none received», sums
 * after 「其中」, shares, growth, the period, plans, announced parts and cited documents. Understands Chinese numerals,
 * 余 and 约. Whether a claim is true is the audit's business.
 */
export function claimsOf({ form, paragraphs, preface }: Narrated): Claim[] {
	const sentences = sentencesOf(paragraphs);
	const counted = countsOf(sentences, form);
	const wholes = wholesOf(counted);
	return [
		...counted.flatMap((entry) => entry.counts.map((count) => count.claim)),
		...upheldOf(counted, form),
		...staffOf(counted, form),
		...nonesOf(sentences, form),
		...sumsOf(counted, wholes),
		...percentsOf(counted, wholes),
		...statementsOf(paragraphs, preface),
	];
}

/** Figures that claims state exactly for one cell, by address; a cell of which two claims differ is left out. */
export function statedFigures(claims: readonly Claim[]): Map<string, number> {
	const stated = new Map<string, number>();
	const disputed = new Set<string>();
	for (const claim of claims) {
		const [ref] = claim.refs;
		if (ref === undefined || claim.refs.length > 1 || claim.precision !== 'exact' || claim.value === null) continue;
		if (claim.kind !== 'count' && claim.kind !== 'none') continue;
		const before = stated.get(ref);
		if (before !== undefined && before !== claim.value) disputed.add(ref);
		stated.set(ref, claim.value);
	}
	for (const ref of disputed) stated.delete(ref);
	return stated;
}

/**
 * A report that counts what it dealt with, and not what came in, adds last year's open applications to each applicant's
 * number. Where only that reading agrees with the table, the claim speaks of both cells.
 */
export function withCarriedIn(claims: readonly Claim[], cells: Readonly<Record<string, Cell>>): Claim[] {
	return claims.map((claim) => {
		const column = /^t3\.new\.(?!total)(\w+)$/.exec(claim.refs[0] ?? '')?.[1];
		if (column === undefined || claim.refs.length > 1) return claim;
		const own = cells[`t3.new.${column}`]?.value;
		const carried = cells[`t3.carried_in.${column}`]?.value;
		if (own == null || carried == null || own === claim.value || own + carried !== claim.value) return claim;
		return { ...claim, refs: [...claim.refs, `t3.carried_in.${column}`] };
	});
}
