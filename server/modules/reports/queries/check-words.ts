import { rules } from 'annual-report/audit';
import type { Reader } from '../../../platform/transaction.ts';
import { auditLive } from '../audit/run.ts';
import { compileLive } from '../compile/live.ts';
import type { CountSources } from '../compile/sources.ts';
import type { SectionContent, SectionNumber } from '../model.ts';
import type { SignedFinding } from '../snapshot/model.ts';
import { requireReport } from './report-view.ts';

/** Rules that judge words: what they claim, how they stand, how like those of another office they are. */
const OF_WORDS = new Set(rules.flatMap(({ id, scope }) => (['claim', 'text', 'unit'].includes(scope) ? [id] : [])));

/** What the audit would say of the words if the section stood as it is being typed. Nothing is kept. @throws AppError `notFound` */
export async function checkWords(
	reader: Reader,
	reportId: number,
	typed: { section: SectionNumber; content: SectionContent },
	sources: CountSources,
): Promise<SignedFinding[]> {
	const report = await requireReport(reader, reportId);
	const live = await compileLive(reader, report, sources, { typed });
	const { findings } = await auditLive(reader, live, sources);
	return findings.filter(({ rule }) => OF_WORDS.has(rule));
}
