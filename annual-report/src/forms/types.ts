import type { Form } from '../model/index.ts';

/** The forms that have tables. */
export type TableForm = Exclude<Form, 'none'>;

/** The tables of the forms: `t2`, `t3`, `t4` of the 2019 and 2021 forms, `stat` of the 2014 form. */
export type TableKey = 't2' | 't3' | 't4' | 'stat';

/** A printed label with the other wordings seen in real reports. Ordinals and brackets are ignored when matching. */
export interface Label {
	key: string;
	label: string;
	variants: readonly string[];
}

/** A column of figures. `unit` is the unit of its cells, null where the row decides. */
export interface Column extends Label {
	unit: string;
}

/** One block of table 2: an item of Article 20 of the Regulations with its own column heads. */
export interface Block {
	article: string;
	columns: readonly Column[];
	rows: readonly Label[];
}

/** A row of table 3. `path` holds the group labels left of it, outermost first; `ordinal` is printed before the label. */
export interface Row extends Label {
	ordinal: string;
	path: readonly string[];
}

/** A line of the 2014 statistics table. Header lines have no figure; `local` lines are additions seen in practice. */
export interface StatLine extends Label {
	/** Code as in the contract, without the leading `stat.`. */
	code: string;
	ordinal: string;
	/** The bracketed note printed after the label, empty where there is none. */
	note: string;
	unit: string;
	/** Depth of indentation as printed: 0 for 「一、」. */
	depth: number;
	header: boolean;
	local: boolean;
}

/** What a cell of a printed table is: a heading, a row label, or the place of a figure. */
export type LayoutKind = 'band' | 'head' | 'label' | 'value' | 'unit';

/** A cell of the official printed table. Rows and columns count from 0. `address` is set on `value` cells. */
export interface LayoutCell {
	row: number;
	col: number;
	rowSpan: number;
	colSpan: number;
	kind: LayoutKind;
	text: string;
	address?: string;
	/** Depth of indentation, 2014 form only. */
	depth?: number;
}

/** The official printed table: merged cells in reading order, the first `headerRows` rows repeat on each page. */
export interface TableLayout {
	key: TableKey;
	rows: number;
	columns: number;
	headerRows: number;
	/** Relative widths of the columns, adding up to 100. */
	widths: readonly number[];
	cells: readonly LayoutCell[];
}

/**
 * A printed identity: the sum over `left` equals the sum over `right`. `rule` is the audit rule that tests it.
 * For a row or column sum `right` is the one total.
 */
export interface Identity {
	rule: string;
	left: readonly string[];
	right: readonly string[];
}

/** A section of the statutory outline. */
export interface SectionSpec extends Label {
	n: number;
	/** The table that stands in this section. */
	table?: TableKey;
}
