import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LETTERS } from '../../../law/letters.ts';
import { templateOf, WORDINGS, wordingKey } from './index.ts';
import { blanksOf, fillTemplate } from './template.ts';
import {
	blankLabel,
	blanksFor,
	checkWording,
	defaultTitle,
	keyed,
	labelled,
	nameOf,
	sourceOf,
	templateFrom,
} from './wording.ts';

const all = WORDINGS.map((key) => ({ key, name: nameOf(key), base: templateOf(key.template, key.outcome) }));
const title = '测试文书';

describe.each(all)('$name', ({ key, base }) => {
	test('reads back from its own source as it was', () => {
		expect(templateFrom(sourceOf(base), base)).toEqual(base);
	});

	test('as the product words it, it passes its own check', () => {
		expect(checkWording(key, { title: defaultTitle(key), source: sourceOf(base) }, base)).toEqual([]);
	});

	test('reads the same with its blanks in Chinese, none of two meanings', () => {
		const labels = blanksFor(key, base).map(({ label }) => label);
		expect(new Set(labels).size, labels.join()).toBe(labels.length);
		expect(keyed(key, base, labelled(key, base, sourceOf(base)))).toBe(sourceOf(base));
		expect(labelled(key, base, sourceOf(base))).not.toMatch(/\{\w+\}/);
	});

	test('names every blank in Chinese', () => {
		for (const { label } of blanksFor(key, base)) expect(label).toMatch(/\p{Script=Han}/u);
	});

	test('tells of every required blank that is left out, and of that only', () => {
		for (const { key: blank, label, required } of blanksFor(key, base)) {
			const without = sourceOf(base).replaceAll(`{${blank}}`, '某处');
			const issues = checkWording(key, { title, source: without }, base);
			expect(issues.length > 0, label).toBe(required);
			if (required) expect(issues[0]?.message).toContain(label);
		}
	});
});

test('every letter but D32 can be worded, one that reads by outcome once an outcome', () => {
	const ids = new Set(WORDINGS.map(({ template }) => template));
	expect(Object.keys(LETTERS).filter((id) => !ids.has(id as keyof typeof LETTERS))).toEqual(['D32']);
	expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
	expect(wordingKey('D15', 'O2')).toEqual({ template: 'D15', outcome: 'O2' });
	expect(wordingKey('D17', 'O5')).toEqual({ template: 'D17' });
});

describe('a wording that cannot be used', () => {
	const key = { template: 'D06' as const };
	const base = templateOf('D06');
	const source = sourceOf(base);
	const messagesOf = (text: string) => checkWording(key, { title, source: text }, base).map(({ message }) => message);

	test.each([
		['a blank of another letter', `${source}\n{queryCode}`, '没有{queryCode}这一项'],
		['a blank nobody knows', `${source}\n{__proto__}`, '没有{__proto__}这一项'],
		['an open brace', `${source}\n特此告知{`, '花括号没有成对'],
		['a row of three cells', `${source}\n| 甲 | {basis} | 乙 |`, '两格或者四格'],
		['a line too long', `${source}\n${'长'.repeat(501)}`, '不超过500字'],
		['too many lines', `${source}\n${'行\n'.repeat(60)}`, '不超过60段'],
		['nothing', ' \n ', '请填写文书正文'],
	])('%s', (_, text, words) => {
		expect(messagesOf(text).join()).toContain(words);
	});

	test('the line at fault is named by its number', () => {
		expect(messagesOf(`甲\n\n乙{nothing}\n${source}`)).toEqual(['第2段：没有{nothing}这一项，请从列表选用。']);
	});

	test('the remedy (第五十一条) stands alone, so that none is printed where the law gives none', () => {
		const answer = templateOf('D19');
		const inline = sourceOf(answer).replace('{remedy}', '特此告知。{remedy}');
		expect(checkWording({ template: 'D19' }, { title, source: inline }, answer)[0]?.message).toContain('独立成段');
	});

	test('a title of nothing, or too long', () => {
		for (const wrong of ['', '   ', '书'.repeat(41)])
			expect(checkWording(key, { title: wrong, source }, base)[0]).toMatchObject({ field: 'title' });
	});
});

test('whatever passes the check is filled without a hole', () => {
	const key = { template: 'D04' as const };
	const base = templateOf('D04');
	const names = ['items', 'period', 'effect', 'basis', 'you', 'officeName', 'nothing', '', 'a b'];
	const piece = fc.oneof(
		fc.constantFrom(...names.map((name) => `{${name}}`)),
		fc.string({ maxLength: 6 }),
		fc.constant('\n'),
	);
	const values = Object.fromEntries(blanksFor(key, base).map((blank) => [blank.key, '值']));
	let passed = 0;
	fc.assert(
		fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
			const source = `${sourceOf(base)}\n${pieces.join('')}`;
			if (checkWording(key, { title, source }, base).length > 0) return;
			passed += 1;
			const template = templateFrom(source, base);
			for (const blank of blanksOf(template)) expect(blankLabel(key, base, blank)).not.toBeNull();
			expect(JSON.stringify(fillTemplate(template, values))).not.toMatch(/\{\w+\}/);
		}),
		{ numRuns: 2000 },
	);
	expect(passed).toBeGreaterThan(100);
});
