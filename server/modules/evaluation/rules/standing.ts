import { createHash } from 'node:crypto';
import type { Deduction, Evidence, Step, Tree } from '../model.ts';
import type { Counted } from './score.ts';

export const DEDUCTION_STATES = {
	standing: '有效',
	appealed: '申诉待处理',
	upheld: '申诉后维持',
	changed: '申诉后调整',
	removed: '申诉后撤销',
	withdrawn: '已撤回',
} as const;
export type DeductionState = keyof typeof DEDUCTION_STATES;

const AFTER = {
	record: 'standing',
	recount: 'standing',
	withdraw: 'withdrawn',
	appeal: 'appealed',
	uphold: 'upheld',
	change: 'changed',
	remove: 'removed',
} as const satisfies Record<Step['action'], DeductionState>;

/** Where a deduction stands: what its last step made of it. `steps` are its own, oldest first. */
export function stateOf(steps: readonly Pick<Step, 'action'>[]): DeductionState {
	const last = steps.at(-1);
	return last ? AFTER[last.action] : 'withdrawn';
}

/** The points that count now; 0 for what was withdrawn or removed. */
export function pointsNow(steps: readonly Pick<Step, 'action' | 'points'>[]): number {
	const state = stateOf(steps);
	if (state === 'withdrawn' || state === 'removed') return 0;
	return steps.findLast(({ points }) => points !== null)?.points ?? 0;
}

/** A line of the list a score is computed from. */
export interface EvidenceLine extends Counted {
	id: number;
	sha256: string;
}

/** What counts against one office: its deductions that stand, in the order they were recorded. */
export function evidenceList(
	deductions: readonly Pick<Deduction, 'id' | 'code' | 'evidence'>[],
	stepsOf: (id: number) => readonly Pick<Step, 'action' | 'points'>[],
): EvidenceLine[] {
	return [...deductions]
		.sort((a, b) => a.id - b.id)
		.flatMap(({ id, code, evidence }) => {
			const steps = stepsOf(id);
			const state = stateOf(steps);
			if (state === 'withdrawn' || state === 'removed') return [];
			return [{ id, code, points: pointsNow(steps), sha256: evidence.sha256 }];
		});
}

/** The hash of a list under a tree: another line, other points, other evidence or another tree give another one. */
export function listHash(treeHash: string, list: readonly EvidenceLine[]): string {
	const lines = list.map(({ id, code, points, sha256 }) => [id, code, points.toFixed(2), sha256]);
	return sha256Of(JSON.stringify([treeHash, lines]));
}

/** The hash of a tree, by which it is fixed. */
export function treeHash({ year, version, content }: Pick<Tree, 'year' | 'version' | 'content'>): string {
	return sha256Of(JSON.stringify([year, version, content]));
}

/** Whether the words of evidence are still those that were taken; of a file its store is the judge. */
export function isIntact({ kind, text, sha256 }: Pick<Evidence, 'kind' | 'text' | 'sha256'>): boolean {
	return kind === 'file' || sha256Of(text) === sha256;
}

export function sha256Of(text: string): string {
	return createHash('sha256').update(text, 'utf8').digest('hex');
}
