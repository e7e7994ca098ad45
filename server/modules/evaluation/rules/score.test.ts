import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TreeContent, TreeNode } from '../model.ts';
import { STANDARD_TREE } from '../standard/tree.ts';
import { pointsGiven, satisfactionLoss } from './deduction.ts';
import { type Counted, ranked, scoreOf } from './score.ts';

const node = (code: string, kind: TreeNode['kind'], points: number): TreeNode => ({
	...{ code, kind, name: code, points, checks: '', basis: '', sampling: 'manual', perFault: 0, source: null },
});

/** Points in hundredths, as anybody would count them on paper. */
const points = fc.integer({ min: 1, max: 3000 }).map((n) => n / 100);
const tree = fc
	.record({
		weights: fc.array(points, { minLength: 1, maxLength: 6 }),
		bonuses: fc.array(points, { maxLength: 3 }),
		vetoes: fc.integer({ min: 0, max: 2 }),
		bonusFrom: fc.integer({ min: 0, max: 120 }),
		bonusCap: fc.integer({ min: 0, max: 40 }),
	})
	.map(({ weights, bonuses, vetoes, bonusFrom, bonusCap }): TreeContent => {
		const total = weights.reduce((sum, weight) => sum + Math.round(weight * 100), 0) / 100;
		return {
			...{ total, bonusFrom, bonusCap, grades: { excellent: total * 0.9, good: total * 0.8, pass: total * 0.6 } },
			nodes: [
				...weights.map((weight, at) => node(`1.${at + 1}`, 'points', weight)),
				...bonuses.map((weight, at) => node(`2.${at + 1}`, 'bonus', weight)),
				...Array.from({ length: vetoes }, (_, at) => node(`3.${at + 1}`, 'veto', 0)),
			],
		};
	});
const counted = (content: TreeContent): fc.Arbitrary<Counted[]> =>
	fc.array(fc.record({ code: fc.constantFrom(...content.nodes.map(({ code }) => code)), points }), { maxLength: 30 });
const both = tree.chain((content) => counted(content).map((list) => ({ content, list })));

/**
 * Counts otherwise: hundredths taken away one by one in the order of the list, in whole numbers of a big kind, each purse
 * (indicator) empty when it is empty.
 */
function byPurses(content: TreeContent, list: readonly Counted[]): { score: bigint; vetoed: boolean } {
	const whole = (n: number) => BigInt(Math.round(n * 100));
	const purses = new Map(content.nodes.map(({ code, points: full }) => [code, whole(full)]));
	let left = whole(content.total);
	let won = 0n;
	let vetoed = false;
	for (const { code, points: asked } of list) {
		const kind = content.nodes.find((one) => one.code === code)?.kind;
		if (kind === 'veto') vetoed = true;
		const purse = purses.get(code) ?? 0n;
		const taken = whole(asked) < purse ? whole(asked) : purse;
		purses.set(code, purse - taken);
		if (kind === 'points') left -= taken;
		if (kind === 'bonus') won += taken;
	}
	if (left < whole(content.bonusFrom)) won = 0n;
	if (won > whole(content.bonusCap)) won = whole(content.bonusCap);
	return { score: left + won, vetoed };
}

describe('a score', () => {
	it('is what an independent count gives, whatever the tree and the list', () => {
		fc.assert(
			fc.property(both, ({ content, list }) => {
				const { score, vetoed, grade } = scoreOf(content, list);
				const oracle = byPurses(content, list);
				expect(BigInt(Math.round(score * 100))).toBe(oracle.score);
				expect(vetoed).toBe(oracle.vetoed);
				if (vetoed) expect(grade).toBe('fail');
			}),
			{ numRuns: 500 },
		);
	});

	it('is the same however often it is counted and in whatever order the list stands', () => {
		fc.assert(
			fc.property(
				both.chain(({ content, list }) =>
					fc.shuffledSubarray(list, { minLength: list.length }).map((shuffled) => ({ content, list, shuffled })),
				),
				({ content, list, shuffled }) => {
					expect(scoreOf(content, shuffled)).toEqual(scoreOf(content, list));
				},
			),
		);
	});

	it('never grows by another fault, and never falls below nothing', () => {
		fc.assert(
			fc.property(both, points, ({ content, list }, more) => {
				const fault = { code: content.nodes[0]?.code ?? '', points: more };
				const [before, after] = [scoreOf(content, list), scoreOf(content, [...list, fault])];
				expect(after.score).toBeLessThanOrEqual(before.score);
				expect(after.score).toBeGreaterThanOrEqual(0);
			}),
		);
	});

	it('adds tenths as people do: 0.1 three times from one leaves 0.7', () => {
		const content = { ...STANDARD_TREE, total: 1, bonusFrom: 0, nodes: [node('1', 'points', 1)] };
		const list = [1, 2, 3].map(() => ({ code: '1', points: 0.1 }));
		expect(scoreOf(content, list).score).toBe(0.7);
	});

	it('of an office without faults is the total; with the standard tree it is 100 and 优秀', () => {
		expect(scoreOf(STANDARD_TREE, [])).toEqual({
			...{ score: 100, deducted: 0, bonus: 0, vetoed: false, grade: 'excellent', parts: [] },
		});
	});

	it('counts a bonus from 80 points on only (after 国办秘函〔2019〕19号)', () => {
		const lost = (n: number) => [
			{ code: '1.1', points: n },
			{ code: '1.2', points: 10 },
			{ code: '5', points: 5 },
		];
		expect(scoreOf(STANDARD_TREE, lost(10))).toMatchObject({ score: 85, bonus: 5, grade: 'good' });
		expect(scoreOf(STANDARD_TREE, lost(10.01))).toMatchObject({ score: 79.99, bonus: 0, grade: 'pass' });
	});
});

describe('places', () => {
	it('are shared by equal scores; a veto stands below everybody without one', () => {
		const rows = [
			{ id: 'a', score: 90, vetoed: false },
			{ id: 'b', score: 95, vetoed: true },
			{ id: 'c', score: 90, vetoed: false },
			{ id: 'd', score: 60, vetoed: false },
		];
		expect(ranked(rows).map(({ id, rank }) => `${id}${rank}`)).toEqual(['a1', 'b4', 'c1', 'd3']);
	});
});

describe('points of a record', () => {
	it('are so much a fault, up to what the indicator weighs', () => {
		const counting = { ...node('1', 'points', 5), perFault: 2 };
		expect(pointsGiven(counting, { faults: 2, points: null })).toBe(4);
		expect(pointsGiven(counting, { faults: 9, points: null })).toBe(5);
		expect(pointsGiven(node('1', 'points', 5), { faults: 9, points: 1.5 })).toBe(1.5);
	});

	it('of satisfaction: the best mark loses nothing, the worst all, three of five a half', () => {
		expect([5, 1, 3, 4.2].map((mean) => satisfactionLoss(10, mean, 5))).toEqual([0, 10, 5, 2]);
	});
});
