import type { Reader, Tx } from '../../../platform/transaction.ts';
import { lockedTables, tablesOf } from './database.ts';

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
}

export type NewFee = Omit<FeeRecord, 'notifiedOn' | 'deliveredOn' | 'paidOn'>;

export async function insertFee(tx: Tx, applicationId: number, fee: NewFee): Promise<void> {
	const { tariff, before, quantity, amount, payment, letterId } = fee;
	await lockedTables(tx)
		.insertInto('application_fee')
		.values({
			application_id: applicationId,
			tariff,
			before_count: before,
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
] as const;

export async function selectFee(reader: Reader, applicationId: number): Promise<FeeRecord | null> {
	const row = await tablesOf(reader)
		.selectFrom('application_fee')
		.select(COLUMNS)
		.where('application_id', '=', applicationId)
		.executeTakeFirst();
	return row ? { ...row, amount: Number(row.amount) } : null;
}

export interface FeeTotals {
	notices: number;
	charged: number;
	collected: number;
}

/** What section 六 of the report tells of fees: notices of the year, yuan charged by them, yuan paid in the year. */
export async function selectFeeTotals(reader: Reader, officeId: number, year: number): Promise<FeeTotals> {
	const [from, to] = [`${year}-01-01`, `${year}-12-31`];
	const rows = await tablesOf(reader)
		.selectFrom('application_fee')
		.innerJoin('application', 'application.id', 'application_fee.application_id')
		.select(['amount', 'notified_on as notifiedOn', 'paid_on as paidOn'])
		.where('application.office_id', '=', officeId)
		.execute();
	const within = (day: string | null) => day !== null && day >= from && day <= to;
	const sum = (list: typeof rows) => list.reduce((total, { amount }) => total + Number(amount), 0);
	const noticed = rows.filter(({ notifiedOn }) => within(notifiedOn));
	return {
		notices: noticed.length,
		charged: sum(noticed),
		collected: sum(rows.filter(({ paidOn }) => within(paidOn))),
	};
}
