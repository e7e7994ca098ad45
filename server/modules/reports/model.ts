import type { TableForm } from 'annual-report';

export type ReportForm = TableForm;

/** Kinds of records a cell opens to. */
export type RecordType = 'application' | 'remedyCase' | 'registerEntry' | 'document';

/** The records behind a figure, as many as the figure says where each counts as one. */
export interface RecordIds {
	readonly type: RecordType;
	readonly ids: readonly number[];
}

/** What the system knows of a cell by itself. `value` null = it has no source for it. */
export interface Counted {
	readonly value: number | null;
	readonly source: 'computed' | 'register';
	readonly records: RecordIds | null;
	/** Where the figure comes from, in one phrase. */
	readonly basis: string;
}

export type CountedCells = Readonly<Record<string, Counted>>;

/** A figure given by hand; the last one of an address holds. */
export interface HandFigure {
	readonly address: string;
	readonly action: 'enter' | 'override' | 'clear';
	readonly value: number | null;
	/** What was computed when it was given. */
	readonly computed: number | null;
	/** Source of an entered figure, reason of an override. */
	readonly ground: string;
	readonly personName: string;
	readonly at: Date;
}

/** What one office's signed report brings into a cell of the county's; `value` null = it gave no figure. */
export interface UnitFigure {
	readonly officeId: number;
	readonly value: number | null;
	/** 联合办理 counted elsewhere and taken off here. */
	readonly joint: number;
}

/** How a cell of the county's report is made up: its own figure and those of its offices. */
export interface CellMakeUp {
	readonly own: number | null;
	readonly units: readonly UnitFigure[];
}

/** Counts beyond the tables (`published`, `fee.…`, `register.…`) as decimal text; null = not known. */
export type Told = Readonly<Record<string, string | null>>;

/** Whom a report speaks for: the office alone, or the county with all its offices. */
export type ReportCovers = 'office' | 'county';

export type CellSource = 'computed' | 'register' | 'entered' | 'override';

/** A cell of a report: its figure, where it comes from, and what lies under it. */
export interface ReportCell {
	readonly address: string;
	/** Null = nothing fills this cell yet; never a silent zero. */
	readonly value: number | null;
	readonly source: CellSource | null;
	/** What the system counts, kept beneath a figure given by hand. */
	readonly computed: number | null;
	readonly records: RecordIds | null;
	readonly basis: string;
	/** True for sums of the form itself: added up, never given. */
	readonly total: boolean;
	readonly hand: { readonly name: string; readonly at: string; readonly ground: string } | null;
	/** In a report for the whole county. `hand`, `computed` and `records` are then of the county's own part. */
	readonly madeUpOf?: CellMakeUp;
}

export type ReportCells = Readonly<Record<string, ReportCell>>;

/** Number of sections; 0 is the opening paragraph. */
export const SECTIONS = [0, 1, 2, 3, 4, 5, 6] as const;
export type SectionNumber = (typeof SECTIONS)[number];

/** A problem and what is done about it; section five. */
export interface Problem {
	readonly problem: string;
	readonly measure: string;
}

/** The words of a section. `text` holds references such as {{t3.new.total}}; only section five has problems. */
export interface SectionContent {
	readonly text: string;
	readonly problems?: readonly Problem[];
}

/** A saved version of a section. */
export interface SectionRevision {
	readonly id: number;
	readonly section: SectionNumber;
	readonly content: SectionContent;
	readonly personId: number | null;
	readonly personName: string;
	readonly at: Date;
}

export const EMPTY_SECTION: SectionContent = { text: '' };
