import { scopeOf } from '../../../kernel/actor.ts';
import { groupBy } from '../../../kernel/group.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { allColumns } from '../../catalog/index.ts';
import { listOffices } from '../../offices/index.ts';
import { type Months, selectMostRead, selectReadsBy } from '../store/reads.ts';

const MOST_READ = 20;

export interface ReadFigure {
	key: string;
	label: string;
	reads: number;
	documents: number;
}

/** 浏览次数 within the reader's scope: the most read documents, and sums by office, column and month. */
export interface ReadFigures {
	total: number;
	mostRead: { id: number; title: string; officeName: string; columnName: string; reads: number }[];
	offices: ReadFigure[];
	columns: ReadFigure[];
	months: ReadFigure[];
}

export async function readFigures(reader: Reader, months: Months): Promise<ReadFigures> {
	const scope = scopeOf(reader.actor);
	const offices = new Map((await listOffices(reader, { merged: true })).map(({ id, shortName }) => [id, shortName]));
	const columns = new Map((await allColumns(reader)).map(({ id, name }) => [id, name]));
	const byMonth = await selectReadsBy(reader, scope, months, 'month');
	const byOffice = await selectReadsBy(reader, scope, months, 'office');
	const byColumn = (await selectReadsBy(reader, scope, months, 'column')).map((one) => ({
		...one,
		label: columns.get(Number(one.key)) ?? '',
	}));
	const mostRead = await selectMostRead(reader, scope, months, MOST_READ);
	return {
		total: byMonth.reduce((sum, { reads }) => sum + reads, 0),
		mostRead: mostRead.map(({ id, title, officeId, columnId, reads }) => ({
			...{ id, title, reads },
			officeName: offices.get(officeId) ?? '',
			columnName: columns.get(columnId) ?? '',
		})),
		offices: byOffice.map((one) => ({ ...one, label: offices.get(Number(one.key)) ?? '' })),
		columns: sameNamed(byColumn),
		months: byMonth
			.map((one) => ({ ...one, label: one.key }))
			.sort((a, b) => Number(a.key > b.key) - Number(a.key < b.key)),
	};
}

/** Every office has a column 通知公告: for the county they are one. */
function sameNamed(figures: readonly ReadFigure[]): ReadFigure[] {
	const named = [...groupBy(figures, ({ label }) => label)].map(([label, own]) => ({
		...{ key: label, label },
		reads: own.reduce((sum, { reads }) => sum + reads, 0),
		documents: own.reduce((sum, { documents }) => sum + documents, 0),
	}));
	return named.sort((a, b) => b.reads - a.reads);
}
