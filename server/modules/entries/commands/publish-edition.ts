import { isDeepStrictEqual } from 'node:util';
import { scopeOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { say, words } from '../messages.zh.ts';
import type { Entry } from '../model.ts';
import { mayPublish } from '../policy.ts';
import { editionEntries } from '../rules/edition.ts';
import { insertEdition, lockEntries, selectEditions, selectEntries } from '../store/entries.ts';

/**
 * Publishes the catalog of an office as its next edition. Everything the county handed down must have been answered.
 * @throws AppError `invalid`, `forbidden`
 */
export async function publishEdition(tx: Tx, officeId: number, note: string): Promise<{ number: number }> {
	if (!mayPublish(tx.actor, officeId)) throw new AppError('forbidden', { message: words('edition.notYours') });
	const scope = scopeOf(tx.actor);
	const ids = (await selectEntries(tx, scope, officeId)).map(({ id }) => id);
	const entries = (await lockEntries(tx, scope, ids)).sort(inOrder);
	const proposed = entries.filter(({ standing }) => standing === 'proposed').length;
	if (proposed > 0) throw new AppError('invalid', { issues: [say('edition.proposed', undefined, String(proposed))] });
	const shown = editionEntries(entries);
	if (shown.length === 0) throw new AppError('invalid', { issues: [say('edition.empty')] });
	const [last] = await selectEditions(tx, officeId);
	if (last && isDeepStrictEqual(last.entries, shown))
		throw new AppError('invalid', { issues: [say('edition.unchanged')] });
	const number = (last?.number ?? 0) + 1;
	await insertEdition(tx, { officeId, number, entries: shown, note: note.trim() });
	tx.about({ type: 'catalogEdition', id: officeId, officeId, summary: `发布主动公开事项目录第${number}版` });
	await tx.timeline({ type: 'catalogEdition', id: officeId, officeId }, 'published', { number });
	tx.invalidate(`office:${officeId}`, `catalog:${officeId}`, 'entries');
	return { number };
}

const inOrder = (a: Entry, b: Entry) => a.field.localeCompare(b.field) || a.position - b.position || a.id - b.id;
