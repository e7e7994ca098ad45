import { describe, expect, test } from 'vitest';
import { INTAKE_SHEET, type IntakeField, type IntakeRow } from '../sheets/intake-sheet.ts';
import { entryOfRow } from './intake-rows.ts';

const EMPTY = Object.fromEntries(INTAKE_SHEET.columns.map(({ field }) => [field, ''])) as IntakeRow['values'];
const GIVEN = {
	channel: '当面提交',
	submittedOn: '2026-06-01',
	applicantKind: '自然人',
	name: '张三',
	title: '养护资金',
};
const row = (change: Partial<Record<IntakeField, string>>): IntakeRow => ({
	row: 2,
	values: { ...EMPTY, ...GIVEN, ...change },
});
const keysOf = (change: Partial<Record<IntakeField, string>>) =>
	entryOfRow(row(change)).issues.map(({ key, field }) => [key, field]);

test('the example of the template reads without a fault', () => {
	const example = Object.fromEntries(INTAKE_SHEET.columns.map(({ field, example: text }) => [field, text]));
	const { entry, issues } = entryOfRow({ row: 2, values: example as IntakeRow['values'] });
	expect(issues).toEqual([]);
	expect(entry).toMatchObject({
		channel: 'registeredPost',
		days: { submittedOn: '2026-06-01', arrivedOn: '2026-06-03', confirmedOn: null },
		request: { applicantKind: 'natural', form: 'paper', delivery: 'post' },
	});
});

describe('words', () => {
	test.each([
		['邮寄(签收)', 'registeredPost'],
		[' 邮寄 （签收） ', 'registeredPost'],
		['传真', 'fax'],
	])('«%s» is %s, whatever brackets and spaces the keyboard made', (channel, expected) => {
		expect(entryOfRow(row({ channel })).entry.channel).toBe(expected);
	});

	test('one there is not is told with itself, and a blank that has to be chosen is told too', () => {
		expect(keysOf({ channel: '快递' })).toEqual([['row.word', 'channel']]);
		expect(entryOfRow(row({ channel: '快递' })).issues[0]?.message).toContain('「快递」');
		expect(keysOf({ channel: '', applicantKind: '' })).toEqual([
			['row.channel', 'channel'],
			['row.kind', 'applicantKind'],
		]);
		expect(keysOf({ form: '录音', delivery: '送上门' })).toEqual([
			['row.word', 'form'],
			['row.word', 'delivery'],
		]);
	});
});

describe('days as people write them', () => {
	test.each([
		['2026-6-1', '2026-06-01'],
		['2026/06/01', '2026-06-01'],
		['2026.6.1', '2026-06-01'],
		['2026年6月1日', '2026-06-01'],
		['２０２６－０６－０１', '2026-06-01'],
		['2026-02-30', '2026-02-30'],
		['六月一日', '六月一日'],
		['46174', '46174'],
	])('%s is %s', (submittedOn, expected) => {
		expect(entryOfRow(row({ submittedOn })).entry.days.submittedOn).toBe(expected);
	});
});
