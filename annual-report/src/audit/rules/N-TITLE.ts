import { basisForms } from '../basis.ts';
import { defineRule } from '../define.ts';
import { squeeze } from '../narrative.ts';

export const NTITLE = defineRule({
	id: 'N-TITLE',
	title: '标题为「××年政府信息公开工作年度报告」',
	basis: basisForms,
	forms: ['2014', '2019', '2021', 'none'],
	severity: 'info',
	scope: 'text',
	check({ report }) {
		const title = squeeze(report.title);
		if (title === '') return { notChecked: '没有读出标题' };
		if (/政府信息公开工作年度报告/.test(title)) return [];
		const expected = `${report.organ ?? '××'}${report.year ?? '××××'}年政府信息公开工作年度报告`;
		return [{ found: title, expected, message: `标题「${title}」与规定名称不同，应为「${expected}」` }];
	},
});
