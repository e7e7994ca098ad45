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
	if (section.level > 2 || (report.sections[i + 1]?.level ?? 0) > section.level) return [];
	const body = squeeze(section.body).replace(/[。；;，,、.]/g, '');
	// 「…情况统计表」 is one heading, also where the reader took its last word for the body.
	const isTableWord = /^(?:统计|情况)?表$/.test(body);
	if (body !== '' && !isTableWord) return [];
	const heading = squeeze(section.heading) + (isTableWord ? body : '');
	if (isSentence(heading) || hasTable(report, heading) || isMeasure(report.sections, i)) return [];
	const message = /统计表|情况表|附表|附件/.test(heading)
		? `标题「${heading}」下面没有表格：报告说附有统计表，实际没有`
		: `标题「${heading.replace(/[；;。]$/, '')}」下面没有内容`;
	return [{ found: heading, message, at: section.at }];
}

/** A numbered point that is a sentence of its own, or says that there is nothing, needs no body. */
function isSentence(heading: string): boolean {
	return /[，,：:。]/.test(heading) || heading.length > 40 || /^(?:暂?无|没有|未)/.test(heading);
}

/** Problems and measures may be listed as bare points: 「（一）加强培训。」 says what it has to say. */
function isMeasure(sections: readonly Section[], i: number): boolean {
	if (sections[i]?.level === 1) return false;
	const parent = sections.slice(0, i).findLast(({ level }) => level === 1);
	return /问题|改进|措施|打算|计划|不足/.test(parent?.heading ?? '');
}

/** A section whose body is its table: the figures stand in the cells, and cells that are missing are T2-INT to T4-INT. */
function hasTable(report: Report, heading: string): boolean {
	if (report.form === '2014') return /统计表|情况表|附件|附表/.test(heading);
	return report.form !== 'none' && /主动公开|申请|复议|诉讼|统计表|情况表|附件|附表/.test(heading);
}

const measures = /改进|措施|下一步|今后|整改|进一步|加强|提高|完善|将/;

/** Section five must say what will be done, and 「无」 alone is no problem section. */
function unmended(context: RuleContext): Draft[] {
	const narrative = narrativeOf(context);
	const section = narrative.six.get(5) ?? context.report.sections.find(({ heading }) => /问题/.test(heading));
	if (!section) return [];
	const text = narrative.under(section);
	if (text === '' || measures.test(text) || context.report.sections.some(isMeasureSection)) return [];
	const message = /^(?:暂?无|没有|不存在)/.test(text)
		? `「${section.heading}」只写了「${text.slice(0, 12)}」，应当写明问题和改进措施`
		: `「${section.heading}」写了问题，没有写改进措施`;
	return [{ message, at: section.at }];
}

/** Older outlines put the measures into a section of their own. */
function isMeasureSection({ heading, level }: Section): boolean {
	return level === 1 && /改进|措施|打算|计划|思路/.test(heading) && !/问题/.test(heading);
}
