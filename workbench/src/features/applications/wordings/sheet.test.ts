import { expect, test } from 'vitest';
import { sheetOf } from './sheet.ts';

const blanks = [
	{ key: 'reason', label: '理由', required: true },
	{ key: 'you', label: '称谓', required: false },
];

test('paragraphs and rows of a form show their blanks by name; a blank there is not stays as typed', () => {
	expect(sheetOf('因{理由}，告知{ 称谓 }。\n\n | 理由 | {理由} |\n{nothing} {open', blanks)).toEqual([
		{ text: '因〔理由〕，告知〔称谓〕。' },
		{ cells: ['理由', '〔理由〕'] },
		{ text: '{nothing} {open' },
	]);
});
