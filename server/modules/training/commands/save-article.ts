import { randomUUID } from 'node:crypto';
import { AppError } from '../../../kernel/errors.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { messages } from '../messages.zh.ts';
import type { Article } from '../model.ts';
import { allArticles } from '../queries/articles.ts';
import { articleIssues } from '../rules/knowledge.ts';
import { upsertArticle } from '../store/articles.ts';

export type ArticleInput = Pick<Article, 'title' | 'category' | 'body' | 'articles' | 'links'>;

/** Writes an article; one that came with the product is rewritten for the county. Answers its key. */
export async function saveArticle(
	tx: Tx,
	given: ArticleInput,
	of: { key: string; revision: number; retired: boolean } | null,
): Promise<string> {
	const issues = articleIssues(given);
	if (issues.length > 0) throw new AppError('invalid', { issues });
	if (of && !(await allArticles(tx)).some(({ key }) => key === of.key)) throw new AppError('notFound');
	const target = of ?? { key: randomUUID(), revision: 0, retired: false };
	if (!(await upsertArticle(tx, { ...given, ...target })))
		throw new AppError('conflict', { message: messages.changed });
	tx.about({ type: 'knowledgeArticle', summary: `${target.retired ? '停用' : '保存'}业务知识：${given.title.trim()}` });
	return target.key;
}
