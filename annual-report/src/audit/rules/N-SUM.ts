import type { Claim } from '../../model/index.ts';
import { basisArticle50 } from '../basis.ts';
import { shorten } from '../claim-rule.ts';
import { defineRule } from '../define.ts';

export const NSUM = defineRule({
	id: 'N-SUM',
	title: '文中的合计等于所列各项之和',
	basis: basisArticle50,
	forms: ['2014', '2019', '2021', 'none'],
	severity: 'error',
	scope: 'claim',
	check: ({ report }) =>
		report.claims.flatMap((claim) => {
			const sum = closedSum(claim);
			if (sum === undefined || claim.value === null || holds(claim, claim.value, sum)) return [];
			const parts = claim.parts?.join('＋');
			const message = `文中写「${shorten(claim.text)}」共${claim.value}，所列各项${parts}＝${sum}，两者不一致`;
			return [{ cells: claim.refs, found: claim.value, expected: sum, message, at: claim.at }];
		}),
});

/** The sum of parts that claim to be all of the whole; a list that ends in 等 claims nothing. */
function closedSum(claim: Claim): number | undefined {
	if (claim.kind !== 'sum' || claim.open || !claim.parts || claim.parts.length === 0) return undefined;
	return claim.parts.reduce((a, b) => a + b, 0);
}

function holds({ precision }: Claim, value: number, sum: number): boolean {
	if (precision === 'atLeast') return sum >= value;
	if (precision === 'about') return Math.abs(sum - value) <= value / 10;
	return sum === value;
}
