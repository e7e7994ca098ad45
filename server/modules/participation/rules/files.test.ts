import { describe, expect, it } from 'vitest';
import { fileIssues, keptWord, toldWord } from './files.ts';

const leak = (fileName: string) => ({
	kind: 'mobile' as const,
	masked: '138******00',
	around: '电话138******00',
	fileName,
});
const CLEAN = { leaks: [], unread: [] };
const LEAKS = { leaks: [leak('名单.xlsx'), leak('名单.xlsx'), leak('附表.docx')], unread: [] };
const UNREAD = { leaks: [], unread: [{ fileName: '扫描件.pdf', why: '图片' }] };
const SILENT = { personalReason: '', checkedByHand: false };
const keys = (...given: Parameters<typeof fileIssues>) => fileIssues(...given).map(({ key }) => key);

describe('what keeps files from being shown (个人信息保护法第二十五条)', () => {
	it('nothing, where nothing was found and everything was read', () => {
		expect(fileIssues(CLEAN, SILENT)).toEqual([]);
	});

	it('personal data without a reason, naming each file once', () => {
		const [only, ...more] = fileIssues(LEAKS, SILENT);
		expect(more).toEqual([]);
		expect(only).toMatchObject({ key: 'file.personal', field: 'personalReason' });
		expect(only?.message).toContain('「名单.xlsx」、「附表.docx」');
	});

	it('a reason of blanks, or too short to be one', () => {
		expect(keys(LEAKS, { ...SILENT, personalReason: '   ' })).toEqual(['file.personal']);
		expect(keys(LEAKS, { ...SILENT, personalReason: '同意' })).toEqual(['concern.reason']);
		expect(keys(LEAKS, { ...SILENT, personalReason: '经本人书面同意公开' })).toEqual([]);
	});

	it('a file nobody could read, until somebody has: the one word does not stand for the other', () => {
		expect(keys(UNREAD, { ...SILENT, personalReason: '经本人书面同意公开' })).toEqual(['file.unread']);
		expect(keys(UNREAD, { ...SILENT, checkedByHand: true })).toEqual([]);
		expect(keys({ ...LEAKS, unread: UNREAD.unread }, SILENT)).toEqual(['file.personal', 'file.unread']);
	});
});

describe('what is kept of the word', () => {
	it('is what was asked for, and nothing besides', () => {
		const word = { personalReason: ' 经本人书面同意公开 ', checkedByHand: true };
		expect(keptWord(CLEAN, word)).toEqual({ personalReason: '', checkedByHand: '' });
		expect(keptWord(LEAKS, word)).toEqual({ personalReason: '经本人书面同意公开', checkedByHand: '' });
		expect(keptWord(UNREAD, word)).toEqual({ personalReason: '', checkedByHand: '「扫描件.pdf」' });
	});

	it('stands in the history, or leaves it as it was', () => {
		expect(toldWord({ personalReason: '', checkedByHand: '' })).toBe('');
		expect(toldWord({ personalReason: '经同意', checkedByHand: '「扫描件.pdf」' })).toBe(
			'附件含疑似个人信息，公开的理由：经同意；已逐页核对「扫描件.pdf」',
		);
	});
});
