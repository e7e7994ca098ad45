import type { TableForm } from '../../forms/index.ts';
import { basisArticle50 } from '../basis.ts';
import { defineRule } from '../define.ts';
import { cellLabel, total } from '../figures.ts';
import { levelOf } from '../level.ts';
import { unreadable } from '../limit-rule.ts';

/** A township makes a handful of 规范性文件 a year at most; from here on the figure is nearly always one of all documents. */
const made = 8;
/** The same for those in force. */
const standing = 50;

const bounds: Readonly<Record<TableForm, Readonly<Record<string, number>>>> = {
	'2014': { 'stat.1.1.1': made, 'stat.1.1.2': made },
	'2019': { 't2.normative.made': made, 't2.normative.published': made, 't2.normative.total': standing },
	'2021': { 't2.normative.made': made, 't2.normative.valid': standing },
};

export const T2BMANY = defineRule({
	id: 'T2B-MANY',
	title: '乡镇的规范性文件数量合理',
	basis: basisArticle50,
	forms: ['2014', '2019', '2021'],
	severity: 'warning',
	scope: 'table',
	check(context) {
		const { form } = context.report;
		const level = levelOf(context);
		if (level === 'unknown') return { notChecked: '机关层级不明' };
		if (level !== 'township' || form === 'none') return [];
		const cells = Object.entries(bounds[form]).map(([cell, bound]) => ({ cell, bound, found: total(context, cell) }));
		const findings = cells
			.filter(({ found, bound }) => found >= bound)
			.map(({ cell, bound, found }) => {
				const message = `${cellLabel(cell, form)}填报${found}，对乡镇而言过多，可能把一般文件也算作规范性文件`;
				return { cells: [cell], found, expected: `<${bound}`, message };
			});
		return cells.some(({ found }) => Number.isNaN(found)) ? { findings, notChecked: unreadable } : findings;
	},
});
