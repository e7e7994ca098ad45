import type { Evidence } from 'annual-report';
import type { LiveReport } from '../compile/live.ts';
import type { CaseEvidence } from '../compile/sources.ts';
import { isTotal } from '../compile/totals.ts';
import { countedWhole } from '../compile/units.ts';

/**
 * What the audit may hold against the report. Sums are left out: they are added up from the parts, and a part that
 * differs would be told twice. Of a report for the whole county only its offices' figures are known, not their cases.
 */
export function evidenceOf(live: LiveReport, deadline: string, cases: CaseEvidence, publishedOn?: string): Evidence {
	const { form } = live.report;
	const counted = Object.keys(live.counts).filter((address) => !isTotal(form, address));
	const registers = counted.flatMap((address) => {
		const cell = live.cells[address];
		const value = live.units && cell ? countedWhole(cell) : (live.counts[address]?.value ?? null);
		return value === null ? [] : [[address, value] as const];
	});
	const own = {
		normativeInForce: live.raw.normative.valid.length,
		publishedItems: live.raw.published.length,
		...cases,
	};
	return {
		level: live.office.kind,
		registers: Object.fromEntries(registers),
		deadline,
		...(live.units ? {} : own),
		...(publishedOn ? { publishedOn } : {}),
	};
}
