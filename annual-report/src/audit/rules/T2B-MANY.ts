import type { TableForm } from '../../forms/index.ts';
import { basisArticle50 } from '../basis.ts';
import { defineRule } from '../define.ts';
import { cellLabel, total } from '../figures.ts';
import { levelOf } from '../level.ts';
import { unreadable } from '../limit-rule.ts';

type Bound = 'normativeMade' | 'normativeInForce';

/** Which bound of the settings each cell is held against. */
const bounds: Readonly<Record<TableForm, Readonly<Record<string, Bound>>>> = {
	'2014': { 'stat.1.1.1': 'normativeMade', 'stat.1.1.2': 'normativeMade' },
	'2019': {
		't2.normative.made': 'normativeMade',
		't2.normative.published': 'normativeMade',
		't2.normative.total': 'normativeInForce',
	},
	'2021': { 't2.normative.made': 'normativeMade', 't2.normative.valid': 'normativeInForce' },
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
		const { settings } = context;
		const cells = Object.entries(bounds[form]).map(([cell, bound]) => {
			return { cell, bound: settings[bound], found: total(context, cell) };
		});
		const findings = cells
			.filter(({ found, bound }) => found >= bound)
			.map(({ cell, bound, found }) => {
				const message = `${cellLabel(cell, form)}填报${found}，对乡镇而言过多，可能把一般文件也算作规范性文件`;
				return { cells: [cell], found, expected: `<${bound}`, message };
			});
		return cells.some(({ found }) => Number.isNaN(found)) ? { findings, notChecked: unreadable } : findings;
	},
});
