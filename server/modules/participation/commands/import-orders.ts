import { can } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Reader, Tx } from '../../../platform/transaction.ts';
import type { Vault } from '../../../platform/vault/index.ts';
import { listOffices } from '../../offices/index.ts';
import { judgeOrders, type Order } from '../rules/orders.ts';
import type { OrderRow } from '../sheets/hotline-sheet.ts';
import { lockOrders, selectKnownOrders } from '../store/concerns.ts';
import { refuseWith } from './checks.ts';
import { takeIn } from './take-in.ts';

/** Looks at the rows of a sheet and changes nothing. @throws AppError `forbidden` */
export async function checkOrders(reader: Reader, rows: readonly OrderRow[]): Promise<Order[]> {
	const { actor } = reader;
	if (actor.kind !== 'person' || !can(actor, 'concern.handle')) throw new AppError('forbidden');
	const numbers = rows.map(({ values }) => values.orderNumber.replace(/\s/g, ''));
	return judgeOrders(rows, {
		offices: await listOffices(reader),
		ownOfficeId: actor.officeId,
		mayAll: actor.roles.includes('countyOfficer'),
		known: await selectKnownOrders(reader, numbers),
		now: reader.now,
	});
}

/**
 * Takes in what is new of these rows; an order that is in already is passed over, so that a sheet broken off half way is read
 * again from its beginning. Answers how many came in. @throws AppError `forbidden`, `invalid` when a row is wrong
 */
export async function importOrders(tx: Tx, vault: Vault, rows: readonly OrderRow[]): Promise<number> {
	await lockOrders(tx);
	const orders = await checkOrders(tx, rows);
	refuseWith(orders.flatMap(({ issues }) => issues));
	const fresh = orders.filter(({ isKnown }) => !isKnown);
	for (const { incoming, receivedAt, orderNumber } of fresh)
		await takeIn(tx, vault, { ...incoming, origin: 'hotline', urgent: false, receivedAt, token: '', orderNumber });
	tx.about({ type: 'hotlineImport', summary: `导入${fresh.length}件热线工单` });
	return fresh.length;
}
