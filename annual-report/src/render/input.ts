import type { TableKey, TableLayout } from '../forms/index.ts';
import { layoutsOf, sixSections } from '../forms/index.ts';
import type { Cell, Form, Report, Section } from '../model/index.ts';

/** A section as it is printed: the heading with its ordinal, its paragraphs, and the table that ends it. */
export interface RenderSection {
	/** 1 is 「一、」, 2 is 「（一）」, 3 is 「1.」. */
	level: number;
	/** The ordinal as printed, empty where the heading has none. */
	ordinal: string;
	heading: string;
	paragraphs: string[];
	table?: TableKey;
}

/** What is rendered: narrative and cells. Made from a report by {@link renderInputOf}, or put together by the caller. */
export interface RenderInput {
	title: string;
	organ: string | null;
	year: number | null;
	form: Form;
	cells: Readonly<Record<string, Cell>>;
	/** Paragraphs between the title and the first heading. */
	preface: string[];
	sections: RenderSection[];
	/** The day under the signature, YYYY-MM-DD. */
	signedOn: string | null;
}

const tableNames: Record<TableKey, string> = {
	t2: '主动公开政府信息情况表',
	t3: '收到和处理政府信息公开申请情况表',
	t4: '政府信息公开行政复议、行政诉讼情况表',
	stat: '政府信息公开情况统计表',
};

/** What a table is called, for captions and sheet names. */
export function tableName(key: TableKey): string {
	return tableNames[key];
}

/** The layouts of a report's form, none for a narrative without tables. */
export function layoutsFor(form: Form): TableLayout[] {
	return form === 'none' ? [] : layoutsOf(form);
}

/**
 * The printable shape of a report. Tables go to the sections the form prescribes for them; a table whose section is
 * missing is put at the end under its own name, so that no figure is lost.
 */
export function renderInputOf(report: Report): RenderInput {
	const sections = report.sections.map(sectionOf);
	placeTables(sections, report.form);
	return {
		title: report.title,
		organ: report.organ,
		year: report.year,
		form: report.form,
		cells: report.cells,
		preface: prefaceOf(report),
		sections,
		signedOn: report.signedOn,
	};
}

function sectionOf({ n, level, heading, body }: Section): RenderSection {
	return {
		level,
		ordinal: n === null ? '' : ordinal(n, level),
		heading,
		paragraphs: body.split('\n').filter((paragraph) => paragraph.trim() !== ''),
	};
}

const digits = '零一二三四五六七八九';

/** Chinese numeral below one hundred: 1 → 一, 12 → 十二, 20 → 二十. */
export function chineseNumber(n: number): string {
	const tens = Math.floor(n / 10);
	const ones = n % 10;
	const left = tens === 0 ? '' : `${tens === 1 ? '' : digits[tens]}十`;
	return left + (ones === 0 && tens > 0 ? '' : (digits[ones] ?? ''));
}

function ordinal(n: number, level: number): string {
	if (level === 1) return `${chineseNumber(n)}、`;
	return level === 2 ? `（${chineseNumber(n)}）` : `${n}.`;
}

function placeTables(sections: RenderSection[], form: Form): void {
	for (const { key } of layoutsFor(form)) {
		const spec = sixSections.find((section) => section.table === key);
		const own = sections.find(({ heading }) => spec && isNamed(heading, [spec.label, ...spec.variants]));
		if (own) lastBelow(sections, own).table = key;
		else sections.push({ level: 1, ordinal: '', heading: tableName(key), paragraphs: [], table: key });
	}
}

function isNamed(heading: string, labels: readonly string[]): boolean {
	const plain = heading.replace(/[\s、，]/g, '');
	return labels.some((label) => plain === label.replace(/[\s、，]/g, ''));
}

/** A table stands at the end of its section, behind the sub-headings. */
function lastBelow(sections: readonly RenderSection[], own: RenderSection): RenderSection {
	let last = own;
	for (const section of sections.slice(sections.indexOf(own) + 1)) {
		if (section.level <= own.level) break;
		last = section;
	}
	return last;
}

/** The opening paragraphs; where the reader did not set them apart, the lines above the first heading but the title. */
function prefaceOf({ preface, lines, sections, title }: Report): string[] {
	if (preface !== undefined) return preface.split('\n').filter((paragraph) => paragraph.trim() !== '');
	const first = sections[0]?.heading.replace(/\s/g, '');
	if (!first) return [];
	const plain = lines.map(({ text }) => text.replace(/\s/g, ''));
	const end = plain.findIndex((text) => text.endsWith(first) && text.length <= first.length + 5);
	const name = title.replace(/\s/g, '');
	return lines
		.slice(0, Math.max(0, end))
		.filter((_, i) => plain[i] !== '' && !name.includes(plain[i] ?? ''))
		.map(({ text }) => text.trim());
}
