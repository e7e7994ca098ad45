import type { EventPayloads } from '../../../kernel/events.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { columnBySlug, columnsOf, takesDocuments } from '../../catalog/index.ts';
import { officeById } from '../../offices/index.ts';
import { contentSchema } from '../model.ts';
import { escapeText, sanitizeBody } from '../rules/body.ts';
import { insertAttachment } from '../store/attachments.ts';
import { insertDocument, lockDocumentBySource, saveDraft } from '../store/documents.ts';
import { documentType } from '../types.ts';

/**
 * Begins a draft of what was given out on an application (第四十四条). It stands in the list of whoever passed it on, with the
 * papers that were handed out. The same event twice makes one draft.
 */
export async function draftFromCase(tx: Tx, given: EventPayloads['application.toPublish']): Promise<void> {
	const source = `application:${given.applicationId}`;
	const office = await officeById(tx, given.officeId);
	if (!office || (await lockDocumentBySource(tx, source))) return;
	const usual = await columnBySlug(tx, office.id, documentType('other').column);
	const column = usual && takesDocuments(usual) ? usual : (await columnsOf(tx, office.id)).find(takesDocuments);
	if (!column) throw new Error(`office ${office.id} has no column for documents`);
	const id = await insertDocument(tx, { officeId: office.id, state: 'draft', createdBy: given.personId, source });
	const attachments: number[] = [];
	for (const file of given.files) attachments.push(await insertAttachment(tx, { documentId: id, ...file }));
	const paragraphs = given.note.split('\n').filter((line) => line.trim() !== '');
	const content = contentSchema.parse({
		type: 'other',
		columnId: column.id,
		title: given.title,
		issuer: office.name,
		genre: documentType('other').genre,
		attribute: 'active',
		code: column.kind === 'item' ? column.code : '',
		responsibleUnit: office.contactOffice,
		body: sanitizeBody(paragraphs.map((line) => `<p>${escapeText(line)}</p>`).join(''), id, new Set()),
		attachments,
	});
	const editors = given.personId === null ? [] : [given.personId];
	await saveDraft(tx, id, { content, editors, savedBy: given.personId });
	await tx.timeline({ type: 'document', id, officeId: office.id }, 'created', { fromApplication: true });
	tx.about({ type: 'document', id, officeId: office.id, summary: `拟稿（依申请转主动公开）：${content.title}` });
}
