import { AppError } from '../../../kernel/errors.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { SHIPPED_ARTICLES } from '../knowledge/shipped.ts';
import { type Article, CATEGORIES, type Category } from '../model.ts';
import { foundArticles } from '../rules/knowledge.ts';
import { selectArticles } from '../store/articles.ts';

/** Everything there is to look up; what the county wrote stands in the place of what came with the product. */
export async function allArticles(reader: Reader): Promise<Article[]> {
	const own = await selectArticles(reader);
	const rewritten = new Map(own.map((article) => [article.key, article]));
	const shipped = SHIPPED_ARTICLES.map((article) => rewritten.get(article.key) ?? article);
	const known = new Set(SHIPPED_ARTICLES.map(({ key }) => key));
	return [...shipped, ...own.filter(({ key }) => !known.has(key))];
}

const shown = ({ articles, links, ...article }: Article) => ({
	...article,
	articles: [...articles],
	links: links.map((link) => ({ ...link })),
	categoryLabel: CATEGORIES[article.category],
});

export interface ArticleFilter {
	q: string;
	category?: Category | undefined;
	/** An article of the 条例. */
	article?: number | undefined;
	retired: boolean;
}

/** What answers the question, best first; all of it for no question. */
export async function listArticles(reader: Reader, { q, category, article, retired }: ArticleFilter) {
	const asked = (await allArticles(reader)).filter(
		(one) =>
			(retired || !one.retired) &&
			(category === undefined || one.category === category) &&
			(article === undefined || one.articles.includes(article)),
	);
	return foundArticles(asked, q).map((one) => {
		const { body, ...rest } = shown(one);
		return { ...rest, excerpt: excerptOf(body) };
	});
}

const EXCERPT = 60;

function excerptOf(body: string): string {
	const plain = body.replace(/\s+/g, '');
	return plain.length > EXCERPT ? `${plain.slice(0, EXCERPT)}…` : plain;
}

/** @throws AppError `notFound` */
export async function articleView(reader: Reader, key: string) {
	const found = (await allArticles(reader)).find((article) => article.key === key);
	if (!found) throw new AppError('notFound');
	return shown(found);
}
