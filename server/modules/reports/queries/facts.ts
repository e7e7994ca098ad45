import { scopeOf } from '../../../kernel/actor.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { type Audited, blockingOf } from '../audit/run.ts';
import type { LiveReport } from '../compile/live.ts';
import { personIdOf } from '../policy.ts';
import { blankCells } from '../rules/figure.ts';
import { unfilledIn } from '../rules/section.ts';
import { writersOf } from '../store/contents.ts';
import { listReports, type ReportRecord } from '../store/reports.ts';
import type { ReportFacts } from '../workflow.ts';

/** The facts of a report that need no compiling: its hands, and whether a correction is at work. */
export async function baseFacts(reader: Reader, report: ReportRecord): Promise<ReportFacts> {
	const { officeId, year, edition } = report;
	const editions = await listReports(reader, scopeOf(reader.actor), { officeId, year });
	return {
		personId: personIdOf(reader.actor),
		writers: await writersOf(reader, report.id),
		blank: { count: 0, first: '' },
		openReferences: 0,
		blocking: 0,
		asReviewed: false,
		correctionOpen: editions.some((other) => other.edition > edition),
	};
}

/** All facts of a report that can still change. */
export function liveFacts(base: ReportFacts, live: LiveReport, audited: Audited): ReportFacts {
	return {
		...base,
		blank: blankCells(live.report.form, live.cells),
		openReferences: unfilledIn(live.sections.values(), live.facts).length,
		blocking: blockingOf(audited.findings).length,
		asReviewed: live.report.reviewedSha256 === live.fingerprint,
	};
}
