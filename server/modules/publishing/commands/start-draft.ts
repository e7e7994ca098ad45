import { AppError } from '../../../kernel/errors.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { columnBySlug, columnsOf, takesDocuments } from '../../catalog/index.ts';
import { officeById } from '../../offices/index.ts';
import { type ContentInput, contentSchema } from '../model.ts';
import { actorId } from '../policy.ts';
import { sanitizeBody } from '../rules/body.ts';
import { insertDocument, saveDraft } from '../store/documents.ts';
import { documentType, type TypeKey } from '../types.ts';

export interface StartedDraft {
	officeId: number;
	type: TypeKey;
	title: string;
	/** What the caller knows already; the body as markup. */
	content?: Omit<Partial<ContentInput>, 'type' | 'columnId' | 'title' | 'attachments'>;
}

/** Begins a draft for another module, in the usual column of its kind, on the desk of whoever asked. Answers its id. */
export async function startDraft(tx: Tx, { officeId, type, title, content = {} }: StartedDraft): Promise<number> {
	const office = await officeById(tx, officeId);
	const usual = await columnBySlug(tx, officeId, documentType(type).column);
	const column = usual && takesDocuments(usual) ? usual : (await columnsOf(tx, officeId)).find(takesDocuments);
	if (!office || !column) throw new AppError('internal', { detail: `office ${officeId} has no column for documents` });
	const me = actorId(tx.actor) || null;
	const id = await insertDocument(tx, { officeId, state: 'draft', createdBy: me });
	const whole = contentSchema.parse({
		issuer: office.name,
		genre: documentType(type).genre,
		attribute: 'active',
		code: column.kind === 'item' ? column.code : '',
		responsibleUnit: office.contactOffice,
		...content,
		body: sanitizeBody(content.body ?? '', id, new Set()),
		type,
		columnId: column.id,
		title,
	});
	await saveDraft(tx, id, { content: whole, editors: me === null ? [] : [me], savedBy: me });
	await tx.timeline({ type: 'document', id, officeId }, 'created');
	return id;
}
