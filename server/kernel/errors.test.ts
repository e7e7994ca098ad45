import { describe, expect, it } from 'vitest';
import { AppError, ERROR_CODES, type ErrorCode, toAppError } from './errors.ts';
import { issue } from './issue.ts';

const STATUS: Record<ErrorCode, number> = {
	invalid: 422,
	unauthenticated: 401,
	forbidden: 403,
	notFound: 404,
	conflict: 409,
	gone: 410,
	tooLarge: 413,
	unsupported: 415,
	rateLimited: 429,
	internal: 500,
	unavailable: 503,
};

describe('AppError', () => {
	it('gives every code of the closed list its status and a Chinese sentence', () => {
		expect([...ERROR_CODES].sort()).toEqual(Object.keys(STATUS).sort());
		for (const code of ERROR_CODES) {
			const error = new AppError(code);
			expect(error.status, code).toBe(STATUS[code]);
			expect(error.userMessage, code).toMatch(/^[\u4e00-\u9fff，；。]+。$/);
		}
	});

	it('prefers the given sentence, then the first issue, then the default', () => {
		const issues = [issue('a', '标题不能为空。', 'title')];
		expect(new AppError('invalid', { message: '请检查。', issues }).userMessage).toBe('请检查。');
		expect(new AppError('invalid', { issues }).userMessage).toBe('标题不能为空。');
		expect(new AppError('invalid').userMessage).toContain('提交的内容有误');
	});

	it('keeps the detail in the log message and out of the user message', () => {
		const error = new AppError('conflict', { detail: 'row version 3, expected 2' });
		expect(error.message).toBe('conflict: row version 3, expected 2');
		expect(error.userMessage).not.toContain('row');
		expect(error).toBeInstanceOf(Error);
		expect(error.name).toBe('AppError');
	});
});

describe('toAppError', () => {
	it('passes an AppError through', () => {
		const error = new AppError('gone');
		expect(toAppError(error)).toBe(error);
	});

	it.each([[new TypeError('password=1')], ['text'], [undefined], [null], [{ status: 200 }]])(
		'hides what is not ours: %s',
		(thrown) => {
			const error = toAppError(thrown);
			expect(error.code).toBe('internal');
			expect(error.cause).toBe(thrown);
			expect(`${error.message}${error.userMessage}`).not.toContain('password');
		},
	);
});
