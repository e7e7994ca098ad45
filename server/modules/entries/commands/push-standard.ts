import { isDeepStrictEqual } from 'node:util';
import { AppError } from '../../../kernel/errors.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { listOffices } from '../../offices/index.ts';
import { say } from '../messages.zh.ts';
import type { EditionEntry, StandardEntry } from '../model.ts';
import { isMeant } from '../rules/meant.ts';
import { insertEdition, insertEntry, selectPushed } from '../store/entries.ts';
import { selectStandard } from '../store/standard.ts';

/**
 * Hands the standard catalog down: an edition of it is kept, and every office it is meant for finds what it has not answered yet
 * among its entries, to take over or to trim (条例第二十二条). What it has taken over stays as it is until it says otherwise.
 * @throws AppError `invalid` when nothing has changed since the last time
 */
export async function pushStandard(
	tx: Tx,
	note: string,
): Promise<{ number: number; proposed: number; offices: number }> {
	const standard = await selectStandard(tx);
	const current = standard.filter(({ ended }) => !ended);
	if (current.length === 0) throw new AppError('invalid', { issues: [say('push.empty')] });
	const last = await selectPushed(tx);
	const entries = current.map((entry) => pushed(entry, tx.today));
	const offices = (await listOffices(tx)).filter(({ status }) => status === 'active');
	const told = await propose(tx, standard, offices);
	const isSame = last !== null && isDeepStrictEqual(last.entries.map(withoutDay), entries.map(withoutDay));
	if (isSame && told.proposed === 0) throw new AppError('invalid', { issues: [say('push.unchanged')] });
	const number = (last?.number ?? 0) + 1;
	await insertEdition(tx, { officeId: null, number, entries, note });
	const summary = `下达标准目录第${number}版，${told.offices}个机关有${told.proposed}项待确认`;
	tx.about({ type: 'catalogStandard', summary });
	tx.invalidate('entries');
	return { number, ...told };
}

async function propose(tx: Tx, standard: readonly StandardEntry[], offices: Awaited<ReturnType<typeof listOffices>>) {
	let proposed = 0;
	const told = new Set<number>();
	for (const office of offices) {
		for (const entry of standard) {
			if (!isMeant(entry, office)) continue;
			const { id: standardId, revision: standardRevision, field, content, position } = entry;
			const added = await insertEntry(tx, {
				...{ officeId: office.id, standardId, standardRevision, field, content, position },
				columnId: null,
				standing: 'proposed',
				since: tx.today,
			});
			if (added === null) continue;
			proposed += 1;
			told.add(office.id);
		}
	}
	return { proposed, offices: told.size };
}

function pushed({ id, field, content }: StandardEntry, since: string): EditionEntry {
	return { entryId: id, field, content, columnId: null, trim: null, reason: '', since };
}

const withoutDay = ({ since: _, ...rest }: EditionEntry) => rest;
