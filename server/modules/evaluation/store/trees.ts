import { sql } from 'kysely';
import { nameOf } from '../../../kernel/actor.ts';
import type { Reader, Tx } from '../../../platform/transaction.ts';
import type { Tree, TreeContent } from '../model.ts';
import { tables } from './tables.ts';

const TREE = [
	'id',
	'year',
	'version',
	'title',
	'content',
	'state',
	'content_hash as contentHash',
	'fixed_at as fixedAt',
	'fixed_by as fixedBy',
	'revision',
] as const;

/** Newest year first. Trees are no office's: whoever may read evaluations reads the fixed ones, the county the drafts. */
export async function selectTrees(reader: Reader, filter: { drafts: boolean }): Promise<Tree[]> {
	let query = tables(reader).selectFrom('evaluation_tree').select(TREE);
	if (!filter.drafts) query = query.where('state', '=', 'fixed');
	return await query.orderBy('year', 'desc').orderBy('version', 'desc').execute();
}

export async function selectTree(reader: Reader, id: number): Promise<Tree | null> {
	return (
		(await tables(reader).selectFrom('evaluation_tree').select(TREE).where('id', '=', id).executeTakeFirst()) ?? null
	);
}

export async function lockTree(tx: Tx, id: number): Promise<Tree | null> {
	const query = tables(tx).selectFrom('evaluation_tree').select(TREE).where('id', '=', id).forUpdate();
	return (await query.executeTakeFirst()) ?? null;
}

/** The newest fixed tree of a year. */
export async function fixedTreeOf(reader: Reader, year: number): Promise<Tree | null> {
	const row = await tables(reader)
		.selectFrom('evaluation_tree')
		.select(TREE)
		.where('year', '=', year)
		.where('state', '=', 'fixed')
		.orderBy('version', 'desc')
		.executeTakeFirst();
	return row ?? null;
}

/** A new version of a year; two at once get two numbers. */
export async function insertTree(tx: Tx, tree: { year: number; title: string; content: TreeContent }): Promise<number> {
	await sql`select pg_advisory_xact_lock(hashtext('evaluation.tree'), ${tree.year}::int)`.execute(tx.sql);
	const last = await tables(tx)
		.selectFrom('evaluation_tree')
		.select((eb) => eb.fn.max('version').as('version'))
		.where('year', '=', tree.year)
		.executeTakeFirst();
	const { id } = await tables(tx)
		.insertInto('evaluation_tree')
		.values({
			year: tree.year,
			version: Number(last?.version ?? 0) + 1,
			title: tree.title,
			content: JSON.stringify(tree.content),
			state: 'draft',
			content_hash: null,
			fixed_at: null,
			fixed_by: null,
			created_at: tx.now,
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	return id;
}

export async function updateTree(tx: Tx, tree: Tree, change: { title: string; content: TreeContent }): Promise<void> {
	await tables(tx)
		.updateTable('evaluation_tree')
		.set({ title: change.title, content: JSON.stringify(change.content), revision: tree.revision + 1 })
		.where('id', '=', tree.id)
		.execute();
}

export async function fixTree(tx: Tx, tree: Tree, contentHash: string): Promise<void> {
	await tables(tx)
		.updateTable('evaluation_tree')
		.set({
			state: 'fixed',
			content_hash: contentHash,
			fixed_at: tx.now,
			fixed_by: nameOf(tx.actor),
			revision: tree.revision + 1,
		})
		.where('id', '=', tree.id)
		.execute();
}

export async function deleteTree(tx: Tx, id: number): Promise<void> {
	await tables(tx).deleteFrom('evaluation_tree').where('id', '=', id).where('state', '=', 'draft').execute();
}
