import type { Report, RuleContext, Section } from '../../model/index.ts';
import { basisArticle50 } from '../basis.ts';
import type { Draft } from '../define.ts';
import { defineRule } from '../define.ts';
import { narrativeOf, squeeze } from '../narrative.ts';

export const NEMPTY = defineRule({
	id: 'N-EMPTY',
	title: '标题下面都有内容，问题部分写了改进措施',
	basis: basisArticle50,
	forms: ['2014', '2019', '2021', 'none'],
	severity: 'error',
	scope: 'text',
	check(context) {
		const { sections } = context.report;
		if (sections.length === 0) return { notChecked: '没有读出标题' };
		return [...sections.flatMap((section, i) => emptySection(context.report, section, i)), ...unmended(context)];
	},
});

function emptySection(report: Report, section: Section, i: number): Draft[] {
	const next = report.sections[i + 1];
	const heading = squeeze(section.heading);
	const hasBelow = next !== undefined && next.level > section.level;
	if (hasBelow || squeeze(section.body).replace(/[。；;，,、.]/g, '') !== '') return [];
	if (isSentence(heading) || hasTable(report, heading)) return [];
	const isPromise = /统计表|情况表|附表|附件/.test(heading);
	const message = isPromise
		? `标题「${heading}」下面没有表格：报告说附有统计表，实际没有`
		: `标题「${heading.replace(/[；;。]$/, '')}」下面没有内容`;
	return [{ found: heading, message, at: section.at }];
}

/** A numbered point that is a sentence of its own, or says that there is nothing, needs no body. */
function isSentence(heading: string): boolean {
	return /[，,：:。]/.test(heading) || heading.length > 40 || /^(?:暂?无|没有|未)/.test(heading);
}

/** A section whose body is its table: in the model the table's figures stand in the cells. */
function hasTable(report: Report, heading: string): boolean {
	const has = (prefix: string) =>
		Object.keys(report.cells).some((a) => a.startsWith(prefix) && report.cells[a]?.state !== 'absent');
	if (/统计表|情况表|附件|附表/.test(heading)) return has('stat.') || has('t3.');
	if (/主动公开/.test(heading)) return has('t2.');
	if (/申请/.test(heading)) return has('t3.');
	return /复议|诉讼/.test(heading) && has('t4.');
}

const measures = /改进|措施|下一步|今后|整改|进一步|加强|提高|完善|将/;

/** Section five must say what will be done, and 「无」 alone is no problem section. */
function unmended(context: RuleContext): Draft[] {
	const narrative = narrativeOf(context);
	const section = narrative.six.get(5) ?? context.report.sections.find(({ heading }) => /问题/.test(heading));
	if (!section) return [];
	const text = narrative.under(section);
	if (
		text === '' ||
		measures.test(text) ||
		measures.test(narrative.whole.slice(narrative.whole.indexOf(text) + text.length, -1).slice(0, 400))
	)
		return [];
	const message = /^(?:暂?无|没有|不存在)/.test(text)
		? `「${section.heading}」只写了「${text.slice(0, 12)}」，应当写明问题和改进措施`
		: `「${section.heading}」写了问题，没有写改进措施`;
	return [{ message, at: section.at }];
}
