import { scopeOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { collectIssues, type Issue, issue } from '../../../kernel/issue.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { officeById } from '../../offices/index.ts';
import { standings } from '../../publishing/index.ts';
import { messages } from '../messages.zh.ts';
import type { EntryContent } from '../model.ts';
import { canOnEntry } from '../policy.ts';
import { draftIssues } from '../rules/entry.ts';
import { insertEntry, insertEntryStep, lockEntry, updateEntry } from '../store/entries.ts';

export interface EntryDraft {
	officeId: number;
	content: EntryContent;
}

/** Begins an entry; `askedKey` names the question it is made of. @throws AppError `invalid`, `forbidden`, `conflict` */
export async function createEntry(tx: Tx, draft: EntryDraft, askedKey: string | null = null): Promise<number> {
	const { officeId, content } = cleaned(draft);
	await check(tx, { officeId, content });
	const id = await insertEntry(tx, { officeId, content, askedKey });
	if (id === null) throw new AppError('conflict', { message: messages.taken });
	await insertEntryStep(tx, id, 'create');
	tx.about({ type: 'faq', id, officeId, summary: content.question });
	return id;
}

/** Overwrites the working copy seen under `revision`. What everybody reads stays. @throws AppError `conflict`, `invalid` … */
export async function saveEntry(tx: Tx, id: number, revision: number, draft: EntryDraft): Promise<number> {
	const entry = await lockEntry(tx, scopeOf(tx.actor), id);
	if (!entry) throw new AppError('notFound');
	if (!canOnEntry(tx.actor, entry.officeId)('faq.write')) throw new AppError('forbidden');
	if (entry.revision !== revision) throw new AppError('conflict', { message: messages.changed });
	const { officeId, content } = cleaned(draft);
	// What stands on the portal stands there in the name of its office.
	if (entry.state === 'published' && officeId !== entry.officeId)
		throw new AppError('invalid', { issues: [issue('entry.office', messages.office, 'officeId')] });
	await check(tx, { officeId, content });
	await updateEntry(tx, entry, { officeId, content });
	await insertEntryStep(tx, id, 'save');
	tx.about({ type: 'faq', id, officeId, summary: content.question });
	return entry.revision + 1;
}

function cleaned({ officeId, content }: EntryDraft): EntryDraft {
	const wordings = [...new Set(content.wordings.map((wording) => wording.trim()).filter(Boolean))];
	return {
		officeId,
		content: { ...content, question: content.question.trim(), answer: content.answer.trim(), wordings },
	};
}

async function check(tx: Tx, { officeId, content }: EntryDraft): Promise<void> {
	const office = await officeById(tx, officeId);
	const issues: Issue[] = collectIssues(
		office?.status !== 'active' && issue('entry.office', messages.office, 'officeId'),
		draftIssues(content),
		await documentIssues(tx, content),
	);
	if (issues.length > 0) throw new AppError('invalid', { issues });
	if (!canOnEntry(tx.actor, officeId)('faq.write')) throw new AppError('forbidden');
}

async function documentIssues(tx: Tx, { documentId }: EntryContent): Promise<Issue[]> {
	if (documentId === null || (await standings(tx, [documentId])).has(documentId)) return [];
	return [issue('entry.document', messages.document, 'documentId')];
}
