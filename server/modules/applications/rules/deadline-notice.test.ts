import { describe, expect, it } from 'vitest';
import { deadlineNotice, isSpokenOf } from './deadline-notice.ts';

const time = (left: number | null, overdueDays = 0, paused = false) => ({
	number: '柳溪镇公开〔2026〕1号',
	left,
	overdueDays,
	paused,
});

describe('a case is spoken of', () => {
	it('with ten, five, one and no working day left, and not in between', () => {
		const spoken = Array.from({ length: 21 }, (_, left) => left).filter((left) => isSpokenOf(time(left)));
		expect(spoken).toEqual([0, 1, 5, 10]);
	});

	it('on the first working day past its limit and every fifth from then on', () => {
		const spoken = Array.from({ length: 12 }, (_, i) => i + 1).filter((days) => isSpokenOf(time(null, days)));
		expect(spoken).toEqual([1, 6, 11]);
	});

	it('never while its limit stands still, or has not begun', () => {
		expect(isSpokenOf(time(5, 0, true))).toBe(false);
		expect(isSpokenOf(time(null))).toBe(false);
	});
});

describe('the word of a morning', () => {
	it('counts and names the cases by number, the most urgent first', () => {
		const cases = [
			time(5),
			{ ...time(1), number: '〔2026〕2号' },
			{ ...time(null, 1), number: '〔2026〕3号' },
			time(7),
		];
		expect(deadlineNotice('柳溪镇人民政府', cases)).toBe(
			'柳溪镇人民政府：1件申请已超过答复期限：〔2026〕3号（逾期1个工作日）；2件申请临近答复期限：〔2026〕2号（还剩1个工作日）、柳溪镇公开〔2026〕1号（还剩5个工作日）。请登录政务公开工作台办理。',
		);
	});

	it('tells of answers a review body or a court waits for, by their case number', () => {
		const replies = [
			{ ...time(1), number: '青复〔2026〕7号' },
			time(4),
			{ ...time(null, 1), number: '青河县人民法院' },
		];
		expect(deadlineNotice('柳溪镇人民政府', [], replies)).toBe(
			'柳溪镇人民政府：2件复议答复、诉讼答辩待提交：青复〔2026〕7号（还剩1个工作日）、青河县人民法院（逾期1个工作日）。请登录政务公开工作台办理。',
		);
		expect(deadlineNotice('柳溪镇人民政府', [], [time(4)])).toBeNull();
	});

	it('is not said where nothing is to be said', () => {
		expect(deadlineNotice('柳溪镇人民政府', [time(8)])).toBeNull();
		expect(deadlineNotice('柳溪镇人民政府', [])).toBeNull();
	});
});
