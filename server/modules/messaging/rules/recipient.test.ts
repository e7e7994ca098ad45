import { describe, expect, it } from 'vitest';
import { recipientIssues, recipientOf } from './recipient.ts';

describe('whom a channel reaches', () => {
	it.each([
		['wang@example.com', 'wang@example.com'],
		[' ｗang@example.com ', 'wang@example.com'],
		['wang@example', null],
		['wang@example.com, li@example.com', null],
		['<wang@example.com>', null],
		['wang@example.com\nBcc: li@example.com', null],
		['', null],
	])('by mail: %j', (written, to) => {
		expect(recipientOf('mail', written)).toBe(to);
	});

	it.each([
		['13900000000', '13900000000'],
		['139-0000-0000', '13900000000'],
		['+86 139 0000 0000', '13900000000'],
		['8613900000000', '13900000000'],
		['１３９０００００００0', '13900000000'],
		['0999-1234567', null],
		['12345678901', null],
		['139000000001', null],
	])('by SMS: %j', (written, to) => {
		expect(recipientOf('sms', written)).toBe(to);
	});

	it('says beside the field what is wrong', () => {
		expect(recipientIssues('sms', '0999-1234567', 'phone')).toMatchObject([{ field: 'phone' }]);
		expect(recipientIssues('mail', 'a@b.cn', 'email')).toEqual([]);
	});
});
