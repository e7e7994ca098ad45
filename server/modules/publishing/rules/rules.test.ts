import { describe, expect, it } from 'vitest';
import { countyCalendar } from '../../../law/calendars.ts';
import { acceptFile } from './attachment.ts';
import { indexNumber, indexPrefix, needsCode } from './index-number.ts';
import { publishingClock } from './lateness.ts';
import { SECRECY_QUESTIONS, type SecrecySheet, sheetIssues, sheetSchema } from './secrecy.ts';
import { markIssues, type ValidityMark, validityOn } from './validity.ts';

const fields = (issues: readonly { field?: string }[]) => issues.map(({ field }) => field);

describe('the clock of Art 26', () => {
	const calendar = countyCalendar([], []).latest;
	const made = { type: 'notice' as const, formedOn: '2026-04-28', changedOn: null };
	const at = (today: string, publishedOn: string | null = null) => ({ today, publishedOn });

	it('counts 20 working days from the day it was made, over the May holiday', () => {
		const clock = publishingClock(made, calendar, at('2026-04-28'));
		expect(calendar.workingDaysBetween('2026-04-28', clock.due ?? '')).toBe(20);
		expect(clock).toMatchObject({ from: '2026-04-28', daysLeft: 20, late: false, mark: null });
		expect(clock.basis).toBe('《条例》第二十六条，20个工作日');
	});

	it('is on time on the last day and late on the next', () => {
		const { due } = publishingClock(made, calendar, at('2026-04-28'));
		expect(publishingClock(made, calendar, at(due ?? '')).late).toBe(false);
		expect(publishingClock(made, calendar, at(due ?? '')).daysLeft).toBe(0);
		const after = publishingClock(made, calendar, at('2026-06-01'));
		expect(after.late).toBe(true);
		expect(after.daysLeft).toBeLessThan(0);
	});

	it('starts anew with a change', () => {
		expect(publishingClock({ ...made, changedOn: '2026-05-25' }, calendar, at('2026-06-01')).from).toBe('2026-05-25');
	});

	it('stops on the day of publication', () => {
		const clock = publishingClock(made, calendar, at('2027-01-05', '2026-05-06'));
		expect(clock).toMatchObject({ late: false, daysLeft: null });
		expect(publishingClock(made, calendar, at('2026-06-01', '2026-06-30')).late).toBe(true);
	});

	it('is 20 days for a budget (预算法 Art 14)', () => {
		const clock = publishingClock({ ...made, type: 'budget' }, calendar, at('2026-04-28'));
		expect(clock.due).toBe('2026-05-18');
		expect(clock.basis).toContain('20日');
	});

	it('is not counted without a day', () => {
		expect(publishingClock({ ...made, formedOn: null }, calendar, at('2026-04-28'))).toMatchObject({
			due: null,
			late: false,
		});
	});

	it('says when it reaches past the last holiday notice', () => {
		expect(publishingClock({ ...made, formedOn: '2026-12-28' }, calendar, at('2026-12-28')).mark).not.toBeNull();
	});
});

describe('the index number', () => {
	const parts = { code: '99990123A00000011X', area: '990123', day: '2026-06-01' };

	it.each([
		['{code}/{yyyy}-{serial:5}', '99990123A00000011X/2026-00012'],
		['{code}/{yyyymm}-{serial:5}', '99990123A00000011X/202606-00012'],
		['{area}-{yyyy}-{serial:3}', '990123-2026-012'],
		['{yyyy}{serial:9}', '2026000000012'],
	])('follows the pattern %s', (pattern, expected) => {
		expect(indexNumber(indexPrefix(pattern, parts), 12)).toBe(expected);
	});

	it('does not run over its places', () => {
		expect(indexNumber(indexPrefix('{yyyy}-{serial:2}', parts), 99)).toBe('2026-99');
		expect(indexNumber(indexPrefix('{yyyy}-{serial:2}', parts), 100)).toBeNull();
	});

	it('shares a sequence with what has the same prefix', () => {
		const pattern = '{code}/{yyyy}-{serial:5}';
		expect(indexPrefix(pattern, parts)).toBe(indexPrefix(pattern, { ...parts, day: '2026-12-31' }));
		expect(indexPrefix(pattern, parts)).not.toBe(indexPrefix(pattern, { ...parts, day: '2027-01-01' }));
		expect(needsCode(pattern)).toBe(true);
		expect(needsCode('{area}-{yyyy}-{serial:3}')).toBe(false);
	});
});

