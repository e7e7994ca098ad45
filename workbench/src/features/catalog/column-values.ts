import type { CatalogColumn } from '../../parts/columns.tsx';
import type { ColumnChange, NewColumn } from './api.ts';

/** A column as its form holds it. */
export interface ColumnValues {
	name?: string;
	slug?: string;
	type?: NewColumn['type'];
	code?: string;
	description?: string;
	keywords?: string;
	updateDays?: number | null;
	position?: number;
	closed?: boolean;
	/** «本机关无此类信息». */
	absent?: boolean;
	absentSince?: string | null;
	absentNote?: string;
}

/** What the form begins with: the column, or an empty one at the end of the office's own. */
export function columnValues(
	column: CatalogColumn | null,
	columns: readonly CatalogColumn[],
	today: string,
): ColumnValues {
	if (!column) return { position: nextPosition(columns), absentSince: today };
	const { name, slug, type, description, keywords, updateDays, position, closed, absentSince, absentNote } = column;
	return {
		name,
		slug,
		type,
		...(column.code ? { code: column.code } : {}),
		description,
		keywords,
		updateDays,
		position,
		closed,
		absent: absentSince !== null,
		absentSince: absentSince ?? today,
		absentNote,
	};
}

function nextPosition(columns: readonly CatalogColumn[]): number {
	const own = columns.filter(({ kind }) => kind === 'usual').map(({ position }) => position);
	return Math.max(90, ...own) + 10;
}

/** A new column as it is sent. The server says what is missing. */
export function newColumn(values: ColumnValues, officeId: number): NewColumn {
	return { ...shared(values), officeId } as NewColumn;
}

/** A change as it is sent: made from the revision the person saw; the statement goes when its tick was taken away. */
export function columnChange(values: ColumnValues, revision: number): ColumnChange {
	const absent = values.absent ?? false;
	return {
		...shared(values),
		absentSince: absent ? (values.absentSince ?? null) : null,
		absentNote: absent ? (values.absentNote ?? '') : '',
		closed: values.closed ?? false,
		revision,
	} as ColumnChange;
}

function shared(values: ColumnValues) {
	const {
		name = '',
		slug = '',
		type,
		code = '',
		description = '',
		keywords = '',
		updateDays = null,
		position = 0,
	} = values;
	return { name, slug: slug.trim(), type, code, description, keywords, updateDays, position };
}
