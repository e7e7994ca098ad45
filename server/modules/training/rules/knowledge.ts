import { collectIssues, type Issue, issue } from '../../../kernel/issue.ts';
import { messages } from '../messages.zh.ts';
import type { Article } from '../model.ts';

const between = (text: string, least: number, most: number) => {
	const { length } = [...text.trim()];
	return length >= least && length <= most;
};

export function articleIssues({
	title,
	body,
	articles,
	links,
}: Pick<Article, 'title' | 'body' | 'articles' | 'links'>): Issue[] {
	const isSound = links.every(({ label, path }) => between(label, 1, 20) && /^\/[\w/-]*$/.test(path));
	return collectIssues(
		!between(title, 2, 80) && issue('article.title', messages.articleTitle, 'title'),
		!between(body, 20, 8000) && issue('article.body', messages.articleBody, 'body'),
		articles.some((one) => !Number.isInteger(one) || one < 1 || one > 56) &&
			issue('article.articles', messages.article, 'articles'),
		!isSound && issue('article.links', messages.articleLinks, 'links'),
	);
}

/** Of what is only near to the question, so many are shown. */
const NEAREST = 5;

/**
 * Articles that hold every word asked for, those with it in the title first. A question typed without spaces that stands
 * nowhere as a whole is looked for by its pairs of characters: 「补正几天」 finds what speaks of 补正.
 */
export function foundArticles(articles: readonly Article[], question: string): Article[] {
	const words = question
		.trim()
		.split(/\s+/)
		.filter((word) => word !== '');
	if (words.length === 0) return [...articles];
	const whole = ranked(articles, words, words.length);
	if (whole.length > 0) return whole;
	const pairs = words.flatMap((word) => [...word].slice(1).map((unit, at) => `${[...word][at]}${unit}`));
	return pairs.length === 0 ? [] : ranked(articles, pairs, 1).slice(0, NEAREST);
}

function ranked(articles: readonly Article[], words: readonly string[], least: number): Article[] {
	return articles
		.map((article) => {
			const inTitle = words.filter((word) => article.title.includes(word)).length;
			const inAll = words.filter((word) => article.title.includes(word) || article.body.includes(word)).length;
			return { article, inAll, rank: inTitle * 3 + inAll };
		})
		.filter(({ inAll }) => inAll >= least)
		.sort((a, b) => b.rank - a.rank)
		.map(({ article }) => article);
}
