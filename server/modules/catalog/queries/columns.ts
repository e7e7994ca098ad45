import { type Reader, recalled } from '../../../platform/transaction.ts';
import { listOffices } from '../../offices/index.ts';
import type { Column } from '../model.ts';
import { selectColumn, selectColumnBySlug, selectColumns } from '../store.ts';

/** The columns of one office, in the order they are shown. */
export async function columnsOf(reader: Reader, officeId: number): Promise<Column[]> {
	return await recalled(reader, `columns ${officeId}`, [`catalog:${officeId}`], () =>
		selectColumns(reader, [officeId]),
	);
}

/** The columns of all offices, merged ones included: their documents keep their columns. */
export async function allColumns(reader: Reader): Promise<Column[]> {
	const offices = await listOffices(reader, { merged: true });
	const ids = offices.map(({ id }) => id);
	return await recalled(reader, 'columns', ['site', ...ids.map((id) => `catalog:${id}`)], () =>
		selectColumns(reader, ids),
	);
}

export async function columnById(reader: Reader, id: number): Promise<Column | null> {
	const tags = (column: Column | null) => (column ? [`catalog:${column.officeId}`] : ['site']);
	return await recalled(reader, `column ${id}`, tags, () => selectColumn(reader, id));
}

export async function columnBySlug(reader: Reader, officeId: number, slug: string): Promise<Column | null> {
	return await selectColumnBySlug(reader, officeId, slug);
}
