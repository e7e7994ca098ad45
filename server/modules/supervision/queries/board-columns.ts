import type { Reader } from '../../../platform/transaction.ts';
import { allColumns } from '../../catalog/index.ts';
import { listOffices } from '../../offices/index.ts';
import { columnActivity } from '../../publishing/index.ts';
import type { BoardRecord } from '../model.ts';

/** Figures of columns as they stand today. */
export const COLUMN_FIGURES = [
	...(['items', 'itemsFilled', 'itemsAbsent', 'itemsMissing'] as const),
	...(['columns', 'columnsEmpty'] as const),
];
export type ColumnFigure = (typeof COLUMN_FIGURES)[number];

/** Every column in use, with the figures it is counted in. */
export async function boardColumns(reader: Reader): Promise<{ record: BoardRecord; of: ReadonlySet<ColumnFigure> }[]> {
	const filled = new Set((await columnActivity(reader)).map(({ columnId }) => columnId));
	const slugs = new Map((await listOffices(reader)).map(({ id, slug }) => [id, slug]));
	return (await allColumns(reader))
		.filter(({ closed }) => !closed)
		.map(({ id, officeId, slug, name, kind, absentSince }) => ({
			of: figuresOf({ kind, isFilled: filled.has(id), isAbsent: absentSince !== null }),
			record: {
				...{ officeId, title: name, day: absentSince, path: `/o/${slugs.get(officeId) ?? ''}/c/${slug}` },
				note: filled.has(id) ? '有内容' : absentSince === null ? '没有内容' : '已说明无此类信息',
			},
		}));
}

interface Standing {
	kind: string;
	isFilled: boolean;
	isAbsent: boolean;
}

/** An item of the law has something, was said to have nothing, or is missing; any other column is in use, and blank or not. */
function figuresOf({ kind, isFilled, isAbsent }: Standing): Set<ColumnFigure> {
	if (kind === 'item') return new Set(['items', isFilled ? 'itemsFilled' : isAbsent ? 'itemsAbsent' : 'itemsMissing']);
	if (kind !== 'usual' && kind !== 'rules') return new Set();
	return new Set(isFilled ? ['columns'] : ['columns', 'columnsEmpty']);
}
