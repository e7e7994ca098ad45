import type { Section } from '../../model/index.ts';
import { basisArticle50 } from '../basis.ts';
import type { Draft } from '../define.ts';
import { defineRule } from '../define.ts';
import { squeeze } from '../narrative.ts';

/**
 * A measure word without its number, in a list of counted things: 「公开…资质条，」. The characters ruled out make words
 * of their own with 条 (头条, 链条, 条条) or are numbers.
 */
const numberless =
	/(?:公开|发布|公布|受理|收到|办理)[^，。；、,;\d]{2,24}[^\d０-９一二三四五六七八九十百千万两零〇几数多余各每逐该此头链线面法第某干双教信％%\s]条(?=[，。；、,;])/g;

export const NBLANK = defineRule({
	id: 'N-BLANK',
	title: '量词前面都有数字',
	basis: basisArticle50,
	forms: ['2014', '2019', '2021', 'none'],
	severity: 'warning',
	scope: 'text',
	check: ({ report }) => report.sections.flatMap(numberlessIn),
});

function numberlessIn({ body, at }: Section): Draft[] {
	return [...squeeze(body).matchAll(numberless)].map(([found]) => ({
		found,
		message: `文中「${found}」的「条」前面没有数字`,
		at,
	}));
}
