import type { Rule, RuleContext } from '../model/index.ts';
import type { DraftResult, RuleSpec } from './define.ts';
import { defineRule } from './define.ts';
import { cellLabel, operand } from './figures.ts';

interface RegisterSpec extends Omit<RuleSpec, 'check' | 'scope'> {
	table: string;
	/** The register the figures are counted from, in Chinese. */
	register: string;
	/** Said where the caller gave no counts. */
	without: string;
}

/** A rule that compares the cells of a table with the counts of a register, given as `evidence.registers`. */
export function registerRule(spec: RegisterSpec): Rule {
	const { table, register, without, ...rest } = spec;
	return defineRule({
		...rest,
		scope: 'evidence',
		check: (context) => checkRegister(context, table, register, without),
	});
}

function checkRegister(context: RuleContext, table: string, register: string, without: string): DraftResult {
	const { report, evidence, missingTotals } = context;
	const counts = Object.entries(evidence.registers ?? {}).filter(([address]) => address.startsWith(`${table}.`));
	if (counts.length === 0) return { notChecked: without };
	const findings = [];
	let unknown = 0;
	for (const [address, expected] of counts) {
		const found = operand(report.cells, address, missingTotals);
		if (Number.isNaN(found)) unknown++;
		else if (found !== expected) {
			const message = `${cellLabel(address, report.form)}填报${found}，${register}的记录是${expected}`;
			findings.push({ cells: [address], found, expected, message });
		}
	}
	return unknown === 0 ? findings : { findings, notChecked: `${unknown}格无法读取，没有与${register}核对` };
}
