import type { Finding, Report } from 'annual-report';
import { readReport } from 'annual-report';
import { auditReport, type NotChecked } from 'annual-report/audit';
import { renderHtml } from 'annual-report/render';
import type { Reader } from '../../../platform/transaction.ts';
import { lastYearReport } from '../compile/last-year.ts';
import type { LiveReport } from '../compile/live.ts';
import type { CountSources } from '../compile/sources.ts';
import { unitFindings } from '../compile/units.ts';
import { modelOf, type SignedFinding } from '../snapshot/model.ts';
import { type Explanation, explanations } from '../store/contents.ts';
import { signedModels } from '../store/snapshots.ts';
import { findYear } from '../store/years.ts';
import { evidenceOf } from './evidence.ts';
import { findingKey } from './finding-key.ts';
import { countyProfile } from './profile.ts';

export interface Audited {
	findings: SignedFinding[];
	notChecked: NotChecked[];
	/** The report as the library reads it. */
	report: Report;
}

/** Rules that hold a cell against its register: an override says in its reason why they differ. */
const REGISTER_RULES = new Set(['T2-REG', 'T3-REG', 'T4-REG', 'T2C-LIB', 'T3-CARRY']);

/** Audits a report that can still change, with last year's, the other offices' and the registers as evidence. */
export async function auditLive(reader: Reader, live: LiveReport, sources: CountSources): Promise<Audited> {
	const { officeId, year, form } = live.report;
	const report = await libraryReport(live);
	const previous = await lastYearReport(reader, officeId, year);
	// The county's words may well be those of its offices; theirs are compared among each other.
	const others = live.units ? [] : await signedModels(reader, year);
	const siblings = others
		.filter((signed) => signed.officeId !== officeId)
		.map((signed) => modelOf(signed.model).report);
	const opened = await findYear(reader, year);
	const cases = await sources.caseEvidence(reader, { office: live.office, year, form });
	const deadline = opened?.publishBy[live.office.kind] ?? `${year + 1}-03-31`;
	const { findings: ofReport, notChecked } = auditReport(report, {
		...(previous ? { previous: previous.report } : {}),
		siblings,
		evidence: evidenceOf(live, deadline, cases),
		profile: await countyProfile(reader, 'county'),
	});
	const findings = [...ofReport, ...(live.units ? unitFindings(live.units, year) : [])];
	const given = await explanations(reader, live.report.id);
	return { report, notChecked, findings: findings.map((finding) => explained(finding, live, given)) };
}

/**
 * The report as the library would read it from the page we print: headings, claims and all. The figures are put in
 * exactly, so that nothing depends on the reading of our own tables.
 */
export async function libraryReport(live: Pick<LiveReport, 'document' | 'report' | 'officeName'>): Promise<Report> {
	const html = renderHtml(live.document, { page: true });
	const read = await readReport(new TextEncoder().encode(html), `${live.document.title}.html`);
	return {
		...read,
		organ: live.officeName,
		year: live.report.year,
		form: live.report.form,
		title: live.document.title,
		cells: { ...live.document.cells },
		lines: [],
	};
}

function explained(finding: Finding, live: LiveReport, given: ReadonlyMap<string, Explanation>): SignedFinding {
	const key = findingKey(finding);
	const own = given.get(key);
	if (own) return { ...finding, key, explanation: own.explanation, explainedBy: own.personName };
	const hands = finding.cells.map((address) => live.cells[address]?.hand);
	const override =
		REGISTER_RULES.has(finding.rule) && hands.length > 0 && hands.every((hand) => hand) ? hands[0] : null;
	return { ...finding, key, explanation: override?.ground ?? null, explainedBy: override?.name ?? null };
}

/** Errors nobody has explained: with one of these a report is not signed. */
export function blockingOf(findings: readonly SignedFinding[]): SignedFinding[] {
	return findings.filter((finding) => finding.severity === 'error' && finding.explanation === null);
}
