import type { Block, Cell } from '../../../platform/documents/index.ts';

/** A row of a form: label and value in turn. `{key}` is filled in; a value alone spans the rest of the row. */
export type FormRow = readonly string[];

/**
 * The body of a letter as data: paragraphs with blanks written `{key}`, or a ruled form. A paragraph of which every blank
 * is empty is left out, so that one template serves with and without enclosures.
 */
export type TemplatePart = string | { readonly form: readonly FormRow[]; readonly widths: readonly number[] };

export interface Template {
	readonly parts: readonly TemplatePart[];
	/** Begins with the reader's name and a colon. */
	readonly addressed: boolean;
	/** Ends with the name of the office, the day and room for the seal. */
	readonly sealed: boolean;
}

export type Values = Readonly<Record<string, string>>;

const BLANK = /\{(\w+)\}/g;

/** Keys of all blanks of a template, each once. */
export function blanksOf(template: Template): string[] {
	const texts = template.parts.flatMap((part) => (typeof part === 'string' ? [part] : part.form.flat()));
	return [...new Set(texts.flatMap((text) => [...text.matchAll(BLANK)].map((found) => found[1] ?? '')))];
}

/** @throws Error naming a blank without a value: a letter with a hole in it must not leave the house. */
export function fillTemplate(template: Template, values: Values): Block[] {
	return template.parts.flatMap((part): Block[] => {
		if (typeof part !== 'string') {
			const rows = part.form.map((row) => formRow(row, part.widths.length, values));
			return [{ kind: 'table', widths: part.widths, rows }];
		}
		const keys = [...part.matchAll(BLANK)].map((found) => found[1] ?? '');
		const filled = fill(part, values);
		if (keys.length > 0 && keys.every((key) => values[key]?.trim() === '')) return [];
		return [{ kind: 'paragraph', text: LED_BLANK.test(part) ? stopped(filled) : filled }];
	});
}

/** A blank at the end of a sentence: 联系方式：{where}. A blank alone is a list or a text of its own. */
const LED_BLANK = /[^\s{}][^{}]*\{\w+\}$/;
/** After the address of a page a stop would be taken for a part of it. */
const ENDED = /[。！？；：…”’》]$|https?:\S+$/;

function stopped(text: string): string {
	const trimmed = text.trimEnd();
	return ENDED.test(trimmed) ? trimmed : `${trimmed}。`;
}

/** What somebody typed, without the stop at its end: a sentence goes on after it. */
export function unstopped(text: string): string {
	return text.trim().replace(/[。；，、]+$/u, '');
}

/** What was typed comes with or without its stop; where the letter goes on with one of its own, there is one. */
function fill(text: string, values: Values): string {
	return text.replace(BLANK, (blank, key: string, at: number) => {
		const value = values[key];
		if (value === undefined) throw new Error(`letter blank without a value: ${key}`);
		return /^[。；，、）]/.test(text.slice(at + blank.length)) ? unstopped(value) : value;
	});
}

function formRow(row: FormRow, columns: number, values: Values): Cell[] {
	return row.map((text, at): Cell => {
		const label = !text.includes('{') && at % 2 === 0;
		const rest = at === row.length - 1 ? columns - row.length + 1 : 1;
		return { text: fill(text, values), bold: label, align: label ? 'center' : 'left', columnSpan: rest };
	});
}
