import type { Finding, Rule, RuleContext, RuleResult, Severity } from '../model/index.ts';

/** A finding before the rule's own name, severity and basis are put on it. Severity only where one rule has two. */
export interface Draft {
	message: string;
	cells?: string[];
	found?: Finding['found'];
	expected?: Finding['expected'];
	at?: Finding['at'];
	severity?: Severity;
}

/** What a rule's check returns: drafts (none = passed), or why it, or the part it names, could not be checked. */
export type DraftResult = Draft[] | { notChecked: string; findings?: Draft[] };

/** A rule as it is written down, one per file. */
export interface RuleSpec extends Omit<Rule, 'check'> {
	check(context: RuleContext): DraftResult;
}

/** Turns a written rule into a value the audit can run: stamps id, severity and basis on every finding. */
export function defineRule(spec: RuleSpec): Rule {
	return {
		...spec,
		check(context): RuleResult {
			const result = spec.check(context);
			if (Array.isArray(result)) return result.length === 0 ? none : result.map((draft) => stamp(spec, context, draft));
			if (!result.findings) return { notChecked: result.notChecked };
			return { ...result, findings: result.findings.map((draft) => stamp(spec, context, draft)) };
		},
	};
}

const none: Finding[] = [];

function stamp(spec: RuleSpec, { report }: RuleContext, draft: Draft): Finding {
	const cells = draft.cells ?? [];
	const at = draft.at ?? cells.map((address) => report.cells[address]?.at).find((place) => place !== undefined);
	return {
		rule: spec.id,
		severity: draft.severity ?? spec.severity,
		cells,
		found: draft.found ?? null,
		expected: draft.expected ?? null,
		message: draft.message,
		basis: spec.basis,
		...(at ? { at } : {}),
	};
}
