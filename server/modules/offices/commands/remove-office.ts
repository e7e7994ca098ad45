import type { Tx } from '../../../platform/transaction.ts';
import { refuse } from '../rules/say.ts';
import { deleteOffice } from '../store/offices.ts';
import { lockForMove } from './change-office.ts';

const FOREIGN_KEY = '23503';

/** Removes an office nobody has used yet. Whether it was, the foreign keys of all modules know. @throws AppError `conflict` */
export async function removeOffice(tx: Tx, id: number): Promise<void> {
	const office = await lockForMove(tx, id, 'remove');
	try {
		await deleteOffice(tx, id);
	} catch (error) {
		if ((error as { code?: string }).code === FOREIGN_KEY) throw refuse('conflict', 'office.inUse');
		throw error;
	}
	tx.about({ type: 'office', id, summary: `删除机关：${office.name}` });
	tx.invalidate('site', `office:${id}`);
}
