import { scopeOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { collectIssues, type Issue } from '../../../kernel/issue.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { columnById, takesDocuments } from '../../catalog/index.ts';
import { officeById } from '../../offices/index.ts';
import { say, words } from '../messages.zh.ts';
import { type Entry, type EntryContent, entryTitle } from '../model.ts';
import { mayKeep } from '../policy.ts';
import { contentIssues } from '../rules/content.ts';
import { fieldOf } from '../standard/fields.ts';
import { insertEntry, lockEntries, updateEntry } from '../store/entries.ts';

/** What an office writes of an entry. */
export interface EntryInput {
	field: string;
	content: EntryContent;
	columnId: number | null;
	position: number;
}

/** Adds an entry of the office's own; it is followed from today. @throws AppError `forbidden`, `invalid`, `notFound` */
export async function addEntry(tx: Tx, officeId: number, input: EntryInput): Promise<{ id: number }> {
	const office = await officeById(tx, officeId);
	if (office?.status !== 'active') throw new AppError('notFound');
	requireKeeper(tx, officeId);
	const issues = await entryIssues(tx, officeId, input);
	if (issues.length > 0) throw new AppError('invalid', { issues });
	const id = await insertEntry(tx, {
		...input,
		officeId,
		standardId: null,
		standardRevision: null,
		standing: 'adopted',
		since: tx.today,
	});
	if (id === null) throw new AppError('internal', { detail: `entry of office ${officeId} was not written` });
	tx.about({ type: 'catalogEntry', id, officeId, summary: `新增公开事项：${entryTitle(input.content)}` });
	await tx.timeline({ type: 'catalogEntry', id, officeId }, 'add');
	await tx.emit('entries.changed', { officeId });
	return { id };
}

/** Changes an entry: the county's too may be told more closely by the office that took it over. @throws AppError `conflict` … */
export async function changeEntry(
	tx: Tx,
	id: number,
	{ revision, ...input }: EntryInput & { revision: number },
): Promise<void> {
	const [entry] = await lockEntries(tx, scopeOf(tx.actor), [id]);
	if (!entry || entry.standing === 'ended') throw new AppError('notFound');
	requireKeeper(tx, entry.officeId);
	if (entry.revision !== revision) throw new AppError('conflict', { message: words('entry.changed') });
	// The field of what the county handed down is the county's.
	const field = entry.standardId === null ? input.field : entry.field;
	const issues = await entryIssues(tx, entry.officeId, { ...input, field });
	if (issues.length > 0) throw new AppError('invalid', { issues });
	const { content, columnId, position } = input;
	await updateEntry(tx, id, { field, content, columnId, position });
	const { officeId } = entry;
	tx.about({ type: 'catalogEntry', id, officeId, summary: `修改公开事项：${entryTitle(content)}` });
	await tx.timeline({ type: 'catalogEntry', id, officeId }, 'change');
	await tx.emit('entries.changed', { officeId });
}

function requireKeeper(tx: Tx, officeId: Entry['officeId']): void {
	if (!mayKeep(tx.actor, officeId)) throw new AppError('forbidden', { message: words('entry.notYours') });
}

export async function entryIssues(
	tx: Tx,
	officeId: number,
	{ field, content, columnId }: EntryInput,
): Promise<Issue[]> {
	const column = columnId === null ? null : await columnById(tx, columnId);
	const fits = columnId === null || (column?.officeId === officeId && takesDocuments(column));
	return collectIssues(
		!fieldOf(field) && say('entry.field', 'field'),
		!fits && say('entry.column', 'columnId'),
		contentIssues(content),
	);
}
