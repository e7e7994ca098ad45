import { scopeOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { findMove, requireMove } from '../../../kernel/workflow.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { say, words } from '../messages.zh.ts';
import { type Entry, entryTitle, type StandardEntry, TRIMS, type Trim } from '../model.ts';
import { mayKeep } from '../policy.ts';
import { type EntryChange, lockEntries, updateEntry } from '../store/entries.ts';
import { selectStandard } from '../store/standard.ts';
import { type EntryAction, entryWorkflow } from '../workflow.ts';

export interface EntriesMove {
	ids: number[];
	action: EntryAction;
	/** trim */
	trim: Trim | null;
	reason: string;
}

/**
 * One hand on several entries at once: all of them move, or none.
 * @throws AppError `notFound` when one lies outside the scope, `conflict` when one stands elsewhere by now, `forbidden`, `invalid`
 */
export async function moveEntries(tx: Tx, move: EntriesMove): Promise<void> {
	if (move.ids.length === 0) throw new AppError('invalid', { issues: [say('entry.none')] });
	const entries = await lockEntries(tx, scopeOf(tx.actor), move.ids);
	if (entries.length !== new Set(move.ids).size) throw new AppError('notFound');
	const standard = new Map((await selectStandard(tx)).map((entry) => [entry.id, entry]));
	for (const entry of entries) {
		const row = findMove(entryWorkflow, entry.standing, move.action);
		if (!row) throw new AppError('conflict', { message: words('entry.moved') });
		requireMove(entryWorkflow, entry.standing, move.action, undefined, () => mayKeep(tx.actor, entry.officeId));
		const change = effectOf(tx, entry, move, entry.standardId === null ? undefined : standard.get(entry.standardId));
		await updateEntry(tx, entry.id, { ...change, standing: row.to });
		const text =
			move.action === 'trim' && move.trim ? `${TRIMS[move.trim]}：${move.reason.trim()}` : move.reason.trim();
		await tx.timeline({ type: 'catalogEntry', id: entry.id, officeId: entry.officeId }, move.action, { text });
	}
	await tellAll(tx, entries, move.action);
}

function effectOf(
	tx: Tx,
	entry: Entry,
	{ action, trim, reason }: EntriesMove,
	standard: StandardEntry | undefined,
): EntryChange {
	switch (action) {
		case 'adopt':
			// What comes back is followed from now on.
			return { trim: null, reason: '', since: tx.today };
		case 'trim': {
			const issues = [
				...(trim === null ? [say('entry.trim', 'trim')] : []),
				...([...reason.trim()].length < 2 ? [say('entry.reason', 'reason')] : []),
			];
			if (issues.length > 0) throw new AppError('invalid', { issues });
			return { trim, reason: reason.trim() };
		}
		case 'renew':
			if (!standard || standard.ended || standard.revision === entry.standardRevision)
				throw new AppError('conflict', { message: words('entry.moved') });
			// The office's own words for finding its documents stay beside the new ones.
			return {
				content: { ...standard.content, words: [...new Set([...standard.content.words, ...entry.content.words])] },
				standardRevision: standard.revision,
				position: standard.position,
			};
		case 'end':
			return { trim: null };
	}
}

async function tellAll(tx: Tx, entries: readonly Entry[], action: EntryAction): Promise<void> {
	const label = entryWorkflow.transitions.find((one) => one.action === action)?.label ?? '';
	const [first] = entries;
	if (!first) return;
	const names = `${entryTitle(first.content)}${entries.length > 1 ? `等${entries.length}项` : ''}`;
	tx.about({ type: 'catalogEntry', id: first.id, officeId: first.officeId, summary: `${label}公开事项：${names}` });
	for (const officeId of new Set(entries.map((entry) => entry.officeId)))
		await tx.emit('entries.changed', { officeId });
}
