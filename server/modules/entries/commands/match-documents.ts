import { scopeOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { type Publication, publicationsOf } from '../../publishing/index.ts';
import { say, words } from '../messages.zh.ts';
import { entryTitle } from '../model.ts';
import { mayKeep } from '../policy.ts';
import { matchEntry } from '../rules/match.ts';
import { selectEntries } from '../store/entries.ts';
import { deleteMatch, upsertMatches } from '../store/matches.ts';

/** Puts public documents of one office under its entries by the rule; what people said stays. Answers how many moved. */
export async function matchByRule(tx: Tx, officeId: number, documents: readonly Publication[]): Promise<number> {
	const entries = (await selectEntries(tx, { kind: 'all' }, officeId)).filter(({ standing }) => standing === 'adopted');
	const moved = await upsertMatches(
		tx,
		documents.map((document) => ({
			documentId: document.documentId,
			officeId,
			entryId: matchEntry(document, entries),
			byPerson: false,
		})),
	);
	if (moved > 0) tx.invalidate(`catalog:${officeId}`, 'entries');
	return moved;
}

/**
 * A person says to which entry a public document belongs; `entryId` null: to none; `byRule`: as the rule has it.
 * @throws AppError `notFound`, `forbidden`, `invalid`
 */
export async function matchByHand(
	tx: Tx,
	documentId: number,
	{ entryId, byRule }: { entryId: number | null; byRule: boolean },
): Promise<void> {
	const document = (await publicationsOf(tx, [documentId])).get(documentId);
	if (!document) throw new AppError('invalid', { issues: [say('match.document')] });
	const { officeId } = document;
	if (!mayKeep(tx.actor, officeId)) throw new AppError('forbidden', { message: words('entry.notYours') });
	const entries = await selectEntries(tx, scopeOf(tx.actor), officeId);
	const entry = entries.find(({ id, standing }) => id === entryId && standing === 'adopted');
	if (entryId !== null && !entry) throw new AppError('invalid', { issues: [say('match.entry', 'entryId')] });
	if (byRule) {
		await deleteMatch(tx, documentId);
		await matchByRule(tx, officeId, [document]);
	} else {
		await upsertMatches(tx, [{ documentId, officeId, entryId, byPerson: true }]);
	}
	const where = byRule ? '按规则归入' : entry ? `归入「${entryTitle(entry.content)}」` : '不归入任何公开事项';
	tx.about({ type: 'document', id: documentId, officeId, summary: `${where}：${document.title}` });
	tx.invalidate(`catalog:${officeId}`, 'entries');
}
