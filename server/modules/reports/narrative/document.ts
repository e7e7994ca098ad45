import { sectionsOf, type TableKey } from 'annual-report';
import type { RenderInput, RenderSection } from 'annual-report/render';
import { libraryCells } from '../compile/library.ts';
import type { ReportCells, ReportForm, SectionContent, SectionNumber } from '../model.ts';
import { type Facts, withFigures } from './references.ts';

export interface DocumentInput {
	form: ReportForm;
	year: number;
	officeName: string;
	cells: ReportCells;
	sections: ReadonlyMap<SectionNumber, SectionContent>;
	facts: Facts;
	/** The day under the signature; null while it is a draft. */
	signedOn: string | null;
}

/** 「××（机关）××××年政府信息公开工作年度报告」 */
export function titleOf(officeName: string, year: number): string {
	return `${officeName}${year}年政府信息公开工作年度报告`;
}

/** The report as it is printed: title, opening, six sections with their tables, signature. */
export function documentOf(input: DocumentInput): RenderInput {
	const { form, sections, facts } = input;
	const paragraphs = (n: SectionNumber) => lines(withFigures(sections.get(n)?.text ?? '', facts));
	return {
		title: titleOf(input.officeName, input.year),
		organ: input.officeName,
		year: input.year,
		form,
		cells: libraryCells(input.cells),
		preface: paragraphs(0),
		sections: form === '2014' ? statSections(input) : sixSections(input),
		signedOn: input.signedOn,
	};
}

function sixSections({ form, sections, facts }: DocumentInput): RenderSection[] {
	return sectionsOf(form).flatMap(({ n, label, table }) => {
		const content = sections.get(n as SectionNumber) ?? { text: '' };
		const own = sectionOf(n, label, [
			...parts(withFigures(content.text, facts)),
			...(n === 5 ? problemParts(content, facts) : []),
		]);
		return placeTable(own, table);
	});
}

/** The 2014 report: narrative parts in the same order, the statistics table as an annex. */
function statSections(input: DocumentInput): RenderSection[] {
	const labels = sectionsOf('2021').map(({ n, label }) => ({ n: n as SectionNumber, label }));
	const written = labels.flatMap(({ n, label }) => {
		const content = input.sections.get(n) ?? { text: '' };
		return sectionOf(n, label, [
			...parts(withFigures(content.text, input.facts)),
			...(n === 5 ? problemParts(content, input.facts) : []),
		]);
	});
	const annex: RenderSection = {
		level: 1,
		ordinal: '',
		heading: '政府信息公开情况统计表',
		paragraphs: [],
		table: 'stat',
	};
	return [...written, annex];
}

/** A heading of the second level, or a paragraph. */
type Part = { heading: string; ordinal: string } | { paragraph: string };

function sectionOf(n: number, label: string, content: readonly Part[]): RenderSection[] {
	const sections: RenderSection[] = [
		{ level: 1, ordinal: `${'一二三四五六'[n - 1]}、`, heading: label, paragraphs: [] },
	];
	for (const part of content) {
		if ('heading' in part) sections.push({ level: 2, ordinal: part.ordinal, heading: part.heading, paragraphs: [] });
		else sections.at(-1)?.paragraphs.push(part.paragraph);
	}
	return sections;
}

function placeTable(sections: RenderSection[], table: TableKey | undefined): RenderSection[] {
	const last = sections.at(-1);
	if (last && table) last.table = table;
	return sections;
}

const HEADING = /^（([一二三四五六七八九十]{1,3})）([^。；，：]{2,40})$/;

function parts(text: string): Part[] {
	return lines(text).map((line) => {
		const match = HEADING.exec(line);
		return match ? { ordinal: `（${match[1]}）`, heading: match[2] ?? '' } : { paragraph: line };
	});
}

function problemParts({ problems = [] }: SectionContent, facts: Facts): Part[] {
	if (problems.length === 0) return [];
	const numbered = (texts: string[]) =>
		texts.map((text, i): Part => ({ paragraph: `${i + 1}.${withFigures(text, facts)}` }));
	return [
		{ ordinal: '（一）', heading: '存在的主要问题' },
		...numbered(problems.map((one) => one.problem)),
		{ ordinal: '（二）', heading: '改进措施' },
		...numbered(problems.map((one) => one.measure)),
	];
}

function lines(text: string): string[] {
	return text
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '');
}
