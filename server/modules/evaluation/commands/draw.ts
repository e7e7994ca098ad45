import { AppError } from '../../../kernel/errors.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { messages } from '../messages.zh.ts';
import type { Deduction, Round, Source, Step, TreeNode } from '../model.ts';
import { requireCounty } from '../policy.ts';
import { type Fault, faultsFrom } from '../queries/facts.ts';
import { byDeduction } from '../queries/scores.ts';
import { pointsGiven } from '../rules/deduction.ts';
import { pointsNow, sha256Of, stateOf } from '../rules/standing.ts';
import { leavesOf } from '../rules/tree.ts';
import { insertDeduction, insertStep, selectDeductions, selectSteps } from '../store/deductions.ts';
import { changeRound, lockRound, officesOf } from '../store/rounds.ts';
import { selectTree } from '../store/trees.ts';

export interface Drawn {
	found: number;
	appeared: number;
	gone: number;
}

/**
 * 自动取数: asks every source again. What is new is recorded, what costs otherwise now is recounted, what is gone no longer
 * counts; nothing is written over. @throws AppError `forbidden`, `notFound`, `conflict` outside of scoring
 */
export async function drawAutomatic(tx: Tx, roundId: number): Promise<Drawn> {
	requireCounty(tx.actor);
	const round = await lockRound(tx, { kind: 'all' }, roundId);
	if (!round) throw new AppError('notFound');
	if (round.state !== 'scoring') throw new AppError('conflict', { message: messages.notScoring });
	const tree = await selectTree(tx, round.treeId);
	const known = (await selectDeductions(tx, roundId)).filter(({ source }) => source === 'automatic');
	const steps = byDeduction(
		await selectSteps(
			tx,
			known.map(({ id }) => id),
		),
	);
	const drawn: Drawn = { found: 0, appeared: 0, gone: 0 };
	const officeIds = await officesOf(tx, roundId);
	for (const node of leavesOf(tree?.content ?? { nodes: [] })) {
		if (node.source === null) continue;
		const own = known.filter(({ code }) => code === node.code);
		add(drawn, await drawOne(tx, round, node, node.source, officeIds, own, steps));
	}
	await changeRound(tx, round, { drawnAt: tx.now });
	tx.about({ type: 'evaluationRound', id: roundId, summary: `自动取数：${round.title}`, data: { ...drawn } });
	return drawn;
}

function add(sum: Drawn, one: Drawn): void {
	sum.found += one.found;
	sum.appeared += one.appeared;
	sum.gone += one.gone;
}

async function drawOne(
	tx: Tx,
	round: Round,
	node: TreeNode,
	source: Source,
	officeIds: readonly number[],
	known: readonly Deduction[],
	steps: (id: number) => Step[],
): Promise<Drawn> {
	const faults = await faultsFrom(tx, source, round, officeIds);
	const keyOf = (officeId: number, ref: string | null) => `${officeId} ${ref}`;
	const found = new Set(faults.map(({ officeId, ref }) => keyOf(officeId, ref)));
	const drawn: Drawn = { found: faults.length, appeared: 0, gone: 0 };
	for (const fault of faults) {
		const points = fault.loss?.(node.points) ?? pointsGiven(node, { faults: 1, points: null });
		const before = known.find((one) => keyOf(one.officeId, one.sourceRef) === keyOf(fault.officeId, fault.ref));
		if (!before) {
			await record(tx, round, node, fault, points);
			drawn.appeared += 1;
		} else if (pointsNow(steps(before.id)) !== points)
			await insertStep(tx, before.id, { action: 'recount', points, text: fault.text });
	}
	for (const one of known) {
		if (found.has(keyOf(one.officeId, one.sourceRef)) || stateOf(steps(one.id)) !== 'standing') continue;
		await insertStep(tx, one.id, { action: 'withdraw', points: 0, text: '重新取数没有再发现。' });
		drawn.gone += 1;
	}
	return drawn;
}

async function record(tx: Tx, round: Round, node: TreeNode, fault: Fault, points: number): Promise<void> {
	const { officeId, ref, kind, path, text } = fault;
	const id = await insertDeduction(tx, {
		...{ roundId: round.id, officeId, code: node.code, source: 'automatic' as const, sourceRef: ref, note: '' },
		evidence: { kind, ref: path, text, sha256: sha256Of(text), takenAt: tx.now, file: null },
	});
	await insertStep(tx, id, { action: 'record', points, text: '' });
}
