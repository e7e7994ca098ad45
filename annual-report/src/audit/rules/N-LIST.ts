import type { Section } from '../../model/index.ts';
import type { Draft } from '../define.ts';
import { defineRule } from '../define.ts';
import { squeeze } from '../narrative.ts';

const digits = '一二三四五六七八九十';

export const NLIST = defineRule({
	id: 'N-LIST',
	title: '「一是、二是、三是」次序不乱',
	basis: '公文文字规范',
	forms: ['2014', '2019', '2021', 'none'],
	severity: 'info',
	scope: 'text',
	check: ({ report }) => report.sections.flatMap(disordered),
});

function disordered({ body, heading, at }: Section): Draft[] {
	const text = squeeze(body);
	let before = 0;
	for (const match of text.matchAll(/(?:(?<![唯之统第十])(一)|(?<=^|[。；;：:，,])([二三四五六七八九十]))是/g)) {
		const numeral = match[1] ?? match[2] ?? '';
		const n = digits.indexOf(numeral) + 1;
		if (n !== 1 && before > 0 && n !== before + 1) {
			const wanted = digits[before] ?? '';
			const message = `「${heading}」里「${digits[before - 1]}是」之后应为「${wanted}是」，写成了「${numeral}是」`;
			return [{ found: `${numeral}是`, expected: `${wanted}是`, message, at }];
		}
		before = n;
	}
	return [];
}
