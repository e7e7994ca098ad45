import { describe, expect, it } from 'vitest';
import { AppError } from './errors.ts';
import { issue } from './issue.ts';
import { allResults, failed, mapResult, ok, resultOf, thenResult, valueOrThrow } from './result.ts';

const bad = issue('bad', '不行。');

describe('result', () => {
	it('refuses a failure without a reason', () => {
		expect(() => failed()).toThrow(RangeError);
	});

	it('is ok exactly when no issue was found', () => {
		expect(resultOf(1, [])).toEqual({ ok: true, value: 1 });
		expect(resultOf(1, [bad])).toEqual({ ok: false, issues: [bad] });
	});

	it('changes and chains only values', () => {
		expect(mapResult(ok(2), (n) => n * 2)).toEqual(ok(4));
		expect(mapResult(failed(bad), (n: number) => n * 2)).toEqual(failed(bad));
		expect(thenResult(ok(2), () => failed(bad))).toEqual(failed(bad));
		expect(thenResult(failed(bad), (n: number) => ok(n))).toEqual(failed(bad));
	});

	it('keeps the issues of every failure', () => {
		const other = issue('other', '也不行。');
		expect(allResults([ok(1), failed(bad), failed(other)])).toEqual(failed(bad, other));
		expect(allResults([ok(1), ok(2)])).toEqual(ok([1, 2]));
		expect(allResults([])).toEqual(ok([]));
	});

	it('turns a failure into an AppError that carries the issues', () => {
		expect(valueOrThrow(ok(3))).toBe(3);
		try {
			valueOrThrow(failed(bad));
			expect.unreachable();
		} catch (thrown) {
			expect(thrown).toBeInstanceOf(AppError);
			expect(thrown).toMatchObject({ code: 'invalid', status: 422, issues: [bad], userMessage: '不行。' });
		}
	});
});
