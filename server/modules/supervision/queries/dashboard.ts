import { scopeOf } from '../../../kernel/actor.ts';
import { OUTCOMES } from '../../../law/outcomes.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { openApplications, outcomeCounts } from '../../applications/index.ts';
import { listOffices } from '../../offices/index.ts';
import { lateDocuments, publishedByMonth } from '../../publishing/index.ts';
import { boardColumns, COLUMN_FIGURES, type ColumnFigure } from './board-columns.ts';
import { VOICE_KEYS, type VoiceKey, voicesOf } from './board-voices.ts';
import { ITEM_FIGURES, loopFigures, type OfficeFigures } from './figures.ts';

/** An office over a period, and as it stands today where the word says so; what it has of columns stands as of today. */
export interface OfficeBoard extends OfficeFigures, Record<ColumnFigure | VoiceKey, number> {
	slug: string;
	published: number;
	/** Published after the limit of 条例第二十六条. */
	late: number;
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
	const voices = await voicesOf(reader, period);
	const slugs = new Map((await listOffices(reader)).map(({ id, slug }) => [id, slug]));
	const rows = figures.rows.map((row) => ({
		...row,
		slug: slugs.get(row.officeId) ?? '',
		...publishing.of(row.officeId),
		...columns(row.officeId),
		...cases.of(row.officeId),
		...voices(row.officeId),
	}));
	const all = await publishedByMonth(reader, { from: FIRST_DAY, to: reader.today });
	const own = all.filter(({ officeId }) => seen.has(officeId));
	return {
		rows,
		total: totalOf(rows),
		months: sums(
			publishing.months
				.filter(({ officeId }) => seen.has(officeId))
				.map(({ month, count }) => ({ label: month, count })),
		),
		years: sums(own.map(({ month, count }) => ({ label: month.slice(0, 4), count }))),
		outcomes: cases.outcomes,
	};
}

async function publishingOf(reader: Reader, { from, to }: { from: string; to: string }) {
	const months = await publishedByMonth(reader, { from, to });
	const { late } = await lateDocuments(reader, from);
	return {
		months,
		of: (officeId: number) => ({
			published: months.filter((row) => row.officeId === officeId).reduce((sum, { count }) => sum + count, 0),
			late: late.filter((row) => row.officeId === officeId && (row.publishedOn ?? '') <= to).length,
		}),
	};
}

async function columnsOf(reader: Reader) {
	const columns = await boardColumns(reader);
	return (officeId: number) => {
		const own = columns.filter(({ record }) => record.officeId === officeId);
		const count = (figure: ColumnFigure) => own.filter(({ of }) => of.has(figure)).length;
		return Object.fromEntries(COLUMN_FIGURES.map((figure) => [figure, count(figure)])) as Record<ColumnFigure, number>;
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
	return Object.fromEntries(TOTALLED.map((key) => [key, sum(key)])) as Board['total'];
}

const TOTALLED: readonly (keyof Board['total'])[] = [
	...(['found', 'cleared', ...ITEM_FIGURES] as const),
	...(['published', 'late', 'applications', 'applicationsOverdue'] as const),
	...COLUMN_FIGURES,
	...VOICE_KEYS,
];
