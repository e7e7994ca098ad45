import type { Module } from '../../module.ts';
import { keepWritingReads } from './commands/write-reads.ts';
import { jobs } from './jobs.ts';
import { officeColumnPage, rulesPage } from './pages/column.tsx';
import { countyCatalogPage, itemPage, latestPage, officeCatalogPage } from './pages/county-lists.tsx';
import { disclosedPage } from './pages/disclosed.tsx';
import { documentPages } from './pages/document.tsx';
import { feedPages } from './pages/feeds.ts';
import { filePreviewPages } from './pages/file-preview.tsx';
import { homePage } from './pages/home.tsx';
import { normativePage } from './pages/normative.tsx';
import { officePage } from './pages/office.tsx';
import { readsPage } from './pages/reads.ts';
import { searchPage } from './pages/search.tsx';
import { documentsInHand } from './queries/due.ts';
import { namedPlaces } from './queries/nearby.ts';
import { coordinationRoutes } from './routes/coordination.ts';
import { documentRoutes } from './routes/documents.ts';
import { importRoutes } from './routes/imports.ts';
import { keptPaperRoutes } from './routes/kept-papers.ts';
import { moveRoutes } from './routes/moves.ts';
import { selectByOldAddress } from './store/imports.ts';
import { selectWithdrawnIds } from './store/publications.ts';

export { type CheckedFile, checkUploads } from './commands/add-attachments.ts';
export { keepValidityList, markByDecision } from './commands/decide-validity.ts';
export { attachedTexts } from './commands/index-document.ts';
export { readFileTexts } from './commands/read-attachments.ts';
export { registerNumber } from './commands/register-number.ts';
export { startDraft } from './commands/start-draft.ts';
export { writeReads } from './commands/write-reads.ts';
export { REPORT_HEAD, reportLine } from './import/report.ts';
export { type ImportLine, type ImportOptions, type ImportSummary, importFrom } from './import/run.ts';
export type { Attachment, DocumentContent, Publication } from './model.ts';
export { isLatest, type Sweep, segmenter } from './queries/dictionary.ts';
export { checkFiles, type LeakCheck } from './queries/leaks.ts';
export { type AgainstLimit, lateDocuments, normativeExpiries } from './queries/monitoring.ts';
export { type NormativeEntry, type NormativeLibrary, normativeLibrary } from './queries/normative-library.ts';
export { indexGaps, type OddDocument, oddDocuments, publicDuplicates, undatedNormative } from './queries/oddities.ts';
export {
	type CountedDocuments,
	documentById,
	newestDocuments,
	normativeCounts,
	officeFamily,
	type PublicDocument,
	publicationsOf,
	publicDocumentsOf,
	publicFilesOf,
	publishedCount,
} from './queries/public.ts';
export { type EditionScan, SCAN_VERSION, scanEditions } from './queries/scan.ts';
export { type Found, type SearchAnswer, type SearchRequest, searchDocuments } from './queries/search.ts';
export { serviceCount } from './queries/services.ts';
export { type DocumentStanding, documentStanding } from './queries/standing.ts';
export { standings } from './queries/standings.ts';
export { unexplainedPolicies } from './queries/unexplained.ts';
export { type UrgentDocument, urgentUnreviewed } from './queries/urgent.ts';
export { withheldOverdue } from './queries/withheld.ts';
export { acceptFile, IMAGE_TYPES } from './rules/attachment.ts';
export { imagesOf, plainText, shownBody } from './rules/body.ts';
export { maskMarkup } from './rules/mask.ts';
export {
	findPersonalData,
	kindsFound,
	locatePersonalData,
	maskPersonalData,
	PERSONAL_KINDS,
} from './rules/personal/index.ts';
export { SERVICE_ELEMENTS } from './rules/service-guide.ts';
export {
	selectColumnActivity as columnActivity,
	selectPublicEditions as publicEditions,
	selectPublishedByMonth as publishedByMonth,
	selectPublishedWithin as publishedWithin,
} from './store/monitoring.ts';
export {
	selectNumberTaken as numberTaken,
	selectRegistrations as registrationsOf,
} from './store/registrations.ts';
export { selectForIndex as lockPublicDocument, selectPublicIds as publicIds } from './store/search.ts';
export { DOCUMENT_TYPES, type TypeKey, VALIDITIES, type Validity } from './types.ts';

/** 信息发布: documents from draft to portal, the public pages that show them, and their search. */
export const publishing: Module = {
	name: 'publishing',
	routes: [...documentRoutes, ...moveRoutes, ...coordinationRoutes, ...keptPaperRoutes, ...importRoutes],
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
		readsPage,
		...filePreviewPages,
		...feedPages,
	],
	inHand: documentsInHand,
	named: namedPlaces,
	whileRunning: keepWritingReads,
	unlinked: async (reader) => (await selectWithdrawnIds(reader)).map((id) => `/d/${id}`),
	moved: async (reader, host, path) => {
		const id = await selectByOldAddress(reader, host, path);
		return id === null ? null : `/d/${id}`;
	},
	jobs,
};
