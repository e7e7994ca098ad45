import type { Cell, Place } from './cell.ts';

/** The three national forms, and `none` for a narrative without their tables. */
export type Form = '2014' | '2019' | '2021' | 'none';

/** A heading of the outline and where its body begins. `level` 1 is 「一、」, 2 is 「（一）」, 3 is 「1.」. */
export interface Section {
	/** The printed ordinal as a number, null where the heading has none. */
	n: number | null;
	level: number;
	heading: string;
	/** The text under this heading up to the next heading of any level, words joined over line ends. */
	body: string;
	at?: Place;
}

/** How exactly a sentence states its figure: 余 means «at least», 约 «about». */
export type Precision = 'exact' | 'atLeast' | 'about';

/** A checkable statement of the narrative. `refs` are the cell addresses it speaks of, empty where no table holds it. */
export interface Claim {
	/** `plan` names the year planned for as `value`; `part` is a part the opening paragraph announces. */
	kind: 'count' | 'none' | 'sum' | 'percent' | 'growth' | 'period' | 'date' | 'citation' | 'organ' | 'plan' | 'part';
	text: string;
	value: number | null;
	unit: string | null;
	precision: Precision;
	refs: string[];
	/**
	 * For a sum: the parts named after 「其中」. For a percentage: numerator and denominator where the text gives both.
	 * For a growth rate: the figure of the year and the one before where the text gives both.
	 */
	parts?: number[];
	/** True where the sentence lists only some parts (等), so that no equality may be asked of them. */
	open?: boolean;
	at?: Place;
}

/** Something the reader wants to say about the source that is no audit finding. */
export interface Warning {
	message: string;
	at?: Place;
}

/** A source line as the reader kept it: what the workbench shows beside the cells. */
export interface SourceLine {
	text: string;
	at: Place;
}

/**
 * An annual report as read from a document, or compiled by a system.
 *
 * `year` is the year reported on (null when the text does not say), `period` its first and last day (YYYY-MM-DD),
 * `cells` are keyed by the addresses of the contract and hold every cell of the form (those the document lacks are
 * `absent`); for form `none` they are empty.
 */
export interface Report {
	file: string;
	title: string;
	organ: string | null;
	year: number | null;
	form: Form;
	period: [string, string] | null;
	/** The date under the signature or in the page head, when there is one. */
	signedOn: string | null;
	cells: Record<string, Cell>;
	/** The running text before the first heading, words joined over line ends; the reader always sets it. */
	preface?: string;
	sections: Section[];
	claims: Claim[];
	warnings: Warning[];
	lines: SourceLine[];
}
