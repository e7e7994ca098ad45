import type { Report } from 'annual-report';
import { auditReport } from 'annual-report/audit';
import type { Reader } from '../../../platform/transaction.ts';
import { findingKey } from '../audit/finding-key.ts';
import { modelOf } from '../snapshot/model.ts';
import { acceptancesOf } from '../store/acceptances.ts';
import { pastReports } from '../store/outside.ts';
import { signedModels } from '../store/snapshots.ts';
import type { ReportState } from '../workflow.ts';

/** Where a report an office handed in contradicts itself: one sentence each, as the audit says it. */
export interface Contradiction {
	officeId: number;
	year: number;
	messages: string[];
}

/** From here the county has taken the explanations of a report for good. */
const SETTLED: readonly ReportState[] = ['accepted', 'published'];

/**
 * Errors of sums and of words against tables in the reports of a year, as far as nobody has settled them: in a report signed
 * here until the county has accepted it with its explanations, in an outside report that stands for the office until the
 * finding is taken as it is. Judged by the rules of today, by what the report itself says and nothing beside it.
 */
export async function reportContradictions(reader: Reader, year: number): Promise<Contradiction[]> {
	const signed = await signedModels(reader, year);
	const here = signed.map(({ officeId, state, model }) => {
		const { report, audit } = modelOf(model);
		const explained = audit.findings.filter(({ explanation }) => explanation !== null).map(({ key }) => key);
		const settled = new Set(SETTLED.includes(state) ? explained : []);
		return { officeId, year, messages: errorsOf(report, settled) };
	});
	const known = new Set(signed.map(({ officeId }) => officeId));
	const past = (await pastReports(reader, year)).filter(({ officeId }) => !known.has(officeId));
	for (const { officeId, readBy, organ, year: told, report } of past) {
		const accepted = await acceptancesOf(reader, readBy, { organ: organ ?? '', year: told });
		here.push({ officeId, year, messages: errorsOf(report, new Set(accepted.keys())) });
	}
	return here.filter(({ messages }) => messages.length > 0);
}

function errorsOf(report: Report, settled: ReadonlySet<string>): string[] {
	const { findings } = auditReport(report, { scopes: ['table', 'claim'], profile: 'county' });
	return findings
		.filter((finding) => finding.severity === 'error' && !settled.has(findingKey(finding)))
		.map(({ message }) => message);
}
