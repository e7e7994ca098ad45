import { sixSections } from '../../forms/index.ts';
import type { RuleContext, Section } from '../../model/index.ts';
import { basisForms } from '../basis.ts';
import { missingParts } from '../declared.ts';
import type { Draft } from '../define.ts';
import { defineRule } from '../define.ts';
import { narrativeOf } from '../narrative.ts';

export const NSEC = defineRule({
	id: 'N-SEC',
	title: '六个部分齐全、次序正确，开头预告的部分都有',
	basis: basisForms,
	forms: ['2014', '2019', '2021', 'none'],
	severity: 'error',
	scope: 'text',
	check(context) {
		const { report } = context;
		if (report.sections.length === 0) return { notChecked: '没有读出标题' };
		if (report.year === null) return { notChecked: '报告所属年度不明' };
		const six = report.year >= 2019 ? [...missing(context), ...disordered(context)] : [];
		return [...six, ...undelivered(context)];
	},
});

function missing(context: RuleContext): Draft[] {
	const { six } = narrativeOf(context);
	const lost = sixSections.filter(({ n }) => !six.has(n)).map(({ label }) => `「${label}」`);
	if (lost.length === 0) return [];
	const message = `缺少规定的${lost.length}个部分：${lost.join('、')}`;
	return [{ found: 6 - lost.length, expected: 6, message }];
}

function disordered(context: RuleContext): Draft[] {
	const { sections } = context.report;
	const six = [...narrativeOf(context).six.values()];
	const wrong = six.find((section, i) => i > 0 && sections.indexOf(section) < sections.indexOf(six[i - 1] as Section));
	if (!wrong) return [];
	return [{ message: `「${wrong.heading}」的次序不对，六个部分应按规定的先后排列`, at: wrong.at }];
}

function undelivered(context: RuleContext): Draft[] {
	const { preface } = narrativeOf(context);
	return missingParts(preface, context.report).map((part) => ({
		found: part,
		message: `开头说报告包括「${part}」，正文里没有这一部分`,
	}));
}
