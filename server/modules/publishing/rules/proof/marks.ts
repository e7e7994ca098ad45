import type { Found } from './hint.ts';

const PAIRS: Readonly<Record<string, string>> = {
	'《': '》',
	'“': '”',
	'（': '）',
	'〔': '〕',
	'【': '】',
	'「': '」',
};
const CLOSING = new Set(Object.values(PAIRS));
const DOUBLED = /([，。；：、？！])\1+|[，、；：][。，；]/g;

/** Marks without their other half in a paragraph, and marks that stand twice. */
export function findMarks(text: string): Found[] {
	const found: Found[] = [];
	let start = 0;
	for (const paragraph of text.split('\n')) {
		found.push(...unpaired(paragraph).map((one) => ({ ...one, at: one.at + start })));
		for (const match of paragraph.matchAll(DOUBLED)) {
			const place = { kind: 'mark', at: start + match.index, length: match[0].length } as const;
			found.push({ ...place, message: `标点「${match[0]}」重复或者连用。` });
		}
		start += paragraph.length + 1;
	}
	return found;
}

function unpaired(paragraph: string): Found[] {
	const open: { mark: string; at: number }[] = [];
	const found: Found[] = [];
	const note = (mark: string, at: number) =>
		found.push({ kind: 'mark', at, length: 1, message: `「${mark}」没有成对。` });
	for (let at = 0; at < paragraph.length; at++) {
		const mark = paragraph.charAt(at);
		if (Object.hasOwn(PAIRS, mark)) open.push({ mark, at });
		else if (CLOSING.has(mark) && !isNumbering(paragraph, at)) {
			const last = open.at(-1);
			if (last && PAIRS[last.mark] === mark) open.pop();
			else note(mark, at);
		}
	}
	for (const { mark, at } of open) note(mark, at);
	return found;
}

/** 1） and 一） number a line and have no other half. */
function isNumbering(paragraph: string, at: number): boolean {
	return paragraph.charAt(at) === '）' && /^\s*[\d一二三四五六七八九十]{1,3}$/.test(paragraph.slice(0, at));
}
