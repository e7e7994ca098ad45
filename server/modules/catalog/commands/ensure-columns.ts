import type { Tx } from '../../../platform/transaction.ts';
import { officeById } from '../../offices/index.ts';
import { standardColumns } from '../standard/columns.ts';
import { insertColumn, selectColumns } from '../store.ts';

/** Gives an office the columns of its kind that it does not have yet; what was edited stays as it is. Answers how many. */
export async function ensureColumns(tx: Tx, officeId: number): Promise<number> {
	const office = await officeById(tx, officeId);
	if (!office || office.status === 'merged') return 0;
	const ids = new Map((await selectColumns(tx, [officeId])).map((column) => [column.slug, column.id]));
	let added = 0;
	for (const { parent, ...column } of standardColumns(office.kind)) {
		if (ids.has(column.slug)) continue;
		const parentId = parent ? (ids.get(parent) ?? null) : null;
		const id = await insertColumn(tx, { ...column, officeId, parentId, keywords: '' });
		if (id === null) continue;
		ids.set(column.slug, id);
		added += 1;
	}
	if (added > 0) {
		await tx.emit('catalog.changed', { officeId });
		tx.invalidate(`office:${officeId}`, `catalog:${officeId}`);
	}
	return added;
}
