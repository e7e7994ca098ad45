import { nameOf } from '../../../kernel/actor.ts';
import type { Reader, Tx } from '../../../platform/transaction.ts';
import { tables } from './tables.ts';

/** One hand on a consultation or a proposal. */
export interface Step {
	action: string;
	text: string;
	personName: string;
	createdAt: Date;
}

export type Subject = 'consultation' | 'proposal';

export function personOf(tx: Tx): number | null {
	return tx.actor.kind === 'person' ? tx.actor.personId : null;
}

export async function appendStep(tx: Tx, subject: Subject, id: number, action: string, text: string): Promise<void> {
	await tables(tx)
		.insertInto('participation_step')
		.values({
			subject,
			subject_id: id,
			action,
			text,
			person_id: personOf(tx),
			person_name: nameOf(tx.actor),
			created_at: tx.now,
		})
		.execute();
}

export async function stepsOf(reader: Reader, subject: Subject, id: number): Promise<Step[]> {
	return await tables(reader)
		.selectFrom('participation_step')
		.select(['action', 'text', 'person_name as personName', 'created_at as createdAt'])
		.where('subject', '=', subject)
		.where('subject_id', '=', id)
		.orderBy('id')
		.execute();
}

/** What a number begins with: 征集、意见、建议、提案. */
const PREFIX = { consultation: 'ZJ', comment: 'YJ', deputy: 'JY', committee: 'TA' } as const;

/** The next number of this kind and year, held until commit: no gap, no double. */
export async function nextNumber(tx: Tx, kind: keyof typeof PREFIX): Promise<string> {
	const year = Number(tx.today.slice(0, 4));
	const { last } = await tables(tx)
		.insertInto('participation_counter')
		.values({ kind, year, last: 1 })
		.onConflict((conflict) =>
			conflict.columns(['kind', 'year']).doUpdateSet((eb) => ({ last: eb('participation_counter.last', '+', 1) })),
		)
		.returning('last')
		.executeTakeFirstOrThrow();
	return `${PREFIX[kind]}${year}${String(last).padStart(5, '0')}`;
}
