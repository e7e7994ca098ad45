import { nameOf } from '../../../kernel/actor.ts';
import type { Tx } from '../../../platform/transaction.ts';
import type { EntryInput } from '../model.ts';
import { chainOf } from '../store/read.ts';
import { addEntry } from './add-entry.ts';
import { voidEntry } from './void-entry.ts';

/** A line another module writes for an office because it keeps the fact itself: a training held, people sent to one. */
export type LineGiven = EntryInput & { officeId: number; kind: string };

/** The register keeps the name of whose hand it was; whether they may, the module that calls has asked. */
function byName(tx: Tx): Tx {
	return { ...tx, actor: { kind: 'system', name: nameOf(tx.actor) } };
}

/** Writes the line, checked as if by hand. Answers its id. @throws AppError `invalid` */
export async function lineOfOffice(tx: Tx, line: LineGiven): Promise<number> {
	return await addEntry(byName(tx), line);
}

/** Strikes out the line that now stands in the place of this one; does nothing when it was struck out by hand before. */
export async function strikeLine(tx: Tx, id: number, reason: string): Promise<void> {
	const chain = await chainOf(tx, { kind: 'all' }, id);
	const standing = chain.find(({ state }) => state === 'standing');
	if (standing) await voidEntry(byName(tx), standing.id, reason);
}
