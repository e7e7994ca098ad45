import { AppError } from '../../../kernel/errors.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { GRADES, type Round } from '../model.ts';
import { scoresOf } from '../queries/scores.ts';
import { listHash } from '../rules/standing.ts';
import { insertResults } from '../store/results.ts';
import { selectTree } from '../store/trees.ts';

/** Where the register's line of a result comes from. */
export function sourceOf({ id, title }: Pick<Round, 'id' | 'title'>): string {
	return `考核评估第${id}号：${title}`;
}

/** Freezes every score with the list it comes from and the hash of that list, and tells the registers (条例第五十条). */
export async function closeRound(tx: Tx, round: Round): Promise<void> {
	const tree = await selectTree(tx, round.treeId);
	if (!tree?.contentHash) throw new AppError('internal', { detail: `round ${round.id} without a fixed tree` });
	const { contentHash } = tree;
	const scores = await scoresOf(tx, round, tree.content);
	await insertResults(
		tx,
		scores.map(({ officeId, score, deducted, bonus, vetoed, grade, rank, evidence }) => ({
			...{ roundId: round.id, officeId, score, deducted, bonus, vetoed, grade, rank, evidence },
			evidenceHash: listHash(contentHash, evidence),
		})),
	);
	for (const { officeId, score, grade, rank } of scores) {
		const result = `${GRADES[grade]}，${score.toFixed(2)}分，同类机关第${rank}名`;
		await tx.emit('register.due', {
			...{ officeId, kind: 'assessment', day: tx.today, quantity: '1', fields: { result } },
			source: sourceOf(round),
		});
	}
}
