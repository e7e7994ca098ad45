import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MONITOR_RULES } from './index.ts';
import { type Bonus, scoreOf } from './score.ts';

/**
 * The site's standing against a count of its own (国办秘函〔2019〕19号): tallies on paper, in whole tenths, each finding a stroke. The
 * numbers of the letter are written here a second time on purpose.
 */
const finding = fc.record({
	rule: fc.constantFrom(...MONITOR_RULES.map(({ id }) => id)),
	message: fc.constantFrom('栏目空白', '超过期限'),
});
/** Of few rules many findings, as a bad site has them, or of many a few. */
const findings = fc.oneof(
	fc.array(finding, { maxLength: 40 }),
	fc
		.subarray(
			MONITOR_RULES.map(({ id }) => id),
			{ maxLength: 4 },
		)
		.chain((rules) => fc.array(fc.constantFrom(...rules, 'M-EMPTY', 'M-STALE'), { maxLength: 40 }))
		.map((rules) => rules.map((rule) => ({ rule, message: rule }))),
);
const bonuses: fc.Arbitrary<Bonus[]> = fc.array(
	fc.record({ title: fc.constantFrom('图解', '无障碍'), points: fc.integer({ min: 0, max: 250 }).map((n) => n / 10) }),
	{ maxLength: 4 },
);

function onPaper(list: readonly { rule: string }[], given: readonly Bonus[]) {
	const strokes = new Map<string, number>();
	for (const { rule } of list) strokes.set(rule, (strokes.get(rule) ?? 0) + 1);
	const n = (rule: string) => strokes.get(rule) ?? 0;
	let tenths = 1000;
	for (const { id, points, most } of MONITOR_RULES) {
		let taken = 0;
		for (let stroke = 0; stroke < n(id); stroke++)
			taken = Math.min(Math.round(most * 10), taken + Math.round(points * 10));
		tenths -= taken;
	}
	tenths = Math.max(0, tenths);
	const isVetoed =
		MONITOR_RULES.some(({ id, severity }) => severity === 'veto' && n(id) > 0) ||
		n('M-EMPTY') + n('M-ITEM') >= 5 ||
		n('M-NEWS') >= 5 ||
		n('M-NEWS') + n('M-STALE') >= 10;
	const bonus = given.reduce((sum, { points }) => sum + Math.round(points * 10), 0);
	const counts = !isVetoed && tenths > 800 ? Math.min(300, bonus) : 0;
	return { tenths, total: tenths + counts, isVetoed, passed: !isVetoed && tenths >= 600 };
}

describe('the standing of the site', () => {
	it('is what strokes on paper give, whatever was found and granted', () => {
		fc.assert(
			fc.property(findings, bonuses, (list, given) => {
				const score = scoreOf(list, given);
				const paper = onPaper(list, given);
				expect({
					tenths: Math.round(score.points * 10),
					total: Math.round(score.total * 10),
					isVetoed: score.vetoes.length > 0,
					passed: score.passed,
				}).toEqual(paper);
			}),
			{ numRuns: 400 },
		);
	});

	it('names each rule that took points once, with as many findings as there are', () => {
		fc.assert(
			fc.property(findings, (list) => {
				const { deductions, points } = scoreOf(list);
				expect(new Set(deductions.map(({ rule }) => rule)).size).toBe(deductions.length);
				for (const { rule, findings: count } of deductions)
					expect(count).toBe(list.filter((one) => one.rule === rule).length);
				const sum = deductions.reduce((all, one) => all + Math.round(one.points * 10), 0);
				expect(Math.round(points * 10)).toBe(Math.max(0, 1000 - sum));
			}),
		);
	});

	it('never grows by another finding, and never falls below nothing', () => {
		fc.assert(
			fc.property(findings, bonuses, finding, (list, given, more) => {
				const [before, after] = [scoreOf(list, given), scoreOf([...list, more], given)];
				expect(after.total).toBeLessThanOrEqual(before.total);
				expect(after.points).toBeGreaterThanOrEqual(0);
				if (!before.passed) expect(after.passed).toBe(false);
			}),
		);
	});

	it('is the same in whatever order findings come', () => {
		fc.assert(
			fc.property(
				findings.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
				([list, mixed]) => {
					const { vetoes: first, ...rest } = scoreOf(list);
					const { vetoes: second, ...other } = scoreOf(mixed);
					expect(other).toEqual(rest);
					expect([...second].sort()).toEqual([...first].sort());
				},
			),
		);
	});

	it('passes over a rule nobody knows', () => {
		expect(scoreOf([{ rule: 'constructor', message: 'x' }])).toEqual(scoreOf([]));
	});
});
