import type { Article, Post } from '../model.ts';
import articles from './articles.json' with { type: 'json' };
import duties from './duties.json' with { type: 'json' };

/** The articles that come with the product, in own words; the county rewrites or retires them. */
export const SHIPPED_ARTICLES: readonly Article[] = (
	articles as readonly Omit<Article, 'retired' | 'revision' | 'changedAt'>[]
).map((article) => ({ ...article, retired: false, revision: 0, changedAt: null }));

/** What each post is for until the county words it itself; a line a duty. */
export const SHIPPED_DUTIES = duties as Readonly<Record<Post, string>>;
