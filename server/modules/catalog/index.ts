import type { Module } from '../../module.ts';
import { jobs } from './jobs.ts';
import { pages } from './pages.tsx';
import { routes } from './routes.ts';

export { createColumn } from './commands/create-column.ts';
export { ensureColumns } from './commands/ensure-columns.ts';
export {
	COLUMN_TYPES,
	type Column,
	type ColumnKind,
	type ColumnType,
	columnPageTags,
	takesDocuments,
} from './model.ts';
export { allColumns, columnById, columnBySlug, columnsOf } from './queries/columns.ts';
export { guideOf } from './queries/guides.ts';
export { guideIssues } from './rules/guide.ts';
export { checkLimit, isFiled, updateLimit } from './rules/update-limit.ts';
export { GUIDE_SECTIONS, type GuideContent } from './standard/guide.ts';
export {
	ARTICLE_20,
	ARTICLE_21_COUNTY,
	ARTICLE_21_TOWNSHIP,
	itemsFor,
	type LegalItem,
	legalItem,
} from './standard/items.ts';

/** 公开目录: columns of every office, the items the law calls for, and the guide. */
export const catalog: Module = {
	name: 'catalog',
	events: { 'catalog.ensureColumns': '建立机关栏目' },
	routes,
	pages,
	jobs,
};
