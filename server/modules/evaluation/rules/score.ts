import type { Grade, TreeContent } from '../model.ts';
import { hundredths, pointsOf } from './points.ts';

/** What counts under one indicator: points lost, or won, or a veto (whatever its points). */
export interface Counted {
	code: string;
	points: number;
}

export interface Score {
	/** Total less deductions, with the bonus. */
	score: number;
	deducted: number;
	bonus: number;
	vetoed: boolean;
	grade: Grade;
	/** What each indicator lost or won after its cap, in the order of the tree; those with nothing left out. */
	parts: { code: string; points: number; found: number }[];
}

/**
 * The score of an office, from what counts against it and nothing else. An indicator loses no more than it weighs; a bonus
 * counts from `bonusFrom` points on and up to `bonusCap` (after 国办秘函〔2019〕19号); a veto fails whatever the points.
 */
export function scoreOf(content: TreeContent, counted: readonly Counted[]): Score {
	const sums = new Map<string, { points: number; found: number }>();
	for (const { code, points } of counted) {
		const sum = sums.get(code) ?? { points: 0, found: 0 };
		sums.set(code, { points: sum.points + hundredths(points), found: sum.found + 1 });
	}
	const parts = content.nodes.flatMap(({ code, kind, points }) => {
		const sum = sums.get(code);
		return sum && kind !== 'group'
			? [{ code, kind, points: kind === 'veto' ? 0 : Math.min(sum.points, hundredths(points)), found: sum.found }]
			: [];
	});
	const of = (kind: string) => parts.filter((part) => part.kind === kind).reduce((sum, { points }) => sum + points, 0);
	const deducted = of('points');
	const left = Math.max(0, hundredths(content.total) - deducted);
	const bonus = left >= hundredths(content.bonusFrom) ? Math.min(of('bonus'), hundredths(content.bonusCap)) : 0;
	const vetoed = parts.some(({ kind }) => kind === 'veto');
	const score = pointsOf(left + bonus);
	return {
		...{ score, deducted: pointsOf(deducted), bonus: pointsOf(bonus), vetoed },
		grade: vetoed ? 'fail' : gradeOf(content.grades, score),
		parts: parts.map(({ code, points, found }) => ({ code, points: pointsOf(points), found })),
	};
}

function gradeOf({ excellent, good, pass }: TreeContent['grades'], score: number): Grade {
	if (score >= excellent) return 'excellent';
	if (score >= good) return 'good';
	return score >= pass ? 'pass' : 'fail';
}

/** Places among equals: the same score has the same place, a veto stands below everybody without one. */
export function ranked<T extends Pick<Score, 'score' | 'vetoed'>>(rows: readonly T[]): (T & { rank: number })[] {
	const ahead = (one: T, other: T) =>
		other.vetoed === one.vetoed ? other.score > one.score : one.vetoed && !other.vetoed;
	return rows.map((row) => ({ ...row, rank: 1 + rows.filter((other) => ahead(row, other)).length }));
}
