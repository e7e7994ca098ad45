import type { EventPayloads } from '../../../kernel/events.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { standingOfSource } from '../store/read.ts';
import { lockRegister } from '../store/write.ts';
import { addEntry } from './add-entry.ts';
import { voidEntry } from './void-entry.ts';

/** Writes the line another module's event calls for. Told twice, it stands once: its source is its note. */
export async function recordDue(tx: Tx, due: EventPayloads['register.due']): Promise<void> {
	const { officeId, kind, day, quantity, fields, source } = due;
	await lockRegister(tx, officeId);
	if ((await standingOfSource(tx, { kind: 'all' }, officeId, kind, source)).length > 0) return;
	await addEntry(tx, { officeId, kind, day, quantity, fields, note: source });
}

/** Strikes the line of a source out that has itself been struck out. */
export async function undoDue(tx: Tx, undone: EventPayloads['register.undone']): Promise<void> {
	const { officeId, kind, source, reason } = undone;
	await lockRegister(tx, officeId);
	for (const id of await standingOfSource(tx, { kind: 'all' }, officeId, kind, source)) {
		await voidEntry(tx, id, reason);
	}
}
