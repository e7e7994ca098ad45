import { scopeOf } from '../../../kernel/actor.ts';
import { OUTCOMES } from '../../../law/outcomes.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { openApplications, outcomeCounts } from '../../applications/index.ts';
import { allColumns } from '../../catalog/index.ts';
import { listOffices } from '../../offices/index.ts';
import { columnActivity, lateDocuments, publishedByMonth } from '../../publishing/index.ts';
import { loopFigures, type OfficeFigures } from './figures.ts';

/** An office over a period, and as it stands today where the word says so. */
export interface OfficeBoard extends OfficeFigures {
	slug: string;
	published: number;
	/** Published after the limit of 条例第二十六条. */
	late: number;
	/** Items of the law today: all, those with something in them, those said to be empty. */
	items: number;
	itemsFilled: number;
	itemsAbsent: number;
	/** Columns in use today, and those with nothing in them. */
	columns: number;
	columnsEmpty: number;
	applications: number;
	/** Open and past their limit today. */
	applicationsOverdue: number;
}

export interface Board {
	rows: OfficeBoard[];
	total: Omit<OfficeBoard, 'officeId' | 'officeName' | 'slug'>;
	/** Documents made public by month of the period. */
	months: { label: string; count: number }[];
	/** Documents made public by year, as far back as anything is public. */
	years: { label: string; count: number }[];
	/** Applications concluded in the period, by what was decided. */
	outcomes: { label: string; count: number }[];
}

/** Before this there was no Regulation, and no document of this kind. */
const FIRST_DAY = '2008-05-01';

/** Figures of every office the reader sees, with what stands behind each elsewhere in the workbench. */
export async function dashboard(reader: Reader, period: { from: string; to: string }): Promise<Board> {
	const figures = await loopFigures(reader, period);
	const seen = new Set(figures.rows.map(({ officeId }) => officeId));
	const publishing = await publishingOf(reader, period);
	const columns = await columnsOf(reader);
	const cases = await casesOf(reader, period);
	const slugs = new Map((await listOffices(reader)).map(({ id, slug }) => [id, slug]));
	const rows = figures.rows.map((row) => ({
		...row,
		slug: slugs.get(row.officeId) ?? '',
		...publishing(row.officeId),
		...columns(row.officeId),
		...cases.of(row.officeId),
	}));
	const all = await publishedByMonth(reader, { from: FIRST_DAY, to: reader.today });
	const own = all.filter(({ officeId }) => seen.has(officeId));
	const within = own.filter(({ month }) => month >= period.from.slice(0, 7) && month <= period.to.slice(0, 7));
	return {
		rows,
		total: totalOf(rows),
		months: sums(within.map(({ month, count }) => ({ label: month, count }))),
		years: sums(own.map(({ month, count }) => ({ label: month.slice(0, 4), count }))),
		outcomes: cases.outcomes,
	};
}

async function publishingOf(reader: Reader, { from, to }: { from: string; to: string }) {
	const published = await publishedByMonth(reader, { from, to });
	const { late } = await lateDocuments(reader, from);
	return (officeId: number) => ({
		published: published.filter((row) => row.officeId === officeId).reduce((sum, { count }) => sum + count, 0),
		late: late.filter((row) => row.officeId === officeId && (row.publishedOn ?? '') <= to).length,
	});
}

async function columnsOf(reader: Reader) {
	const filled = new Set((await columnActivity(reader)).map(({ columnId }) => columnId));
	const columns = (await allColumns(reader)).filter(({ closed }) => !closed);
	return (officeId: number) => {
		const own = columns.filter((column) => column.officeId === officeId);
		const items = own.filter(({ kind }) => kind === 'item');
		const usual = own.filter(({ kind }) => kind === 'usual' || kind === 'rules');
		const isEmpty = ({ id }: { id: number }) => !filled.has(id);
		return {
			items: items.length,
			itemsFilled: items.filter(({ id }) => filled.has(id)).length,
			itemsAbsent: items.filter((item) => isEmpty(item) && item.absentSince !== null).length,
			columns: usual.length,
			columnsEmpty: usual.filter(isEmpty).length,
		};
	};
}

async function casesOf(reader: Reader, period: { from: string; to: string }) {
	const scope = scopeOf(reader.actor);
	const counts = await outcomeCounts(reader, scope, period);
	const open = await openApplications(reader, scope);
	return {
		of: (officeId: number) => ({
			applications: counts.filter((row) => row.officeId === officeId).reduce((sum, { count }) => sum + count, 0),
			applicationsOverdue: open.filter((row) => row.officeId === officeId && row.overdueDays > 0).length,
		}),
		outcomes: sums(counts.map(({ outcome, count }) => ({ label: OUTCOMES[outcome].name, count }))),
	};
}

function sums(parts: readonly { label: string; count: number }[]): { label: string; count: number }[] {
	const by = new Map<string, number>();
	for (const { label, count } of parts) by.set(label, (by.get(label) ?? 0) + count);
	return [...by].map(([label, count]) => ({ label, count }));
}

function totalOf(rows: readonly OfficeBoard[]): Board['total'] {
	const sum = (key: keyof Board['total']) => rows.reduce((total, row) => total + row[key], 0);
	return {
		...{ found: sum('found'), cleared: sum('cleared'), issued: sum('issued'), closed: sum('closed') },
		...{ closedInTime: sum('closedInTime'), overdue: sum('overdue'), appealed: sum('appealed') },
		...{ upheld: sum('upheld'), circulated: sum('circulated'), repeated: sum('repeated') },
		...{ published: sum('published'), late: sum('late'), items: sum('items'), itemsFilled: sum('itemsFilled') },
		...{ itemsAbsent: sum('itemsAbsent'), columns: sum('columns'), columnsEmpty: sum('columnsEmpty') },
		...{ applications: sum('applications'), applicationsOverdue: sum('applicationsOverdue') },
	};
}
