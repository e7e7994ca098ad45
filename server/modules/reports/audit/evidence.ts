import type { Evidence } from 'annual-report';
import type { LiveReport } from '../compile/live.ts';
import type { CaseEvidence } from '../compile/sources.ts';
import { isTotal } from '../compile/totals.ts';

/**
 * What the audit may hold against the report. Sums are left out: they are added up from the parts, and a part that
 * differs would be told twice.
 */
export function evidenceOf(live: LiveReport, deadline: string, cases: CaseEvidence, publishedOn?: string): Evidence {
	const { form } = live.report;
	const counted = Object.entries(live.counts).filter(([address]) => !isTotal(form, address));
	const registers = counted.flatMap(([address, { value }]) => (value === null ? [] : [[address, value] as const]));
	return {
		level: live.office.kind,
		registers: Object.fromEntries(registers),
		deadline,
		normativeInForce: live.raw.normative.valid.length,
		publishedItems: live.raw.published.length,
		...cases,
		...(publishedOn ? { publishedOn } : {}),
	};
}
