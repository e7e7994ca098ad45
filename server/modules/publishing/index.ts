import type { Module } from '../../module.ts';
import { jobs } from './jobs.ts';
import { officeColumnPage, rulesPage } from './pages/column.tsx';
import { countyCatalogPage, itemPage, latestPage, officeCatalogPage } from './pages/county-lists.tsx';
import { disclosedPage } from './pages/disclosed.tsx';
import { documentPages } from './pages/document.tsx';
import { feedPages } from './pages/feeds.ts';
import { homePage } from './pages/home.tsx';
import { normativePage } from './pages/normative.tsx';
import { officePage } from './pages/office.tsx';
import { searchPage } from './pages/search.tsx';
import { documentsInHand } from './queries/due.ts';
import { documentRoutes } from './routes/documents.ts';
import { moveRoutes } from './routes/moves.ts';
import { selectByOldAddress } from './store/imports.ts';
import { selectWithdrawnIds } from './store/publications.ts';

export { type ImportLine, type ImportOptions, type ImportSummary, importFrom } from './import/run.ts';
export type { Attachment, DocumentContent, Publication } from './model.ts';
export type { EditionScan } from './queries/monitoring.ts';
export { type AgainstLimit, lateDocuments, normativeExpiries, scanEdition } from './queries/monitoring.ts';
export { publicDuplicates, undatedNormative } from './queries/oddities.ts';
export {
	type CountedDocuments,
	documentById,
	normativeCounts,
	officeFamily,
	type PublicDocument,
	publicDocumentsOf,
	publishedCount,
} from './queries/public.ts';
export { type Found, type SearchAnswer, type SearchRequest, searchDocuments } from './queries/search.ts';
export { unexplainedPolicies } from './queries/unexplained.ts';
export { withheldOverdue } from './queries/withheld.ts';
export { findPersonalData, kindsFound, locatePersonalData, PERSONAL_KINDS } from './rules/personal/index.ts';
export { selectColumnActivity as columnActivity, selectPublicEditions as publicEditions } from './store/monitoring.ts';
export { DOCUMENT_TYPES, type TypeKey } from './types.ts';

/** 信息发布: documents from draft to portal, the public pages that show them, and their search. */
export const publishing: Module = {
	name: 'publishing',
	routes: [...documentRoutes, ...moveRoutes],
	events: {
		'document.publishDue': '定时发布',
		'document.import': '导入其他系统的信息',
		'document.draftFromCase': '依申请转主动公开拟稿',
		'document.publishReport': '发布年度报告页面',
		'search.learnNames': '更新检索词典',
	},
	pages: [
		homePage,
		officePage,
		officeColumnPage,
		officeCatalogPage,
		countyCatalogPage,
		itemPage,
		latestPage,
		rulesPage,
		disclosedPage,
		normativePage,
		searchPage,
		...documentPages,
		...feedPages,
	],
	inHand: documentsInHand,
	unlinked: async (reader) => (await selectWithdrawnIds(reader)).map((id) => `/d/${id}`),
	moved: async (reader, host, path) => {
		const id = await selectByOldAddress(reader, host, path);
		return id === null ? null : `/d/${id}`;
	},
	jobs,
};
