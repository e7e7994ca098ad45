import { nameOf } from '../../../kernel/actor.ts';
import type { Reader, Tx } from '../../../platform/transaction.ts';
import type { RefundGround } from '../model.ts';
import { fen } from '../rules/fees.ts';
import { lockedTables, personId, tablesOf } from './database.ts';

/** A fee notice and its payment; `amount` in yuan. */
export interface FeeRecord {
	tariff: 'item' | 'page';
	before: number;
	quantity: number;
	amount: number;
	payment: string;
	notifiedOn: string;
	deliveredOn: string | null;
	paidOn: string | null;
	letterId: number | null;
	/** What the register counted for `before`; null by pages, and where the applicant cannot be told apart. */
	countedBefore: number | null;
	beforeReason: string;
	/** What has gone back, oldest first. */
	refunds: readonly Refund[];
}

/** 退费; `amount` in yuan. */
export interface Refund {
	amount: number;
	ground: RefundGround;
	reason: string;
	refundedOn: string;
	personName: string;
}

export type NewFee = Omit<FeeRecord, 'notifiedOn' | 'deliveredOn' | 'paidOn' | 'refunds'>;

export async function insertFee(tx: Tx, applicationId: number, fee: NewFee): Promise<void> {
	const { tariff, before, quantity, amount, payment, letterId, countedBefore, beforeReason } = fee;
	await lockedTables(tx)
		.insertInto('application_fee')
		.values({
			application_id: applicationId,
			tariff,
			before_count: before,
			counted_before: countedBefore,
			before_reason: beforeReason,
			quantity,
			amount,
			payment,
			notified_on: tx.today,
			letter_id: letterId,
		})
		.execute();
}

export async function updateFee(
	tx: Tx,
	applicationId: number,
	changes: { deliveredOn?: string; paidOn?: string },
): Promise<void> {
	await lockedTables(tx)
		.updateTable('application_fee')
		.set({ delivered_on: changes.deliveredOn, paid_on: changes.paidOn })
		.where('application_id', '=', applicationId)
		.execute();
}

const COLUMNS = [
	'tariff',
	'before_count as before',
	'quantity',
	'amount',
	'payment',
	'notified_on as notifiedOn',
	'delivered_on as deliveredOn',
	'paid_on as paidOn',
	'letter_id as letterId',
	'counted_before as countedBefore',
	'before_reason as beforeReason',
] as const;

export async function selectFee(reader: Reader, applicationId: number): Promise<FeeRecord | null> {
	const row = await tablesOf(reader)
		.selectFrom('application_fee')
		.select(COLUMNS)
		.where('application_id', '=', applicationId)
		.executeTakeFirst();
	if (!row) return null;
	const refunds = await tablesOf(reader)
		.selectFrom('fee_refund')
		.select(['amount', 'ground', 'reason', 'refunded_on as refundedOn', 'person_name as personName'])
		.where('application_id', '=', applicationId)
		.orderBy('id')
		.execute();
	return {
		...row,
		amount: Number(row.amount),
		refunds: refunds.map((one) => ({ ...one, amount: Number(one.amount) })),
	};
}

export async function insertRefund(tx: Tx, applicationId: number, refund: Omit<Refund, 'personName'>): Promise<void> {
	const { amount, ground, reason, refundedOn } = refund;
	await lockedTables(tx)
		.insertInto('fee_refund')
		.values({
			application_id: applicationId,
			amount,
			ground,
			reason,
			refunded_on: refundedOn,
			at: tx.now,
			person_id: personId(tx),
			person_name: nameOf(tx.actor),
		})
		.execute();
}

/** An application of the same applicant in the month, with the units it was charged for by number; 1 where it was not. */
export interface FiledInMonth {
	id: number;
	units: number;
}

/**
 * What the applicant of a case filed at an office between two days, in the order received, the case itself too; null when the
 * applicant cannot be told apart from others. What left the procedure as no application is not counted.
 */
export async function selectFiledByApplicant(
	reader: Reader,
	{ id, officeId }: { id: number; officeId: number },
	[from, to]: readonly [from: string, to: string],
): Promise<FiledInMonth[] | null> {
	const db = tablesOf(reader);
	const own = await db
		.selectFrom('applicant')
		.select('fingerprint')
		.where('application_id', '=', id)
		.executeTakeFirst();
	if (!own?.fingerprint) return null;
	const rows = await db
		.selectFrom('application')
		.innerJoin('applicant', 'applicant.application_id', 'application.id')
		.leftJoin('application_fee as fee', (join) =>
			join.onRef('fee.application_id', '=', 'application.id').on('fee.tariff', '=', 'item'),
		)
		.select(['application.id', 'fee.quantity'])
		.where('application.office_id', '=', officeId)
		.where('application.state', 'not in', ['left', 'draft'])
		.where('applicant.fingerprint', '=', own.fingerprint)
		.where('application.received_on', '>=', from)
		.where('application.received_on', '<=', to)
		.orderBy('application.received_on')
		.orderBy('application.id')
		.execute();
	return rows.map((row) => ({ id: row.id, units: row.quantity ?? 1 }));
}

export interface FeeTotals {
	notices: number;
	charged: number;
	collected: number;
	refunded: number;
}

/** What section 六 of the report tells of fees: notices of the year, yuan charged by them, yuan paid and gone back in it. */
export async function selectFeeTotals(reader: Reader, officeId: number, year: number): Promise<FeeTotals> {
	const [from, to] = [`${year}-01-01`, `${year}-12-31`];
	const db = tablesOf(reader);
	const rows = await db
		.selectFrom('application_fee')
		.innerJoin('application', 'application.id', 'application_fee.application_id')
		.select(['amount', 'notified_on as notifiedOn', 'paid_on as paidOn'])
		.where('application.office_id', '=', officeId)
		.execute();
	const refunds = await db
		.selectFrom('fee_refund')
		.innerJoin('application', 'application.id', 'fee_refund.application_id')
		.select('amount')
		.where('application.office_id', '=', officeId)
		.where('refunded_on', '>=', from)
		.where('refunded_on', '<=', to)
		.execute();
	const within = (day: string | null) => day !== null && day >= from && day <= to;
	const noticed = rows.filter(({ notifiedOn }) => within(notifiedOn));
	return {
		notices: noticed.length,
		charged: sum(noticed),
		collected: sum(rows.filter(({ paidOn }) => within(paidOn))),
		refunded: sum(refunds),
	};
}

function sum(list: readonly { amount: string }[]): number {
	return list.reduce((total, { amount }) => total + fen(Number(amount)), 0) / 100;
}
