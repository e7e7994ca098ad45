import { basis2021 } from '../basis.ts';
import { defineRule } from '../define.ts';
import { total } from '../figures.ts';
import { levelOf } from '../level.ts';
import { unreadable } from '../limit-rule.ts';

const cell = 't2.fee.wan';
/** 10,000 万元: no township collects as much; the figure is nearly always yuan. */
const bound = 10_000;

export const T2CFEE = defineRule({
	id: 'T2C-FEE',
	title: '乡镇行政事业性收费金额的单位是万元',
	basis: basis2021,
	forms: ['2021'],
	severity: 'warning',
	scope: 'table',
	check(context) {
		const level = levelOf(context);
		if (level === 'unknown') return { notChecked: '机关层级不明' };
		const found = total(context, cell);
		if (Number.isNaN(found)) return { notChecked: unreadable };
		if (level !== 'township' || found < bound) return [];
		const message = `表二行政事业性收费填报${found}万元，对乡镇而言过大，可能误以元为单位`;
		return [{ cells: [cell], found, expected: `<${bound}`, message }];
	},
});
