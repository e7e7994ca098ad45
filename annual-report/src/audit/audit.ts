import type { Evidence, Finding, Form, Report, Rule, RuleContext, RuleScope } from '../model/index.ts';
import { placeOf } from '../model/index.ts';
import { missingTotalsOf } from './figures.ts';
import { glanceAt } from './glance.ts';
import type { Profile, ProfileName } from './profile.ts';
import { profiles } from './profile.ts';
import { rules } from './rules/index.ts';

/** What an audit may look at beside the report, and how strictly it judges. */
export interface AuditOptions {
	/** The same office's report of the year before; one of another year is not used. */
	previous?: Report;
	/** Reports of other offices, for the similarity rule. */
	siblings?: readonly Report[];
	/** What no document holds: level, registers, deadline. */
	evidence?: Evidence;
	/** `import` (default), `county`, or one of the caller's own. */
	profile?: ProfileName | Profile;
	/** Share of common text from which two reports count as 内容雷同, 0 to 1; that of the profile where left out. */
	similarity?: number;
	/** Only rules of these scopes; all where left out. */
	scopes?: readonly RuleScope[];
}

/** A rule that could not be checked, in whole or in the part `reason` names. */
export interface NotChecked {
	rule: string;
	reason: string;
}

/** The outcome of an audit. A rule of the report's form that is in neither list has passed. */
export interface AuditResult {
	findings: Finding[];
	notChecked: NotChecked[];
}

const nothing: Evidence = {};

const byForm: Record<Form, readonly Rule[]> = {
	'2014': rules.filter((rule) => rule.forms.includes('2014')),
	'2019': rules.filter((rule) => rule.forms.includes('2019')),
	'2021': rules.filter((rule) => rule.forms.includes('2021')),
	none: rules.filter((rule) => rule.forms.includes('none')),
};

/**
 * Audits one report with every rule of its form. Pure: the answer depends on the arguments alone, nothing is read,
 * printed or changed. Findings come in the order of the rule index; what could not be checked is said, never passed.
 */
export function auditReport(report: Report, options: AuditOptions = {}): AuditResult {
	const profile = typeof options.profile === 'object' ? options.profile : profiles[options.profile ?? 'import'];
	const { similarity = profile.settings.similarity } = options;
	const context: RuleContext = {
		report,
		...(options.previous && isYearBefore(options.previous, report) ? { previous: options.previous } : {}),
		siblings: options.siblings ?? [],
		evidence: options.evidence ?? nothing,
		settings: { ...profile.settings, similarity },
		missingTotals: missingTotalsOf(report),
		glance: glanceAt(report),
	};
	const result: AuditResult = { findings: [], notChecked: [] };
	const { scopes } = options;
	for (const rule of byForm[report.form]) {
		if (scopes && !scopes.includes(rule.scope)) continue;
		apply(rule, context, profile, result);
	}
	return result;
}

function apply(rule: Rule, context: RuleContext, profile: Profile, result: AuditResult): void {
	const answer = rule.check(context);
	if (!Array.isArray(answer)) result.notChecked.push({ rule: rule.id, reason: answer.notChecked });
	const findings = Array.isArray(answer) ? answer : (answer.findings ?? []);
	const severity = profile.severities[rule.id];
	for (const finding of findings) result.findings.push(severity ? { ...finding, severity } : finding);
}

function isYearBefore(previous: Report, report: Report): boolean {
	return report.year === null || previous.year === null || previous.year === report.year - 1;
}

/** One report of a call to {@link auditAll} with its outcome. */
export interface AuditedReport extends AuditResult {
	report: Report;
}

/**
 * Audits reports that see each other: an office's own report of the year before serves the cross-year rules, reports
 * of other offices for the same year the similarity rule. `evidence` is keyed by {@link Report.file}.
 */
export function auditAll(
	reports: readonly Report[],
	evidence: Readonly<Record<string, Evidence>> = {},
	options: Pick<AuditOptions, 'profile' | 'similarity' | 'scopes'> = {},
): AuditedReport[] {
	const byOffice = new Map(reports.filter((r) => r.organ && r.year !== null).map((r) => [keyOf(r, r.year ?? 0), r]));
	const byYear = groupByYear(reports);
	return reports.map((report) => {
		const previous = report.organ && report.year !== null ? byOffice.get(keyOf(report, report.year - 1)) : undefined;
		const siblings = byYear.get(report.year) ?? [];
		const own = evidence[report.file];
		const given = { ...(previous ? { previous } : {}), ...(own ? { evidence: own } : {}) };
		return { report, ...auditReport(report, { ...options, ...given, siblings }) };
	});
}

function groupByYear(reports: readonly Report[]): Map<number | null, Report[]> {
	const groups = new Map<number | null, Report[]>();
	for (const report of reports) {
		const group = groups.get(report.year);
		if (group) group.push(report);
		else groups.set(report.year, [report]);
	}
	return groups;
}

function keyOf(report: Report, year: number): string {
	return `${placeOf(report.organ)}/${year}`;
}
