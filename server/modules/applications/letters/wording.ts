import { collectIssues, type Issue, issue } from '../../../kernel/issue.ts';
import type { LetterId, OutcomeCode } from '../../../law/codes.ts';
import { COMMON_FIELDS, fieldsOf, LETTERS } from '../../../law/letters.ts';
import { messages } from '../messages.zh.ts';
import { FORM_WIDTHS } from './papers.ts';
import { blanksOf, type FormRow, type Template, type TemplatePart } from './template.ts';

/** Which letter is worded: one that serves several outcomes has a wording for each. */
export interface WordingKey {
	readonly template: LetterId;
	readonly outcome?: OutcomeCode;
}

/** A wording as the county edits it: the title, and the body one paragraph a line; a line of a form is `| 标签 | {blank} |`. */
export interface WordingText {
	readonly title: string;
	readonly source: string;
}

/** Blanks that belong to no letter in particular, as the editor names them. */
const FURTHER: Readonly<Record<string, string>> = {
	you: '称谓',
	remedy: '救济途径',
	email: '电子邮箱',
	agent: '代理人',
	submittedOn: '提交日期',
	medium: '信息的形式要求',
	way: '获取方式',
	dueDay: '答复期限',
	applicantKind: '申请人类型',
	letterTitle: '送达文书名称',
	signature: '签名',
	signedOn: '签收日期',
	handler: '经办人',
	note: '备注',
	information: '拟公开的信息',
	receivedBecause: '收到日期的确定依据',
	outcome: '拟办结果',
};

const LONGEST_TITLE = 40;
const LONGEST_LINE = 500;
const MOST_LINES = 60;
/** Written over a value, these would break a line of a form. */
const FORM_MARK = '|';

/** The label of a blank of a letter; null for one it does not have. */
export function blankLabel(key: WordingKey, base: Template, blank: string): string | null {
	if (!offered(base).has(blank)) return null;
	const named = [...fieldsOf(key.template, key.outcome), ...COMMON_FIELDS].find((field) => field.key === blank);
	return named?.label ?? FURTHER[blank] ?? null;
}

/** Blanks that may stand in a wording: those of the product's own, and those every letter can fill. */
function offered(base: Template): Set<string> {
	return new Set([...blanksOf(base), ...COMMON_FIELDS.map(({ key }) => key), 'you']);
}

export interface Blank {
	readonly key: string;
	readonly label: string;
	/** Without it the letter would not say what the law wants said. */
	readonly required: boolean;
}

/** Blanks of a letter for the editor: the required ones first, each group in the order of the product's own wording. */
export function blanksFor(key: WordingKey, base: Template): Blank[] {
	const required = requiredBlanks(key, base);
	const all = [...offered(base)].map((blank) => ({
		key: blank,
		label: blankLabel(key, base, blank) ?? blank,
		required: required.has(blank),
	}));
	return all.sort((a, b) => Number(b.required) - Number(a.required));
}

function requiredBlanks({ template, outcome }: WordingKey, base: Template): Set<string> {
	const stated = new Set(
		fieldsOf(template, outcome)
			.filter(({ optional }) => !optional)
			.map(({ key }) => key),
	);
	return new Set(blanksOf(base).filter((blank) => stated.has(blank) || blank === 'basis' || blank === 'remedy'));
}

/** A wording as the county reads and types it: `{依据条款}` for `{basis}`. */
export function labelled(key: WordingKey, base: Template, source: string): string {
	return source.replace(/\{(\w+)\}/g, (whole, blank: string) => {
		const label = blankLabel(key, base, blank);
		return label === null ? whole : `{${label}}`;
	});
}

/** A wording as it is kept. What is no blank of the letter stays as typed, to be told. */
export function keyed(key: WordingKey, base: Template, source: string): string {
	const keys = new Map(blanksFor(key, base).map((blank) => [blank.label, blank.key]));
	return source.replace(/\{\s*([^{}]*?)\s*\}/g, (whole, label: string) => {
		const blank = keys.get(label);
		return blank === undefined ? whole : `{${blank}}`;
	});
}

export function sourceOf(template: Template): string {
	return template.parts
		.flatMap((part) => (typeof part === 'string' ? [part] : part.form.map((row) => `| ${row.join(' | ')} |`)))
		.join('\n');
}

/** The wording as a template. Addressee and seal are those of the letter, whoever words it. */
export function templateFrom(source: string, base: Template): Template {
	const parts: TemplatePart[] = [];
	let form: FormRow[] = [];
	const endForm = () => {
		if (form.length > 0) parts.push({ form, widths: FORM_WIDTHS });
		form = [];
	};
	for (const line of linesOf(source)) {
		if (line.startsWith(FORM_MARK)) form.push(cellsOf(line));
		else {
			endForm();
			parts.push(line);
		}
	}
	endForm();
	return { ...base, parts };
}

function linesOf(source: string): string[] {
	return source
		.split(/\r?\n/)
		.map((line) => line.trim())
		.filter(Boolean);
}

function cellsOf(line: string): string[] {
	const inner = line.slice(1, line.endsWith(FORM_MARK) ? -1 : undefined);
	return inner.split(FORM_MARK).map((cell) => cell.trim());
}

/** What keeps a wording from being used: a letter must say what the law wants said, and no blank may stay open. */
export function checkWording(key: WordingKey, { title, source }: WordingText, base: Template): Issue[] {
	const lines = linesOf(source);
	const used = new Set(blanksOf(templateFrom(source, base)));
	const missing = [...requiredBlanks(key, base)].filter((blank) => !used.has(blank));
	const problem = (at: string, message: string) => issue(`wording.${at}`, message, 'source');
	return collectIssues(
		titleIssue(title),
		lines.length === 0 ? problem('empty', messages.wordingEmpty) : null,
		lines.length > MOST_LINES ? problem('lines', messages.wordingLines(MOST_LINES)) : null,
		lines.flatMap((line, at) => lineIssues(key, line, at + 1, base)),
		missing.map((blank) => problem('missing', messages.wordingMissing(blankLabel(key, base, blank) ?? blank))),
		used.has('remedy') && !lines.includes('{remedy}') ? problem('remedy', messages.wordingRemedy) : null,
	);
}

function titleIssue(title: string): Issue | null {
	const length = title.trim().length;
	if (length > 0 && length <= LONGEST_TITLE) return null;
	return issue('wording.title', messages.wordingTitle(LONGEST_TITLE), 'title');
}

function lineIssues(key: WordingKey, line: string, number: number, base: Template): Issue[] {
	const problem = (message: string) => issue('wording.line', `第${number}段：${message}`, 'source');
	const blanks = [...line.matchAll(/\{([^{}]*)\}/g)].map((found) => found[1] ?? '');
	const unknown = blanks.filter((blank) => blankLabel(key, base, blank) === null);
	const left = line.replace(/\{[^{}]*\}/g, '');
	const cells = line.startsWith(FORM_MARK) ? cellsOf(line).length : 2;
	return collectIssues(
		line.length > LONGEST_LINE ? problem(messages.wordingLong(LONGEST_LINE)) : null,
		unknown.map((blank) => problem(messages.wordingUnknown(`{${blank}}`))),
		/[{}]/.test(left) ? problem(messages.wordingBraces) : null,
		cells === 2 || cells === FORM_WIDTHS.length ? null : problem(messages.wordingCells),
	);
}

/** How a wording is named in lists and on paper trails. */
export function nameOf({ template, outcome }: WordingKey): string {
	return outcome ? `${template}-${outcome}` : template;
}

export function defaultTitle({ template }: WordingKey): string {
	return LETTERS[template].title;
}
