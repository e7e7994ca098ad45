import type { Identity, TableForm } from '../forms/index.ts';
import { identitiesOf } from '../forms/index.ts';
import type { Report, Rule, RuleContext } from '../model/index.ts';
import type { Draft, DraftResult, RuleSpec } from './define.ts';
import { defineRule } from './define.ts';
import { allAbsent, cellLabel, isZeroMark, sumOf } from './figures.ts';
import { placesOf } from './glance.ts';

/** The two sides of an identity that does not hold. */
export interface Imbalance {
	identity: Identity;
	left: number;
	right: number;
	report: Report;
}

interface SumSpec extends Omit<RuleSpec, 'check' | 'scope'> {
	/** The sentence for one imbalance. */
	say(imbalance: Imbalance): string;
}

/** An identity with the places of its cells. */
interface Placed {
	identity: Identity;
	left: Int16Array;
	right: Int16Array;
}

type ByForm = Record<TableForm, Placed[]>;

/**
 * A rule that tests the printed identities of its own id. Blanks and dashes count as zero while trying; a total left
 * blank although its parts are not is another rule's finding; unreadable operands make the identity «not checked».
 * `found` is what the document states as the total (the right side), `expected` what its parts give.
 */
export function sumRule(spec: SumSpec): Rule {
	const of = (form: TableForm): Placed[] =>
		identitiesOf(form)
			.filter((identity) => identity.rule === spec.id)
			.map((identity) => ({
				identity,
				left: placesOf(form, identity.left),
				right: placesOf(form, identity.right),
			}));
	const identities: ByForm = { '2014': of('2014'), '2019': of('2019'), '2021': of('2021') };
	const { say, ...rest } = spec;
	return defineRule({ ...rest, scope: 'table', check: (context) => checkSums(context, spec.id, identities, say) });
}

function checkSums(context: RuleContext, rule: string, byForm: ByForm, say: SumSpec['say']): DraftResult {
	const { report, missingTotals } = context;
	if (report.form === 'none') return { notChecked: '报告没有统计表' };
	const findings: Draft[] = [];
	let unknown = 0;
	const { figures } = context.glance;
	for (const { identity, left: leftPlaces, right: rightPlaces } of byForm[report.form]) {
		// Where every cell is a printed figure there is nothing to be weighed.
		if (figures && sumAt(figures, leftPlaces) === sumAt(figures, rightPlaces)) continue;
		if (missingTotals.has(identity.right[0] ?? '') && identity.right.length === 1) continue;
		const left = sumOf(report.cells, identity.left, missingTotals, rule);
		const right = sumOf(report.cells, identity.right, missingTotals, rule);
		if (left === right) continue;
		if (Number.isNaN(left) || Number.isNaN(right)) {
			if (!isLocalOnly(report, identity)) unknown++;
			continue;
		}
		if (isLocalOnly(report, identity)) continue;
		findings.push(describe({ identity, left, right, report }, say));
	}
	return unknown === 0 ? findings : { findings, notChecked: `${unknown}组数字中有无法读取或由同一等式推出的单元格` };
}

function sumAt(figures: Float64Array, places: Int16Array): number {
	let sum = 0;
	for (const place of places) sum += figures[place] ?? Number.NaN;
	return sum;
}

/** In the 2014 table a total may stand without the local lines that would split it. */
function isLocalOnly(report: Report, { left }: Identity): boolean {
	return report.form === '2014' && allAbsent(report.cells, left);
}

function describe(imbalance: Imbalance, say: SumSpec['say']): Draft {
	const { identity, left, right, report } = imbalance;
	const blanks = [...identity.left, ...identity.right].filter((address) => isZeroMark(report.cells[address]));
	const hint = blanks.length === 1 ? `（${cellLabel(blanks[0] ?? '', report.form)}没有填数，按0计）` : '';
	return {
		cells: [...identity.left, ...identity.right],
		found: right,
		expected: left,
		message: say(imbalance) + hint,
		at: report.cells[identity.right[0] ?? '']?.at,
	};
}
