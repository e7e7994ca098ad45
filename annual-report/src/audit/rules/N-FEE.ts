import type { Evidence, RuleContext, Section } from '../../model/index.ts';
import type { Draft } from '../define.ts';
import { defineRule } from '../define.ts';
import { type FeeWords, feeWordsIn, type Stated } from '../fees.ts';
import { total } from '../figures.ts';
import { narrativeOf } from '../narrative.ts';

const cell = 't3.other.fee.total';

export const NFEE = defineRule({
	id: 'N-FEE',
	title: '第六部分写明信息处理费，与收费记录一致',
	basis: '《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）',
	forms: ['2021'],
	severity: 'warning',
	scope: 'text',
	check(context) {
		const narrative = narrativeOf(context);
		const section = narrative.six.get(6);
		if (!section) return { notChecked: '没有找到「其他需要报告的事项」部分' };
		const text = narrative.under(section);
		if (!/信息处理费|收取[^。]{0,12}费|收费|费用/.test(text)) return [unsaid(context, section)];
		const words = feeWordsIn(text);
		const { evidence } = context;
		const drafts = evidence.feeNotices === undefined ? againstTable(context, words) : againstRegister(evidence, words);
		if (drafts.length === 0 && noticesOf(context) > 0 && !isStated(words)) return [unsaid(context, section)];
		return drafts.map((draft) => ({ ...draft, at: section.at }));
	},
});

/** Fee notices of the register; without one, those that must stand behind row (六)2. */
function noticesOf(context: RuleContext): number {
	const unpaid = total(context, cell);
	return context.evidence.feeNotices ?? (unpaid > 0 ? unpaid : 0);
}

function isStated({ notices, charged, collected, amount, deniesCollected }: FeeWords): boolean {
	return [notices, charged, collected, amount, deniesCollected].some((one) => one !== undefined);
}

function unsaid(context: RuleContext, { heading, at }: Section): Draft {
	const notices = noticesOf(context);
	const message =
		notices > 0
			? `发出过收费通知（${notices}件），「${heading}」却没有写信息处理费的收取情况`
			: `「${heading}」没有写信息处理费的收取情况，没有收取的也应说明`;
	const cells = notices > 0 && total(context, cell) > 0 ? [cell] : [];
	return { cells, message, at, found: notices };
}

/** Without the register only row (六)2 tells that there were notices; they may be of the year before. */
function againstTable(context: RuleContext, { deniesNotices }: FeeWords): Draft[] {
	const unpaid = total(context, cell);
	if (!(unpaid > 0) || deniesNotices === undefined) return [];
	const message = `文中写「${deniesNotices}」，因逾期未缴费不再处理的申请却填报${unpaid}件`;
	return [{ cells: [cell], found: deniesNotices, expected: unpaid, message }];
}

function againstRegister(evidence: Evidence, words: FeeWords): Draft[] {
	const { feeNotices: notices = 0, feeCharged, feeCollected } = evidence;
	return [
		denial(evidence, words),
		differs(words.notices, [notices], (n) => `收费记录本年度发出收费通知${n}件`),
		feeCharged === undefined ? null : differs(words.charged, [feeCharged], (n) => `收费通知的总金额是${n}元`),
		feeCollected === undefined ? null : differs(words.collected, [feeCollected], (n) => `本年度实际收取${n}元`),
		feeCharged === undefined || feeCollected === undefined
			? null
			: differs(words.amount, [feeCollected, feeCharged], (n) => `本年度实际收取${n}元、通知收取${feeCharged}元`),
	].filter((draft) => draft !== null);
}

/** «Nothing was collected» is true of notices nobody paid, and then has to tell of them. */
function denial({ feeNotices = 0, feeCollected = 0 }: Evidence, words: FeeWords): Draft | null {
	const isUntold = feeNotices > 0 && words.notices === undefined;
	const isFalse = feeCollected > 0;
	const denied =
		(feeNotices > 0 || isFalse ? words.deniesNotices : undefined) ??
		(isUntold || isFalse ? words.deniesCollected : undefined);
	if (denied === undefined) return null;
	const message = `文中写「${denied}」，收费记录本年度发出收费通知${feeNotices}件、实际收取${feeCollected}元`;
	return { found: denied, expected: isFalse ? feeCollected : feeNotices, message, severity: 'error' };
}

/** A figure that is none of those it may be; nought in place of something denies it. */
function differs(stated: Stated | undefined, expected: number[], say: (expected: number) => string): Draft | null {
	const [first = 0] = expected;
	if (!stated || expected.includes(stated.value)) return null;
	const message = `文中写「${stated.words}」，${say(first)}`;
	return { found: stated.value, expected: first, message, severity: stated.value === 0 ? 'error' : 'warning' };
}
