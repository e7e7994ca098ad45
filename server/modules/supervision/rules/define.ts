import type { Found, OfficeFacts, Severity } from '../model.ts';

/** One thing the county looks after. Pure: the same facts give the same findings. */
export interface MonitorRule {
	id: string;
	title: string;
	/** Where it is written. */
	basis: string;
	severity: Severity;
	/** 政务新媒体 have a hundred points of their own; what is of neither word counts for the site. */
	scale?: 'media';
	/** Points taken from the hundred for each finding, and at most. */
	points: number;
	most: number;
	check(facts: OfficeFacts): Found[];
}

export function defineMonitor(rule: MonitorRule): MonitorRule {
	return rule;
}

/** Whole days between two civil days. */
export function daysSince(day: string, today: string): number {
	return Math.round((Date.parse(`${today}T00:00:00Z`) - Date.parse(`${day}T00:00:00Z`)) / 86_400_000);
}
