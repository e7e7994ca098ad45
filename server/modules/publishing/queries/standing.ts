import { scopeOf } from '../../../kernel/actor.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { selectDocument, selectDraft } from '../store/documents.ts';
import { selectRegistration } from '../store/registrations.ts';
import type { TypeKey } from '../types.ts';
import type { State } from '../workflow.ts';

/** Where a document stands, for a module that keeps a record beside it. */
export interface DocumentStanding {
	id: number;
	officeId: number;
	state: State;
	live: boolean;
	type: TypeKey;
	title: string;
	firstPublishedAt: Date | null;
	registered: boolean;
}

/** Of a document in the reader's offices; null for any other. */
export async function documentStanding(reader: Reader, documentId: number): Promise<DocumentStanding | null> {
	const document = await selectDocument(reader, scopeOf(reader.actor), documentId);
	const draft = document && (await selectDraft(reader, documentId));
	if (!document || !draft) return null;
	const { id, officeId, state, live, firstPublishedAt } = document;
	const { type, title } = draft.content;
	const registered = (await selectRegistration(reader, documentId)) !== null;
	return { id, officeId, state, live, type, title, firstPublishedAt, registered };
}
