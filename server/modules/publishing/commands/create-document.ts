import { AppError } from '../../../kernel/errors.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { columnById, takesDocuments } from '../../catalog/index.ts';
import { officeById } from '../../offices/index.ts';
import { say } from '../messages.zh.ts';
import { contentSchema } from '../model.ts';
import { canOn } from '../policy.ts';
import { secretIssues } from '../rules/secret-mark.ts';
import { insertDocument, saveDraft } from '../store/documents.ts';
import { documentType, type TypeKey } from '../types.ts';

export interface CreateDocument {
	columnId: number;
	type: TypeKey;
	title: string;
}

/** Begins a draft in the actor's own office, with what the office and the type already say. Answers its id. */
export async function createDocument(tx: Tx, input: CreateDocument): Promise<number> {
	const { actor } = tx;
	if (actor.kind !== 'person') throw new AppError('forbidden');
	const office = await officeById(tx, actor.officeId);
	if (!office || !canOn(actor, office.id)('document.draft')) throw new AppError('forbidden');
	const column = await columnById(tx, input.columnId);
	if (column?.officeId !== office.id || !takesDocuments(column) || documentType(input.type).made)
		throw new AppError('invalid', { issues: [say('draft.column', 'columnId')] });
	const content = contentSchema.parse({
		...input,
		issuer: office.name,
		genre: documentType(input.type).genre,
		// 以公开为常态 (条例第五条): whatever is not to be opened has to be marked so, with a ground.
		attribute: 'active',
		code: column.kind === 'item' ? column.code : '',
		responsibleUnit: office.contactOffice,
	});
	const marked = secretIssues(content);
	if (marked.length > 0) throw new AppError('invalid', { issues: marked });
	const id = await insertDocument(tx, { officeId: office.id, state: 'draft', createdBy: actor.personId });
	await saveDraft(tx, id, { content, editors: [actor.personId], savedBy: actor.personId });
	tx.about({ type: 'document', id, officeId: office.id, summary: `拟稿：${content.title}` });
	await tx.timeline({ type: 'document', id, officeId: office.id }, 'created');
	return id;
}
