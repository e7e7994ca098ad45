import type { Section } from '../../model/index.ts';
import type { Draft } from '../define.ts';
import { defineRule } from '../define.ts';
import { quote, squeeze } from '../narrative.ts';

/** A word of two to eight characters printed twice, a longer phrase printed twice in a list, or doubled punctuation. */
const word = /([\u4e00-\u9fa5][\u4e00-\u9fa5\d]{1,29})\1/g;
const phrase = /([^、，,；;。]{8,40})[、，,；;。]\1(?=[、，,；;。]|等|$)/g;
const marks = /[、，]{2}|。。(?!。)|》》|《《|、和|、等公/g;
/** Words that are rightly said twice. */
const usual = /^(?:一个|一条|一项|一件|一点|一步|一级|逐个|方方|研究|商量|讨论|年年|处处)$/;

export const NDUP = defineRule({
	id: 'N-DUP',
	title: '没有重复的字句和标点',
	basis: '公文文字规范',
	forms: ['2014', '2019', '2021', 'none'],
	severity: 'info',
	scope: 'text',
	check: ({ report }) => report.sections.flatMap(duplicates),
});

function duplicates({ heading, body, at }: Section): Draft[] {
	const text = `${squeeze(heading)}。${squeeze(body)}`;
	const found = [...text.matchAll(word), ...text.matchAll(phrase)].filter(([, part = '']) => !usual.test(part));
	const doubled = [...text.matchAll(marks)];
	return [
		...found.map((match) => draft(match[0], `「${match[0]}」重复`, at)),
		...doubled.map((match) => draft(match[0], `「${quote(text, match.index, 8)}」标点有误`, at)),
	];
}

function draft(found: string, what: string, at: Section['at']): Draft {
	return { found, message: `文中${what}，请核对`, ...(at ? { at } : {}) };
}
