import type { Claim, Rule, RuleContext } from '../model/index.ts';
import type { Draft, DraftResult, RuleSpec } from './define.ts';
import { defineRule } from './define.ts';
import { cellLabel, isZeroMark, total } from './figures.ts';

interface ClaimSpec extends Omit<RuleSpec, 'check' | 'scope'> {
	/** A second look at a claim that disagrees: another draft, or undefined to keep the first. */
	soften?(claim: Claim, context: RuleContext, draft: Draft): Draft | undefined;
}

/** Which rule answers for a claim about a cell: the first pattern that fits its first address. */
const owners: readonly [RegExp, string][] = [
	[/^t3\.new\.|^stat\.3\.[123]$|^stat\.3\.1\./, 'N-REQ'],
	[/^t3\.carried_(in|out)\./, 'N-CARRY'],
	[/^t3\.deny\.|^stat\.3\.3\.4/, 'N-REFUSE'],
	[/^t3\.|^stat\.3\./, 'N-RESULT'],
	[/^t4\.|^stat\.[45](\.|$)/, 'N-CASE'],
	[/^t2\.(regulation|normative)\.|^stat\.1\.1\.[12]$/, 'N-NORM'],
	[/^t2\.|^stat\./, 'N-FIG'],
];

const ownerByRef = new Map<string, string>();

/** The rule that answers for claims about a cell, empty where no table holds what is claimed. */
export function ownerOf(ref: string): string {
	let owner = ownerByRef.get(ref);
	if (owner === undefined) {
		owner = owners.find(([pattern]) => pattern.test(ref))?.[1] ?? '';
		ownerByRef.set(ref, owner);
	}
	return owner;
}

/** A rule that compares what the narrative says with the cells it speaks of. */
export function claimRule(spec: ClaimSpec): Rule {
	const { soften, ...rest } = spec;
	return defineRule({ ...rest, scope: 'claim', check: (context) => checkClaims(context, spec.id, soften) });
}

function checkClaims(context: RuleContext, rule: string, soften: ClaimSpec['soften']): DraftResult {
	const findings: Draft[] = [];
	let unknown = 0;
	for (const claim of context.report.claims) {
		const [first] = claim.refs;
		if (first === undefined || ownerOf(first) !== rule) continue;
		const stated = statedIn(claim);
		if (stated === null) continue;
		const expected = total(context, ...claim.refs);
		if (Number.isNaN(expected)) unknown++;
		else if (!agrees(stated, expected, claim)) {
			const draft = disagreement(claim, stated, expected, context);
			findings.push(soften?.(claim, context, draft) ?? draft);
		}
	}
	return unknown === 0 ? findings : { findings, notChecked: `文中${unknown}处数字所对应的单元格无法读取` };
}

function statedIn(claim: Claim): number | null {
	if (claim.kind === 'none') return 0;
	return claim.kind === 'count' || claim.kind === 'sum' ? claim.value : null;
}

/** 余 promises at least so many, 约 one within a tenth. */
function agrees(stated: number, expected: number, { precision }: Claim): boolean {
	if (precision === 'atLeast') return expected >= stated;
	if (precision === 'about') return Math.abs(expected - stated) <= Math.max(stated, expected) / 10;
	return stated === expected;
}

function disagreement(claim: Claim, found: number, expected: number, { report }: RuleContext): Draft {
	const cells = claim.refs.map((ref) => cellLabel(ref, report.form));
	// A blank is no zero: what the table lacks is said as lacking, not as 0.
	const isBlank = expected === 0 && claim.refs.every((ref) => isZeroMark(report.cells[ref]));
	const where = cells.length > 3 ? `${cells.slice(0, 2).join('、')}等${cells.length}格合计` : cells.join('加');
	return {
		cells: [...claim.refs],
		found,
		expected: isBlank ? null : expected,
		message: isBlank
			? `文中写「${shorten(claim.text)}」，表中${where}没有填数`
			: `文中写「${shorten(claim.text)}」，表中${where}为${expected}，两者不一致`,
		...(claim.at ? { at: claim.at } : {}),
	};
}

/** A sentence cut to a length that fits a line. */
export function shorten(text: string, length = 40): string {
	const plain = text.replace(/\s+/g, '');
	return plain.length <= length ? plain : `${plain.slice(0, length)}…`;
}
