import type { Place } from './cell.ts';
import type { Form, Report } from './report.ts';

/** Severity as the rule index decides it. */
export type Severity = 'error' | 'warning' | 'info';

/** What a rule found: cells by address, the figure found and the one expected, and a sentence a clerk understands. */
export interface Finding {
	rule: string;
	severity: Severity;
	cells: string[];
	found: number | string | null;
	expected: number | string | null;
	/** One plain Chinese sentence. */
	message: string;
	/** The legal or practical basis, in Chinese. */
	basis: string;
	at?: Place;
}

/** What a rule needs that no document holds. Absent parts make the rules that need them answer «not checked». */
export interface Evidence {
	/** Level of the office; decides e.g. whether 规章 may be other than 0. */
	level?: 'county' | 'department' | 'township';
	/** Cell counts from the registers of the platform, by address. */
	registers?: Record<string, number>;
	/** Last day on which the report may be published, YYYY-MM-DD. */
	deadline?: string;
	/** Day on which it was published, YYYY-MM-DD. */
	publishedOn?: string;
	/** Normative documents the library of the platform holds as in force on 31 December. */
	normativeInForce?: number;
	/** Items the publishing register counts as published in the year. */
	publishedItems?: number;
	/**
	 * Applications still open at the end of the year, each with the last day its clock allows (YYYY-MM-DD); null where no
	 * limit is running (waiting for a supplement or a fee).
	 */
	openApplications?: { number: string; dueOn: string | null }[];
	/** 区号 of the county's telephones, such as 0999. */
	areaCode?: string;
	/** Notices to supplement (Article 30) behind the applications that ended in (六)1 in the year, whenever they were sent. */
	supplementNotices?: number;
	/** Fee notices behind the applications that ended in (六)2 in the year, whenever they were sent; else `feeNotices` is used. */
	unpaidFeeNotices?: number;
	/** Fee notices (国办函〔2020〕109号) sent in the year. */
	feeNotices?: number;
	/** Yuan charged by the fee notices of the year. */
	feeCharged?: number;
	/** Yuan of 信息处理费 paid in the year. */
	feeCollected?: number;
	/** Reviews and suits newly taken up in the year, by group of table 4. */
	newCases?: Partial<Record<'review' | 'direct' | 'afterReview', number>>;
	/** Reviews and suits of table 4 that no application began (over what is published, or is not), by group. */
	otherCases?: Partial<Record<'review' | 'direct' | 'afterReview', number>>;
}

/** Bounds that a county may set otherwise. */
export interface AuditSettings {
	/** Share of common text from which two reports count as 内容雷同, 0 to 1. */
	similarity: number;
	/** 规范性文件 made or published in a year from which a township's figure is taken for one of all documents. */
	normativeMade: number;
	/** The same of those in force. */
	normativeInForce: number;
}

/** Everything a rule may look at: the report itself, the other reports of the same call, and outside evidence. */
export interface RuleContext {
	report: Report;
	/** The same office's report of the year before, where it is in the same call. */
	previous?: Report;
	/** Reports of the same year in the same call; the office's own may be among them. */
	siblings: readonly Report[];
	evidence: Evidence;
	settings: AuditSettings;
	/** Totals left blank although their parts are not, by address, with the figure the parts give. */
	missingTotals: ReadonlyMap<string, number>;
	/** What one look over all cells tells. */
	glance: Glance;
}

/** What one look over all cells of a report tells; several rules ask it, and asking each cell by its address costs most. */
export interface Glance {
	/** Figure of each cell in the order of `allAddresses`, where every one is a printed figure; null otherwise. */
	readonly figures: Float64Array | null;
	/** Tables (`t2`, `t3` …) whose every cell is a printed figure that such a cell can hold. */
	readonly plain: ReadonlySet<string>;
}

/** A rule's answer: findings (none = passed), or why it could not be checked (in whole, or in the part it names). */
export type RuleResult = Finding[] | { notChecked: string; findings?: Finding[] };

/**
 * What a rule reads: figures of the tables, claims against them, the text alone, the same office's other year,
 * other offices, or outside evidence.
 */
export type RuleScope = 'table' | 'claim' | 'text' | 'year' | 'unit' | 'evidence';

/** One audit rule as a value. Never throws, never prints, never reads anything it was not given. */
export interface Rule {
	id: string;
	title: string;
	basis: string;
	forms: readonly Form[];
	severity: Severity;
	scope: RuleScope;
	check(context: RuleContext): RuleResult;
}
