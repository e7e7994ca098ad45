import { isDeepStrictEqual } from 'node:util';
import { scopeOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { issue } from '../../../kernel/issue.ts';
import { requireMove } from '../../../kernel/workflow.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { findPersonalData, kindsFound, segmenter } from '../../publishing/index.ts';
import { messages } from '../messages.zh.ts';
import type { Entry } from '../model.ts';
import { canOnEntry } from '../policy.ts';
import { publishIssues } from '../rules/entry.ts';
import { insertEntryStep, lockEntry, updateEntry } from '../store/entries.ts';
import { emptyUnsaid } from '../store/log.ts';
import { dropPassages } from '../store/passages.ts';
import { type EntryAction, type EntryFacts, entryWorkflow } from '../workflow.ts';
import { FAQ_TAG, indexEntry } from './index-passages.ts';

export interface EntryMove {
	id: number;
	action: EntryAction;
	/** The entry as the person saw it: what nobody has read is not published. */
	revision: number;
	/** withdraw: why. */
	text: string;
}

export function factsOf({ content, shown }: Entry): EntryFacts {
	return { changed: !isDeepStrictEqual(content, shown) };
}

/**
 * Shows an entry to everybody, or takes it away with its passages, in one transaction.
 * @throws AppError `notFound`, `conflict`, `forbidden`, `invalid`
 */
export async function moveEntry(tx: Tx, { id, action, revision, text }: EntryMove): Promise<void> {
	const entry = await lockEntry(tx, scopeOf(tx.actor), id);
	if (!entry) throw new AppError('notFound');
	const row = requireMove(entryWorkflow, entry.state, action, factsOf(entry), canOnEntry(tx.actor, entry.officeId));
	if (entry.revision !== revision) throw new AppError('conflict', { message: messages.changed });
	if (action === 'publish') await publish(tx, entry);
	else await withdraw(tx, entry, text);
	tx.about({ type: 'faq', id, officeId: entry.officeId, summary: `${row.label}：${entry.content.question}` });
	tx.invalidate(FAQ_TAG);
}

async function publish(tx: Tx, entry: Entry): Promise<void> {
	const { content, id, officeId } = entry;
	const found = findPersonalData([content.question, ...content.wordings, content.answer, content.basis].join('\n'));
	const issues = publishIssues(content, tx.today, kindsFound(found));
	if (issues.length > 0) throw new AppError('invalid', { issues });
	await updateEntry(tx, entry, { state: 'published', shown: content, shownAt: tx.now });
	await insertEntryStep(tx, id, 'publish', { shown: content });
	await indexEntry(tx, await segmenter(tx), { id, officeId, shown: content, shownAt: tx.now });
	await emptyUnsaid(tx, { kind: 'entry', id });
}

async function withdraw(tx: Tx, entry: Entry, text: string): Promise<void> {
	const reason = text.trim();
	if ([...reason].length < 5)
		throw new AppError('invalid', { issues: [issue('entry.reason', messages.reason, 'text')] });
	await updateEntry(tx, entry, { state: 'withdrawn', shown: null, shownAt: null });
	await insertEntryStep(tx, entry.id, 'withdraw', { text: reason });
	await dropPassages(tx, { kind: 'entry', id: entry.id });
	await emptyUnsaid(tx, { kind: 'entry', id: entry.id });
}
