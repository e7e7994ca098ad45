import type { Rule, RuleContext, Severity } from '../model/index.ts';
import type { Draft, DraftResult, RuleSpec } from './define.ts';
import { defineRule } from './define.ts';
import { cellLabel, total } from './figures.ts';

/** One cell that may not exceed another. */
export interface Limit {
	part: string;
	whole: string;
	severity?: Severity;
	/** Why it may not, as the end of the sentence. */
	because: string;
}

interface LimitSpec extends Omit<RuleSpec, 'check' | 'scope'> {
	limits: readonly Limit[];
}

/** A rule made of limits «part ≤ whole», each tested alone. `expected` is written as 「≤whole」. */
export function limitRule(spec: LimitSpec): Rule {
	const { limits, ...rest } = spec;
	return defineRule({ ...rest, scope: 'table', check: (context) => checkLimits(context, limits) });
}

function checkLimits(context: RuleContext, limits: readonly Limit[]): DraftResult {
	const { form } = context.report;
	const findings: Draft[] = [];
	let unknown = 0;
	for (const { part, whole, severity, because } of limits) {
		const found = total(context, part);
		const bound = total(context, whole);
		if (Number.isNaN(found) || Number.isNaN(bound)) unknown++;
		if (!(found > bound)) continue;
		findings.push({
			cells: [part, whole],
			found,
			expected: `≤${bound}`,
			message: `${cellLabel(part, form)}填报${found}，大于${cellLabel(whole, form)}的${bound}，${because}`,
			...(severity ? { severity } : {}),
		});
	}
	return unknown === 0 ? findings : { findings, notChecked: unreadable };
}

/** The reason a rule gives where a figure it needs is unreadable or not in the document. */
export const unreadable = '所需数字无法读取或文件中没有';

/** The figures of cells in order, or undefined as soon as one of them is unknown. */
export function figuresOf(context: RuleContext, ...addresses: string[]): number[] | undefined {
	const figures = addresses.map((address) => total(context, address));
	return figures.some(Number.isNaN) ? undefined : figures;
}
