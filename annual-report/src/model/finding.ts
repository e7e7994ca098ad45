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
}

/** Everything a rule may look at: the report itself, the other reports of the same call, and outside evidence. */
export interface RuleContext {
	report: Report;
	/** The same office's report of the year before, where it is in the same call. */
	previous?: Report;
	/** Reports of other offices in the same call. */
	siblings: Report[];
	evidence: Evidence;
}

/** A rule's answer: findings (none = passed), or why it could not be checked. */
export type RuleResult = Finding[] | { notChecked: string };

/** One audit rule as a value. Never throws, never prints, never reads anything it was not given. */
export interface Rule {
	id: string;
	title: string;
	basis: string;
	forms: readonly Form[];
	severity: Severity;
	check(context: RuleContext): RuleResult;
}