describe('the secrecy sheet', () => {
	const answers = Object.fromEntries(SECRECY_QUESTIONS.map(({ key }) => [key, { answer: 'no' as const, note: '' }]));
	const sheet: SecrecySheet = { answers, conclusion: 'agree', opinion: '', authority: '', authorityReply: '' };
	const yes = (key: string, note = '') => ({ ...answers, [key]: { answer: 'yes' as const, note } });

	it('agrees when every answer is no', () => {
		expect(sheetIssues(sheet, 'secrecyReview')).toEqual([]);
	});

	it('answers every question', () => {
		expect(sheetIssues({ ...sheet, answers: {} }, 'secrecyReview')).toHaveLength(SECRECY_QUESTIONS.length);
	});

	it.each(SECRECY_QUESTIONS.filter(({ blocking }) => blocking))('does not agree over $key', ({ key }) => {
		expect(fields(sheetIssues({ ...sheet, answers: yes(key, '已删去') }, 'secrecyReview'))).toEqual([`answers.${key}`]);
	});

	it('agrees over the rest when it says what was done', () => {
		expect(fields(sheetIssues({ ...sheet, answers: yes('thirdParty') }, 'secrecyReview'))).toEqual([
			'answers.thirdParty.note',
		]);
		expect(sheetIssues({ ...sheet, answers: yes('thirdParty', '已隐去姓名') }, 'secrecyReview')).toEqual([]);
	});

	it.each(['disagree', 'refer'] as const)('says why it ends with %s', (conclusion) => {
		expect(fields(sheetIssues({ ...sheet, conclusion }, 'secrecyReview'))).toEqual(['opinion']);
		expect(sheetIssues({ ...sheet, conclusion, opinion: '第三段需要核实' }, 'secrecyReview')).toEqual([]);
	});

	it('after referral names the authority and its reply, and is not referred again', () => {
		expect(fields(sheetIssues(sheet, 'referred'))).toEqual(['authority', 'authorityReply']);
		expect(fields(sheetIssues({ ...sheet, conclusion: 'refer', opinion: '再报' }, 'referred'))).toEqual(['conclusion']);
		const replied = {
			...sheet,
			answers: yes('safety', '经确定可以公开'),
			authority: '县保密局',
			authorityReply: '可以公开',
		};
		expect(sheetIssues(replied, 'referred')).toEqual([]);
	});

	it('takes no field it does not know', () => {
		expect(sheetSchema.safeParse({ ...sheet, reviewer: 'x' }).success).toBe(false);
		expect(sheetSchema.safeParse({ ...sheet, answers: { a: { answer: 'maybe' } } }).success).toBe(false);
	});
});

describe('validity', () => {
	const mark = (validity: ValidityMark['validity'], onDay: string): ValidityMark => ({
		validity,
		onDay,
		basis: '县政府决定',
	});

	it('is valid until something is said', () => {
		expect(validityOn([], null, '2026-06-01')).toBe('valid');
	});

	it('follows the last mark that has begun', () => {
		const marks = [mark('revised', '2026-01-01'), mark('repealed', '2026-07-01')];
		expect(validityOn(marks, null, '2025-12-31')).toBe('valid');
		expect(validityOn(marks, null, '2026-06-30')).toBe('revised');
		expect(validityOn(marks, null, '2026-07-01')).toBe('repealed');
	});

	it('ends by itself after its last day, and a repeal stays a repeal', () => {
		expect(validityOn([], '2026-06-30', '2026-06-30')).toBe('valid');
		expect(validityOn([], '2026-06-30', '2026-07-01')).toBe('expired');
		expect(validityOn([mark('repealed', '2026-05-01')], '2026-06-30', '2026-07-01')).toBe('repealed');
	});

	it('is marked with a ground, not before the making, not as it is already', () => {
		expect(markIssues(mark('repealed', '2026-05-01'), 'valid', '2026-01-01')).toEqual([]);
		expect(fields(markIssues({ ...mark('valid', '2025-05-01'), basis: ' ' }, 'valid', '2026-01-01'))).toEqual([
			'basis',
			'onDay',
			'validity',
		]);
	});
});

describe('uploads', () => {
	const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
	const file = (mediaType: string, head: number[] | string = [0x50, 0x4b], size = 100) => ({
		mediaType,
		size,
		head: typeof head === 'string' ? new TextEncoder().encode(head) : Uint8Array.from(head),
	});
	const refusal = (name: string, detected: ReturnType<typeof file>) => {
		const answer = acceptFile(name, detected);
		return 'issue' in answer ? answer.issue.key : answer.mediaType;
	};

	it('take what the bytes say when the name agrees', () => {
		expect(refusal('通知.docx', file(docx))).toBe(docx);
		expect(refusal('扫描.PDF', file('application/pdf'))).toBe('application/pdf');
		expect(refusal('老文件.doc', file('application/x-cfb'))).toBe('application/msword');
		expect(refusal('公文.ofd', file('application/zip'))).toBe('application/ofd');
		expect(refusal('名单.csv', file('application/octet-stream', '姓名,金额\n'))).toBe('text/csv; charset=utf-8');
	});

	it.each([
		['通知.docx', file('application/x-msdownload', [0x4d, 0x5a])],
		['通知.docx', file('application/octet-stream', [0x4d, 0x5a, 0x90])],
		['setup.exe', file('application/x-msdownload', [0x4d, 0x5a])],
		['readme.txt', file('application/octet-stream', '#!/bin/sh\n')],
		['lib.txt', file('application/x-elf', [0x7f, 0x45])],
	])('refuse a program called %s', (name, detected) => {
		expect(refusal(name, detected)).toBe('file.executable');
	});

	it('refuse what is something else than its name says', () => {
		const answer = acceptFile('图片.png', file('application/pdf'));
		expect('issue' in answer && answer.issue.message).toBe(
			'「图片.png」的实际内容是PDF 文件，与扩展名不符，不能上传。',
		);
		expect(refusal('通知.docx', file('application/zip'))).toBe('file.mismatch');
		expect(refusal('half.pdf', file('application/octet-stream', [0, 1, 2]))).toBe('file.mismatch');
	});

	it.each(['页面.html', '图.svg', '程序.js', '资料.zip', '无扩展名', '.docx.hta'])('refuse the kind of %s', (name) => {
		expect(refusal(name, file('application/octet-stream', 'text'))).toBe('file.unknown');
	});

	it('refuse an empty file', () => {
		expect(refusal('空.pdf', file('application/octet-stream', '', 0))).toBe('file.empty');
	});
});
