import type { Claim, RuleContext } from '../../model/index.ts';
import { basisArticle50 } from '../basis.ts';
import { shorten } from '../claim-rule.ts';
import type { Draft } from '../define.ts';
import { defineRule } from '../define.ts';
import { total } from '../figures.ts';
import { lastYear } from '../years.ts';

export const NPCT = defineRule({
	id: 'N-PCT',
	title: '文中的百分比和增幅算得对',
	basis: basisArticle50,
	forms: ['2014', '2019', '2021', 'none'],
	severity: 'error',
	scope: 'claim',
	check: (context) => context.report.claims.flatMap((claim) => checkRate(claim, context)),
});

function checkRate(claim: Claim, context: RuleContext): Draft[] {
	if (claim.value === null || (claim.kind !== 'percent' && claim.kind !== 'growth')) return [];
	if (claim.unit !== null && !/[%％]/.test(claim.unit)) return [];
	const [a = Number.NaN, b = Number.NaN] = claim.parts ?? (claim.kind === 'growth' ? yearsOf(claim, context) : []);
	const rate = claim.kind === 'percent' ? (100 * a) / b : (100 * Math.abs(a - b)) / b;
	const found = claim.kind === 'growth' ? Math.abs(claim.value) : claim.value;
	if (!Number.isFinite(rate) || Math.abs(rate - found) < slack(claim)) return [];
	const expected = Math.round(rate * 100) / 100;
	const how = claim.kind === 'percent' ? `${a}÷${b}` : `由${b}到${a}`;
	const message = `文中写「${shorten(claim.text)}」，按${how}计算应为${expected}%`;
	return [{ cells: claim.refs, found: claim.value, expected, message, at: claim.at }];
}

/** A growth rate of a cell is tested with the two reports where both are in the call and have the same form. */
function yearsOf(claim: Claim, context: RuleContext): number[] {
	if (claim.refs.length === 0 || context.previous?.form !== context.report.form) return [];
	return [total(context, ...claim.refs), lastYear(context, ...claim.refs)];
}

/** One unit of the last printed digit, so that rounding and cutting off both pass; a tenth of the rate after 约 and 余. */
function slack({ value, precision }: Claim): number {
	const decimals = String(value).split('.')[1]?.length ?? 0;
	const unit = 10 ** -decimals * 1.000_001;
	return precision === 'exact' ? unit : Math.max(unit, Math.abs(value ?? 0) / 10);
}
