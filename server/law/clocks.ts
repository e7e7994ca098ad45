import type { Limit, WorkingCalendar } from '../kernel/calendar.ts';
import type { CivilDay } from '../kernel/civil-day.ts';
import { type Issue, issue } from '../kernel/issue.ts';
import { type Result, resultOf } from '../kernel/result.ts';
import { ARTICLES, type Article, cite, inForceFrom } from './articles.ts';

/** `V` read in the law, `V1` one secondary source, `U` not found, `D` our own rule: all but V are configuration. */
export type Certainty = 'V' | 'V1' | 'U' | 'D';
export type LimitUnit = 'workingDay' | 'day' | 'month';

export interface StatutoryLimit {
	readonly label: string;
	readonly n: number;
	readonly unit: LimitUnit;
	readonly basis: Article;
	readonly mark: Certainty;
	/** A period that must be at least this long, not at most. */
	readonly minimum?: boolean;
}

function limit(label: string, n: number, unit: LimitUnit, basis: Article, mark: Certainty = 'V'): StatutoryLimit {
	return { label, n, unit, basis, mark };
}

function atLeast(label: string, n: number, basis: Article): StatutoryLimit {
	return { label, n, unit: 'day', basis, mark: 'V', minimum: true };
}

const A = ARTICLES;

/** Every limit the product counts, in one place. */
export const LIMITS = {
	publish: limit('主动公开', 20, 'workingDay', A.proactiveLimit),
	answer: limit('答复申请', 20, 'workingDay', A.answerLimit),
	extension: limit('延长答复期限', 20, 'workingDay', A.extension),
	supplementNotice: limit('一次性告知补正', 7, 'workingDay', A.supplement),
	thirdParty: limit('第三方提出意见', 15, 'workingDay', A.thirdParty),
	jointMaker: limit('共同制作机关提出意见', 15, 'workingDay', A.jointMaker),
	feePayment: limit('缴纳信息处理费', 20, 'workingDay', A.feeNotice),
	oldAnswer: limit('答复申请（原条例）', 15, 'workingDay', A.oldAnswerLimit, 'V1'),
	oldExtension: limit('延长答复期限（原条例）', 15, 'workingDay', A.oldAnswerLimit, 'V1'),
	correction: limit('答复更正申请', 20, 'workingDay', A.correction, 'D'),
	redo: limit('重新答复', 20, 'workingDay', A.redo, 'V1'),
	withheldReview: limit('不予公开信息定期评估', 12, 'month', A.periodicReview, 'D'),
	reviewApply: limit('申请行政复议', 60, 'day', A.reviewLimit),
	suit: limit('提起行政诉讼', 6, 'month', A.suitLimit),
	suitAfterReview: limit('复议后提起行政诉讼', 15, 'day', A.suitAfterReview),
	reviewReply: limit('行政复议答复', 10, 'workingDay', A.reviewReply),
	reviewReplySimple: limit('行政复议答复（简易程序）', 5, 'workingDay', A.reviewReplySimple),
	suitReply: limit('行政诉讼答辩', 15, 'day', A.suitReply),
	budget: limit('公开预算、决算', 20, 'day', A.budgetOpen),
	penaltyWithdrawal: limit('撤回行政处罚决定信息', 3, 'workingDay', A.penaltyWithdrawn),
	award: limit('公告中标、成交结果', 2, 'workingDay', A.awardNotice),
	interpretation: limit('发布政策解读', 3, 'workingDay', A.interpretation, 'V1'),
	landNotice: atLeast('征地公告', 30, A.landNotice),
	houseNotice: atLeast('房屋征收补偿方案征求意见', 30, A.houseNotice),
	draftNotice: atLeast('重大决策草案征求意见', 30, A.draftNotice),
} as const satisfies Record<string, StatutoryLimit>;

export type LimitKey = keyof typeof LIMITS;
export type Limits = Readonly<Record<LimitKey, StatutoryLimit>>;

/**
 * The county's own figures over ours. Only limits the law does not fix (marks V1, U, D) can be set.
 * @param set limit → number of its unit.
 */
export function withOverrides(set: Readonly<Record<string, number>>): Result<Limits> {
	const issues: Issue[] = [];
	const merged: Record<LimitKey, StatutoryLimit> = { ...LIMITS };
	for (const [key, n] of Object.entries(set)) {
		if (!isLimitKey(key)) {
			issues.push(issue('limits.unknown', `没有名为「${key}」的期限。`, key));
			continue;
		}
		const found: StatutoryLimit = LIMITS[key];
		if (found.mark === 'V' && n !== found.n) {
			issues.push(issue('limits.fixed', `「${found.label}」由${cite(found.basis, true)}规定，不能修改。`, key));
		} else if (!Number.isInteger(n) || n < 1 || n > 366) {
			issues.push(issue('limits.range', `「${found.label}」应为1至366之间的整数。`, key));
		} else merged[key] = { ...found, n };
	}
	return resultOf(merged, issues);
}

function isLimitKey(key: string): key is LimitKey {
	return Object.hasOwn(LIMITS, key);
}

/** Last day of a limit that starts on `from` (day 0). For a `minimum`, the first day on which it has run its length. */
export function limitDay(calendar: WorkingCalendar, from: CivilDay, { n, unit }: StatutoryLimit): Limit {
	if (unit === 'workingDay') return calendar.addWorkingDays(from, n);
	return unit === 'day' ? calendar.addCalendarDays(from, n) : calendar.addCalendarMonths(from, n);
}

/** What the clock of an application runs on. Both regulations' figures, and the parameters the law leaves open. */
export interface ClockRules {
	readonly answerDays: number;
	readonly maxExtensionDays: number;
	/** Null: the old order set no limit for the supplement notice. */
	readonly supplementNoticeDays: number | null;
	/** Longest pause per kind of consultation, in working days from delivery; null: until the reply comes. */
	readonly consultationDays: Readonly<Record<'thirdParty' | 'otherAgency' | 'determination', number | null>>;
	readonly feePaymentDays: number;
	/** What full payment does: start the whole period anew the next day (办法), or let the rest of it run on. */
	readonly feeEffect: 'restart' | 'resume';
}

/** An application received before this day runs on the old order (492), 15 + 15 working days. */
export const ORDER_711_FROM = inForceFrom('order711');

export interface ClockRuleSet {
	readonly order711: ClockRules;
	readonly order492: ClockRules;
}

/** Clock rules from the limits in use. */
export function clockRules(limits: Limits = LIMITS, feeEffect: ClockRules['feeEffect'] = 'restart'): ClockRuleSet {
	const order711: ClockRules = {
		answerDays: limits.answer.n,
		maxExtensionDays: limits.extension.n,
		supplementNoticeDays: limits.supplementNotice.n,
		consultationDays: { thirdParty: limits.thirdParty.n, otherAgency: limits.jointMaker.n, determination: null },
		feePaymentDays: limits.feePayment.n,
		feeEffect,
	};
	const old = { answerDays: limits.oldAnswer.n, maxExtensionDays: limits.oldExtension.n, supplementNoticeDays: null };
	return { order711, order492: { ...order711, ...old } };
}
