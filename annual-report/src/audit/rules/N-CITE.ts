import { isUnintroduced, misnamed, misnumbered } from '../citations.ts';
import { defineRule } from '../define.ts';
import { narrativeOf } from '../narrative.ts';

/** Order numbers as they are often damaged: 「第711号令」 doubles the 令 of 国务院令. */
const doubled = /国务院令第?(\d+)号令/;

export const NCITE = defineRule({
	id: 'N-CITE',
	title: '引用的法规文件名称和文号正确',
	basis: '《中华人民共和国政府信息公开条例》（国务院令第711号）',
	forms: ['2014', '2019', '2021', 'none'],
	severity: 'warning',
	scope: 'text',
	check(context) {
		const { whole, preface } = narrativeOf(context);
		const text = `${preface}。${whole}`;
		const findings = misnamed(text).map(({ printed, name }) => ({
			found: printed,
			expected: name,
			message: `文中引用「${printed}」，名称应为「${name}」`,
		}));
		for (const { printed, name } of misnumbered(text)) {
			findings.push({ found: printed, expected: name, message: `文中引用「${printed}」，文号应为「${name}」` });
		}
		// Without what stands before the first heading it is not known what was introduced there.
		if (preface !== '' && isUnintroduced(text)) {
			const expected = '《中华人民共和国政府信息公开条例》';
			const message = `文中使用简称《条例》以前没有写明全称，第一次引用时应写${expected}`;
			findings.push({ found: '《条例》', expected, message });
		}
		const order = doubled.exec(text);
		if (order) {
			const expected = `国务院令第${order[1]}号`;
			findings.push({ found: order[0], expected, message: `文中「${order[0]}」多了一个「令」字，应为「${expected}」` });
		}
		const { year } = context.report;
		if (year !== null && year >= 2019 && /国务院令第?492号/.test(text)) {
			const message = `${year}年度报告仍引用2008年的条例（国务院令第492号），应引用2019年修订的国务院令第711号`;
			findings.push({ found: '第492号', expected: '第711号', message });
		}
		return findings;
	},
});
