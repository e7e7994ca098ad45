import { type Issue, issue, underField } from '../../../kernel/issue.ts';
import { checkReportDay, formOfYear } from '../../../law/reporting.ts';
import { messages } from '../messages.zh.ts';

/** The last days a county sets when it opens a year. */
export interface YearDaysInput {
	submitBy: string;
	publishBy: { department: string; township: string; county: string };
}

/** A year can be opened from its December on, in a form the nation had for it. */
export function openingIssues(year: number, today: string): Issue[] {
	if (formOfYear(year) === null) return [issue('year.form', messages.noForm, 'year')];
	return today < `${year}-12-01` ? [issue('year.early', messages.yearNotOver(year), 'year')] : [];
}

/** Days within the caps of Art 49, and offices hand in no later than they publish. */
export function dayIssues(year: number, { submitBy, publishBy }: YearDaysInput): Issue[] {
	const issues = (['department', 'township', 'county'] as const).flatMap((level) =>
		underField(
			`publishBy.${level}`,
			checkReportDay(level, year, publishBy[level]).map(({ key, message }) => ({ key, message })),
		),
	);
	const handIn = checkReportDay('township', year, submitBy).map(({ key, message }) => ({
		key,
		message,
		field: 'submitBy',
	}));
	if (handIn.length > 0) return [...handIn, ...issues];
	const first = publishBy.department < publishBy.township ? publishBy.department : publishBy.township;
	if (submitBy > first) issues.push(issue('year.order', messages.submitAfterPublish, 'submitBy'));
	return issues;
}
