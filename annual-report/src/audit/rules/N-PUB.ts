import type { Claim, RuleContext } from '../../model/index.ts';
import { shorten } from '../claim-rule.ts';
import type { Draft } from '../define.ts';
import { defineRule } from '../define.ts';

export const NPUB = defineRule({
	id: 'N-PUB',
	title: '文中的主动公开数与台账一致，其中数不超过总数',
	basis: '《中华人民共和国政府信息公开条例》第五十条第（一）项',
	forms: ['2014', '2019', '2021', 'none'],
	severity: 'warning',
	scope: 'claim',
	check(context) {
		const findings = context.report.claims.flatMap(overflow);
		const register = againstRegister(context);
		return register ? [...findings, ...register] : { findings, notChecked: '没有提供信息发布台账的条数' };
	},
});

/** Parts of an open list need not reach the whole, but may not exceed it. */
function overflow(claim: Claim): Draft[] {
	if (claim.kind !== 'sum' || !claim.open || claim.value === null || claim.precision !== 'exact') return [];
	const sum = claim.parts?.reduce((a, b) => a + b, 0) ?? 0;
	if (sum <= claim.value) return [];
	const message = `文中写「${shorten(claim.text)}」，其中各项相加为${sum}，已超过总数${claim.value}`;
	return [{ found: sum, expected: `≤${claim.value}`, message, at: claim.at }];
}

function againstRegister({ report, evidence }: RuleContext): Draft[] | undefined {
	const expected = evidence.publishedItems;
	if (expected === undefined) return undefined;
	const claim = report.claims.find(({ text, unit }) => unit === '条' && /主动公开[^，。；]*信息/.test(text));
	if (!claim || claim.value === null || claim.value === expected) return [];
	if (claim.precision !== 'exact' && claim.value <= expected) return [];
	const message = `文中写「${shorten(claim.text)}」，信息发布台账本年度为${expected}条`;
	return [{ found: claim.value, expected, message, at: claim.at }];
}
