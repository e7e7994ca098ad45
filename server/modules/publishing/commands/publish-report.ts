import type { EventPayloads } from '../../../kernel/events.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { type Column, columnBySlug } from '../../catalog/index.ts';
import { type Office, officeById } from '../../offices/index.ts';
import { contentSchema, type Document, type DocumentContent } from '../model.ts';
import { sanitizeBody } from '../rules/body.ts';
import { insertAttachment } from '../store/attachments.ts';
import { insertDocument, lockDocumentBySource, saveDraft, selectDocument, updateDocument } from '../store/documents.ts';
import { insertStep } from '../store/history.ts';
import { snapshot } from './case.ts';
import { giveIndexNumber, release } from './release.ts';

export type PublishedReport = EventPayloads['report.published'];

/**
 * Makes the public document of an annual report from the event that says it was published: it has been reviewed and signed
 * where it was made. The same event twice changes nothing; a later one makes the next edition of the same document.
 */
export async function publishReport(tx: Tx, eventId: number, report: PublishedReport): Promise<void> {
	const office = await officeById(tx, report.officeId);
	const column = office && (await columnBySlug(tx, office.id, 'reports'));
	if (!office || !column) throw new Error(`office ${report.officeId} has no column for reports`);
	const document = await documentFor(tx, report, eventId);
	if (!document) return;
	const attachments: number[] = [];
	for (const { sha256, fileName, mediaType, size } of report.files)
		attachments.push(await insertAttachment(tx, { documentId: document.id, sha256, fileName, mediaType, size }));
	const content = contentOf(tx, { report, office, column, document, attachments });
	await saveDraft(tx, document.id, { content, editors: [], savedBy: null });
	const revision = await snapshot(tx, document, content);
	const indexNumber = document.indexNumber ?? (await giveIndexNumber(tx, office.id));
	const published: Document = { ...document, state: 'published', revisionId: revision.id, indexNumber };
	await updateDocument(tx, document.id, {
		state: 'published',
		edition: document.edition,
		revisionId: revision.id,
		indexNumber,
		sourceEvent: eventId,
	});
	await insertStep(tx, published, { action: 'publish', to: 'published', data: { reportId: report.reportId } });
	await tx.timeline({ type: 'document', id: document.id, officeId: office.id }, 'publish', { year: report.year });
	tx.about({ type: 'document', id: document.id, officeId: office.id, summary: content.title });
	await release(tx, published, revision);
}

/** The report's document at its next edition, new when it is the first; null when this event was taken in before. */
async function documentFor(tx: Tx, report: PublishedReport, eventId: number): Promise<Document | null> {
	const source = `report:${report.reportId}`;
	const known = await lockDocumentBySource(tx, source);
	if (known && (known.sourceEvent ?? 0) >= eventId) return null;
	if (known) return { ...known, edition: known.edition + 1 };
	const id = await insertDocument(tx, { officeId: report.officeId, state: 'published', createdBy: null, source });
	return await selectDocument(tx, { kind: 'all' }, id);
}

function contentOf(
	tx: Tx,
	about: { report: PublishedReport; office: Office; column: Column; document: Document; attachments: number[] },
): DocumentContent {
	const { report, office, column, document, attachments } = about;
	return contentSchema.parse({
		type: 'report',
		columnId: column.id,
		title: report.title,
		issuer: office.name,
		formedOn: tx.today,
		theme: '综合政务',
		genre: '报告',
		attribute: 'active',
		summary: `${office.name}${report.year}年度政府信息公开工作情况。`,
		keywords: ['政府信息公开', '年度报告', `${report.year}年`],
		responsibleUnit: office.contactOffice || office.shortName,
		body: sanitizeBody(report.html, document.id, new Set()),
		attachments,
		changeNote: document.edition > 1 ? '年度报告修改后重新发布' : '',
	});
}
