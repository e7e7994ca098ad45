import type { Tx } from '../../../platform/transaction.ts';

/** Notes a change to a line in its history and in the audit trail. Registers hold no personal data of applicants. */
export async function record(
	tx: Tx,
	entry: { id: number; officeId: number; kind: string },
	done: string,
	data: Record<string, unknown> = {},
): Promise<void> {
	await tx.timeline({ type: 'registerEntry', id: entry.id, officeId: entry.officeId }, done, data);
	tx.about({ type: 'registerEntry', id: entry.id, officeId: entry.officeId, summary: entry.kind, data });
}
