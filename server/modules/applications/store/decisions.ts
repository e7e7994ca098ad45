import type { OutcomeCode } from '../../../law/outcomes.ts';
import type { Reader, Tx } from '../../../platform/transaction.ts';
import { type DecisionDetails, decisionDetails } from '../rules/decision.ts';
import { lockedTables, personId, tablesOf } from './database.ts';

export interface DecisionRecord {
	id: number;
	outcome: OutcomeCode;
	details: DecisionDetails;
	status: 'pending' | 'recalled' | 'returned' | 'approved';
	draftedBy: number | null;
	draftedAt: Date;
	secrecyBy: number | null;
	secrecyAt: Date | null;
	secrecyNote: string;
	decidedBy: number | null;
	decidedAt: Date | null;
	note: string;
	letterId: number | null;
}

export async function insertDecision(
	tx: Tx,
	applicationId: number,
	outcome: OutcomeCode,
	details: DecisionDetails,
): Promise<void> {
	await lockedTables(tx)
		.insertInto('application_decision')
		.values({
			application_id: applicationId,
			outcome,
			details: JSON.stringify(details),
			status: 'pending',
			drafted_by: personId(tx),
			drafted_at: tx.now,
		})
		.execute();
}

export async function passSecrecyReview(tx: Tx, id: number, note: string): Promise<void> {
	await lockedTables(tx)
		.updateTable('application_decision')
		.set({ secrecy_by: personId(tx), secrecy_at: tx.now, secrecy_note: note })
		.where('id', '=', id)
		.execute();
}

export async function closeDecision(
	tx: Tx,
	id: number,
	closed: { status: 'recalled' | 'returned' | 'approved'; note: string; letterId?: number },
): Promise<void> {
	await lockedTables(tx)
		.updateTable('application_decision')
		.set({
			status: closed.status,
			note: closed.note,
			letter_id: closed.letterId,
			decided_by: personId(tx),
			decided_at: tx.now,
		})
		.where('id', '=', id)
		.execute();
}

/** All drafts and answers of a case, oldest first. */
export async function selectDecisions(reader: Reader, applicationId: number): Promise<DecisionRecord[]> {
	const rows = await tablesOf(reader)
		.selectFrom('application_decision')
		.selectAll()
		.where('application_id', '=', applicationId)
		.orderBy('id')
		.execute();
	return rows.map((row) => ({
		id: row.id,
		outcome: row.outcome,
		details: decisionDetails.parse(row.details),
		status: row.status,
		draftedBy: row.drafted_by,
		draftedAt: row.drafted_at,
		secrecyBy: row.secrecy_by,
		secrecyAt: row.secrecy_at,
		secrecyNote: row.secrecy_note,
		decidedBy: row.decided_by,
		decidedAt: row.decided_at,
		note: row.note,
		letterId: row.letter_id,
	}));
}
