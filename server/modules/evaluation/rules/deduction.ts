import { type Issue, issue } from '../../../kernel/issue.ts';
import { messages } from '../messages.zh.ts';
import type { TreeNode } from '../model.ts';
import { hundredths, isPoints, pointsOf } from './points.ts';

const MOST_FAULTS = 999;

/** What somebody records by hand. */
export interface Given {
	faults: number;
	/** Where the tree leaves the points open. */
	points: number | null;
}

/** Points of a record: so much a fault, or what was given; never more than the indicator weighs. */
export function pointsGiven(node: TreeNode, { faults, points }: Given): number {
	if (node.kind === 'veto') return 0;
	const asked = node.perFault > 0 ? hundredths(node.perFault) * faults : hundredths(points ?? 0);
	return pointsOf(Math.min(asked, hundredths(node.points)));
}

export function givenIssues(node: TreeNode | null, given: Given): Issue[] {
	if (!node) return [issue('deduction.indicator', messages.indicator, 'code')];
	if (node.source !== null) return [issue('deduction.automatic', messages.automaticOnly, 'code')];
	if (node.kind === 'veto') return [];
	if (node.perFault > 0) {
		const isCount = Number.isInteger(given.faults) && given.faults >= 1 && given.faults <= MOST_FAULTS;
		return isCount ? [] : [issue('deduction.faults', messages.faults, 'faults')];
	}
	const isFit = given.points !== null && isPoints(given.points) && given.points <= node.points;
	return isFit ? [] : [issue('deduction.points', messages.points(node.points), 'points')];
}

/** A ruling that changes: less than before, more than nothing. */
export function changeIssues(before: number, points: number | null): Issue[] {
	const isFit = points !== null && isPoints(points) && points < before;
	return isFit ? [] : [issue('appeal.points', messages.newPoints(before), 'points')];
}

/** 满意度: the mean of marks 1–5 as points lost of a weight; the best loses none, the worst all. */
export function satisfactionLoss(weight: number, mean: number, top: number): number {
	const share = Math.min(1, Math.max(0, (top - mean) / (top - 1)));
	return pointsOf(Math.round(hundredths(weight) * share));
}
