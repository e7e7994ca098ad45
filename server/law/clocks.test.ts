import { describe, expect, it } from 'vitest';
import { officialCalendar } from './calendars.ts';
import {
	clockRules,
	LIMITS,
	type LimitKey,
	limitDay,
	ORDER_711_FROM,
	type StatutoryLimit,
	withOverrides,
} from './clocks.ts';

const calendar = officialCalendar.latest;
const entries = Object.entries(LIMITS) as Array<[LimitKey, StatutoryLimit]>;

describe('the limits', () => {
	it.each([
		['publish', 20, 'workingDay'],
		['answer', 20, 'workingDay'],
		['extension', 20, 'workingDay'],
		['supplementNotice', 7, 'workingDay'],
		['thirdParty', 15, 'workingDay'],
		['jointMaker', 15, 'workingDay'],
		['feePayment', 20, 'workingDay'],
		['oldAnswer', 15, 'workingDay'],
		['oldExtension', 15, 'workingDay'],
		['reviewApply', 60, 'day'],
		['suit', 6, 'month'],
		['suitAfterReview', 15, 'day'],
		['reviewReply', 10, 'workingDay'],
		['reviewReplySimple', 5, 'workingDay'],
		['suitReply', 15, 'day'],
		['budget', 20, 'day'],
		['penaltyWithdrawal', 3, 'workingDay'],
		['award', 2, 'workingDay'],
	] as const)('%s is %i %s', (key, n, unit) => {
		expect(LIMITS[key]).toMatchObject({ n, unit });
	});

	it('name what they limit, each differently', () => {
		expect(new Set(entries.map(([, { label }]) => label)).size).toBe(entries.length);
	});
});

describe('limitDay', () => {
	it('counts working days, calendar days and months, the latter two rolled', () => {
		expect(limitDay(calendar, '2026-02-10', LIMITS.answer).day).toBe('2026-03-16');
		expect(limitDay(calendar, '2026-02-05', LIMITS.suitReply).day).toBe('2026-02-24');
		expect(limitDay(calendar, '2026-03-16', LIMITS.reviewApply).day).toBe('2026-05-15');
		expect(limitDay(calendar, '2026-04-04', LIMITS.suit).day).toBe('2026-10-08');
	});

	it('says when it reaches past the last notice', () => {
		expect(limitDay(calendar, '2026-11-20', LIMITS.reviewApply)).toMatchObject({ beyondCalendar: true });
	});
});

describe('withOverrides', () => {
	it('sets what the law leaves open', () => {
		const result = withOverrides({ correction: 15, withheldReview: 6 });
		expect(result.ok && [result.value.correction.n, result.value.withheldReview.n, result.value.answer.n]).toEqual([
			15, 6, 20,
		]);
		expect(LIMITS.correction.n).toBe(20);
	});

	it('never sets what the law fixes, and says which article does', () => {
		for (const [key, { mark, n }] of entries) {
			expect(withOverrides({ [key]: n + 1 }).ok, key).toBe(mark !== 'V');
			expect(withOverrides({ [key]: n }).ok, key).toBe(true);
		}
		const refused = withOverrides({ answer: 30 });
		expect(refused.ok ? '' : refused.issues[0]?.message).toBe('「答复申请」由《条例》第三十三条第二款规定，不能修改。');
	});

	it.each([
		['limits.unknown', { nothing: 3 }],
		['limits.unknown', { toString: 3 }],
		['limits.range', { correction: 0 }],
		['limits.range', { correction: 1.5 }],
		['limits.range', { correction: 367 }],
		['limits.range', { correction: Number.NaN }],
	])('finds %s', (key, set) => {
		const result = withOverrides(set as Record<string, number>);
		expect(result.ok ? [] : result.issues.map((one) => one.key)).toEqual([key]);
	});
});

describe('clockRules', () => {
	it('are 20 + 20 under the present order and 15 + 15 without a supplement limit under the old', () => {
		const { order711, order492 } = clockRules();
		expect(order711).toMatchObject({
			answerDays: 20,
			maxExtensionDays: 20,
			supplementNoticeDays: 7,
			feeEffect: 'restart',
		});
		expect(order492).toMatchObject({ answerDays: 15, maxExtensionDays: 15, supplementNoticeDays: null });
		expect(ORDER_711_FROM).toBe('2019-05-15');
	});

	it('take the county’s figures and the way payment works', () => {
		const limits = withOverrides({ oldAnswer: 10 });
		if (!limits.ok) throw new Error('refused');
		expect(clockRules(limits.value, 'resume').order492).toMatchObject({ answerDays: 10, feeEffect: 'resume' });
	});
});
