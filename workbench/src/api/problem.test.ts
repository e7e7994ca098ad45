import { describe, expect, it } from 'vitest';
import { asProblem, isTransient, OFFLINE, ProblemError, problemFrom } from './problem.ts';

const refusal = {
	type: 'about:blank',
	title: '提交的内容有误，请按提示修改。',
	status: 422,
	code: 'invalid',
	issues: [{ field: 'name', key: 'office.name', message: '请填写机关全称。' }],
	requestId: 'r-1',
};

describe('an answer that is not ok', () => {
	it('becomes the problem the server wrote', () => {
		const problem = problemFrom(422, JSON.stringify(refusal));
		expect(problem).toBeInstanceOf(ProblemError);
		expect(problem).toMatchObject({ title: refusal.title, status: 422, code: 'invalid', requestId: 'r-1' });
		expect(problem.issues).toEqual(refusal.issues);
	});

	it('keeps working when issues are missing or no list', () => {
		expect(problemFrom(409, JSON.stringify({ title: '已被更新', code: 'conflict' })).issues).toEqual([]);
		expect(problemFrom(409, JSON.stringify({ title: '已被更新', issues: 'x' })).issues).toEqual([]);
	});

	it.each([
		[413, 'tooLarge', '超过'],
		[502, 'unavailable', '维护'],
		[503, 'unavailable', '维护'],
		[504, 'unavailable', '维护'],
		[500, 'internal', '系统管理员'],
	])('%i from a proxy in HTML is said in Chinese', (status, code, words) => {
		const problem = problemFrom(status, '<html><h1>Bad Gateway</h1></html>');
		expect(problem.code).toBe(code);
		expect(problem.title).toContain(words);
		expect(problem.title).not.toMatch(/[a-z]{3}/i);
	});

	it('does not take JSON without a title for a problem', () => {
		for (const body of ['null', '[]', '"text"', '{}', '{"title":3}']) {
			expect(problemFrom(500, body).code).toBe('internal');
		}
	});
});

describe('anything thrown', () => {
	it('is kept when it is a problem', () => {
		const problem = problemFrom(422, JSON.stringify(refusal));
		expect(asProblem(problem)).toBe(problem);
	});

	it('is offline when fetch got no answer, in the words of each browser', () => {
		for (const words of ['Failed to fetch', 'NetworkError when attempting to fetch resource.', 'Load failed']) {
			expect(asProblem(new TypeError(words))).toMatchObject({ code: 'offline', title: OFFLINE });
		}
	});

	it('is a defect otherwise, and shows nothing of its wording', () => {
		for (const thrown of [new TypeError('x is not a function'), new Error('secret'), 'text', null, undefined]) {
			const problem = asProblem(thrown);
			expect(problem.code).toBe('internal');
			expect(problem.title).not.toContain('secret');
		}
	});
});

describe('asking again', () => {
	it('helps when no answer came or the server was busy', () => {
		expect(isTransient(new TypeError('Failed to fetch'))).toBe(true);
		expect(isTransient(problemFrom(503, ''))).toBe(true);
		expect(isTransient(problemFrom(429, JSON.stringify({ title: '操作过于频繁', code: 'rateLimited' })))).toBe(true);
	});

	it('does not help against a refusal or a defect', () => {
		expect(isTransient(problemFrom(422, JSON.stringify(refusal)))).toBe(false);
		expect(isTransient(problemFrom(500, ''))).toBe(false);
	});
});
