import { nameOf } from '../../../kernel/actor.ts';
import type { Reader, Tx } from '../../../platform/transaction.ts';
import type { Article } from '../model.ts';
import { tables } from './tables.ts';

/** What the county wrote, and what it rewrote of the articles that came with the product. */
export async function selectArticles(reader: Reader): Promise<Article[]> {
	return await tables(reader)
		.selectFrom('knowledge_article')
		.select(['key', 'title', 'category', 'body', 'articles', 'links', 'retired', 'revision', 'changed_at as changedAt'])
		.orderBy('key')
		.execute();
}

/** Writes an article if it still has this revision (0: not written yet). Answers whether it had. */
export async function upsertArticle(tx: Tx, article: Omit<Article, 'changedAt'>): Promise<boolean> {
	const { key, revision } = article;
	const row = {
		title: article.title.trim(),
		category: article.category,
		body: article.body.trim(),
		articles: JSON.stringify(article.articles),
		links: JSON.stringify(article.links),
		retired: article.retired,
		revision: revision + 1,
		person_name: nameOf(tx.actor),
		changed_at: tx.now,
	};
	const done = await tables(tx)
		.insertInto('knowledge_article')
		.values({ key, ...row })
		.onConflict((conflict) =>
			conflict.column('key').doUpdateSet(row).where('knowledge_article.revision', '=', revision),
		)
		.returning('key')
		.executeTakeFirst();
	return done !== undefined;
}
