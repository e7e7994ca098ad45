import { basisArticle50 } from '../basis.ts';
import { defineRule } from '../define.ts';
import { figuresOf, unreadable } from '../limit-rule.ts';
import { narrativeOf } from '../narrative.ts';

const columns = { '2019': ['made', 'published', 'total'], '2021': ['made', 'repealed', 'valid'] } as const;

const cleaned = /规范性文件[^，]{0,6}清理|清理[^，]{0,8}规范性文件/;
/** A clean-up not held, still to come, or of which it is said that it found nothing. */
const otherwise = /未|没有|无|不涉及|将|计划|下一步|制度|机制|要求|规定/;

export const NCLEAN = defineRule({
	id: 'N-CLEAN',
	title: '开展规范性文件清理就有可以清理的文件',
	basis: basisArticle50,
	forms: ['2019', '2021'],
	severity: 'warning',
	scope: 'text',
	check(context) {
		const clause = narrativeOf(context)
			.whole.split(/[，。；！？]/)
			.find((one) => cleaned.test(one) && !otherwise.test(one));
		if (clause === undefined) return [];
		const { form } = context.report;
		const cells = columns[form === '2019' ? '2019' : '2021'].map((column) => `t2.normative.${column}`);
		const figures = figuresOf(context, ...cells);
		if (!figures) return { notChecked: unreadable };
		if (figures.some((figure) => figure > 0)) return [];
		const message = `文中写「${clause}」，表二规范性文件各项却都是0，没有可以清理的文件`;
		return [{ cells, found: 0, expected: '≥1', message }];
	},
});
