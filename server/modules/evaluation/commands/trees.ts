import { AppError } from '../../../kernel/errors.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { messages } from '../messages.zh.ts';
import type { Tree, TreeContent } from '../model.ts';
import { requireCounty } from '../policy.ts';
import { treeHash } from '../rules/standing.ts';
import { titleIssues, treeIssues } from '../rules/tree.ts';
import { STANDARD_TREE } from '../standard/tree.ts';
import { deleteTree, fixedTreeOf, fixTree, insertTree, lockTree, selectTree, updateTree } from '../store/trees.ts';

/** Where a new tree begins: the standard one, the fixed one of the year before, or any other. */
export type TreeOrigin = { kind: 'standard' } | { kind: 'lastYear' } | { kind: 'tree'; id: number };

/** Begins a draft for a year. @throws AppError `forbidden`, `invalid` when there is nothing to copy */
export async function createTree(tx: Tx, year: number, origin: TreeOrigin): Promise<number> {
	requireCounty(tx.actor);
	const content = await contentFrom(tx, year, origin);
	const title = `${year}年政务公开考核指标`;
	const id = await insertTree(tx, { year, title, content });
	tx.about({ type: 'evaluationTree', id, summary: title });
	return id;
}

async function contentFrom(tx: Tx, year: number, origin: TreeOrigin): Promise<TreeContent> {
	if (origin.kind === 'standard') return STANDARD_TREE;
	const source = origin.kind === 'lastYear' ? await fixedTreeOf(tx, year - 1) : await selectTree(tx, origin.id);
	if (!source) throw new AppError('invalid', { message: messages.noSourceTree });
	return source.content;
}

async function draftOf(tx: Tx, id: number, revision: number): Promise<Tree> {
	requireCounty(tx.actor);
	const tree = await lockTree(tx, id);
	if (!tree) throw new AppError('notFound');
	if (tree.state === 'fixed') throw new AppError('conflict', { message: messages.fixedTree });
	if (tree.revision !== revision) throw new AppError('conflict');
	return tree;
}

/** Keeps a draft as it is, whole or not: weights are judged when it is fixed. @throws AppError `conflict`, `invalid` */
export async function saveTree(
	tx: Tx,
	given: { id: number; revision: number; title: string; content: TreeContent },
): Promise<void> {
	const tree = await draftOf(tx, given.id, given.revision);
	const title = given.title.trim();
	const issues = titleIssues({ title });
	if (issues.length > 0) throw new AppError('invalid', { issues });
	await updateTree(tx, tree, { title, content: given.content });
	tx.about({ type: 'evaluationTree', id: tree.id, summary: title });
}

/** 固定: from here on it never changes. @throws AppError `invalid` with what is wrong beside each row */
export async function fixTreeForGood(tx: Tx, id: number, revision: number): Promise<void> {
	const tree = await draftOf(tx, id, revision);
	const issues = treeIssues(tree.content);
	if (issues.length > 0) throw new AppError('invalid', { issues });
	await fixTree(tx, tree, treeHash(tree));
	tx.about({ type: 'evaluationTree', id, summary: `固定：${tree.title}` });
}

/** A draft nobody wants. @throws AppError `conflict` for a fixed one */
export async function dropTree(tx: Tx, id: number, revision: number): Promise<void> {
	const tree = await draftOf(tx, id, revision);
	await deleteTree(tx, id);
	tx.about({ type: 'evaluationTree', id, summary: `删除草稿：${tree.title}` });
}
