import type { Reader } from '../../../platform/transaction.ts';
import type { Document, DocumentContent } from '../model.ts';
import { type DisclosureFacts, type DisclosureOpinion, needsOpinion, opinionOn } from '../rules/disclosure.ts';
import { selectRevisions, selectSteps } from '../store/history.ts';

/** 公开属性审查 of a policy that is not to be opened; null for everything else. */
export interface Disclosure {
	/** On the snapshot in hand; null until the disclosure office has said something about it. */
	opinion: DisclosureOpinion | null;
}

/** Where the opinion of the disclosure office on a document stands. The caller has read it in scope. */
export async function disclosureOf(
	reader: Reader,
	{ id, revisionId }: Pick<Document, 'id' | 'revisionId'>,
	content: Pick<DocumentContent, 'type' | 'attribute'>,
): Promise<Disclosure | null> {
	if (!needsOpinion(content)) return null;
	const revisions = await selectRevisions(reader, id);
	const inHand = revisions.find((one) => one.id === revisionId);
	return { opinion: inHand ? opinionOn(inHand, revisions, await selectSteps(reader, id)) : null };
}

/** The same as the guards of the workflow ask it: it is owed once the document waits for its signature. */
export async function opinionFact(
	reader: Reader,
	document: Document,
	content: DocumentContent,
): Promise<DisclosureFacts['opinion']> {
	if (document.state !== 'signOff') return 'none';
	const disclosure = await disclosureOf(reader, document, content);
	if (!disclosure) return 'none';
	return disclosure.opinion ? 'given' : 'owed';
}
