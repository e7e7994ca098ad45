import type { CellState, Report } from '../model/index.ts';
import type { Concept } from './concepts.ts';
import { conceptsOf } from './concepts.ts';

/** The figure of one report in a compared row. `state` is that of the cell, the worst one where several are added. */
export interface ComparedFigure {
	value: number | null;
	state: CellState | 'notInForm';
}

/** One row: figures in the order of the reports, and each one's change against the one before it. */
export interface ComparedRow {
	key: string;
	label: string;
	unit: string;
	figures: ComparedFigure[];
	/** Null for the first report, where a figure is missing, and in rows that cannot be compared. */
	changes: (number | null)[];
	/** Change in per cent of the figure before, two decimals; null as `changes`, and where that figure is 0. */
	percents: (number | null)[];
	/** False where not every report's form counts this; the figures then stand side by side, without a trend. */
	comparable: boolean;
	note?: string;
}

/** Outcome of {@link compareReports}. Schema: `compare.schema.json`. */
export interface Comparison {
	reports: { file: string; organ: string | null; year: number | null; form: Report['form'] }[];
	rows: ComparedRow[];
	/** What cannot be compared and why, in Chinese. */
	notComparable: { keys: string[]; reason: string }[];
}

/**
 * Puts reports of several years or several offices side by side, in the order given, through the bridge between the
 * forms (law.md §2.4). A figure that is blank, dashed or unreadable gives no change: it is no zero.
 */
export function compareReports(reports: readonly Report[]): Comparison {
	const forms = reports.flatMap(({ form }) => (form === 'none' ? [] : [form]));
	const rows = conceptsOf(forms).map((concept) => compareRow(concept, reports));
	return {
		reports: reports.map(({ file, organ, year, form }) => ({ file, organ, year, form })),
		rows,
		notComparable: reasons(rows, reports),
	};
}

function compareRow(concept: Concept, reports: readonly Report[]): ComparedRow {
	const figures = reports.map((report) => figureOf(concept, report));
	const comparable = figures.every(({ state }) => state !== 'notInForm');
	const pairs = figures.map(({ value }, i): [number | null, number | null] => [figures[i - 1]?.value ?? null, value]);
	const { key, label, unit, note } = concept;
	return {
		key,
		label,
		unit,
		figures,
		changes: pairs.map(([a, b]) => (comparable && a !== null && b !== null ? round(b - a) : null)),
		percents: pairs.map(([a, b]) =>
			comparable && a !== null && b !== null && a !== 0 ? round(((b - a) / a) * 100) : null,
		),
		comparable,
		...(note ? { note } : {}),
	};
}

function figureOf({ cells }: Concept, report: Report): ComparedFigure {
	const addresses = report.form === 'none' ? undefined : cells[report.form];
	if (!addresses) return { value: null, state: 'notInForm' };
	const parts = addresses.map((address) => report.cells[address]);
	const unknown = parts.find((cell) => (cell?.value ?? null) === null);
	if (unknown || parts.includes(undefined)) return { value: null, state: unknown?.state ?? 'absent' };
	const sum = parts.reduce((total, cell) => total + (cell?.value ?? 0), 0);
	return { value: sum, state: parts.some((cell) => cell?.state === 'reconstructed') ? 'reconstructed' : 'number' };
}

function round(value: number): number {
	return Math.round(value * 100) / 100;
}

const why: readonly [RegExp, string][] = [
	[
		/^t2\.(regulation|normative)\./,
		'2019年格式统计新制作、新公开和对外公开总数，2021年格式统计制发、废止和现行有效，口径不同，只能并列',
	],
	[/^t2\.fee\./, '2019年格式统计收费项目数量，2021年格式统计收费金额，不是同一个量'],
	[/^t2\.(procurement|otherService)\./, '2021年格式取消了这一项'],
	[/^t2\./, '2021年格式只保留处理决定数量'],
	[/^t3\.other\./, '2019年格式的其他处理没有分列'],
	[/^stat\./, '2014年的统计表与以后的格式口径不同'],
];

function reasons(rows: readonly ComparedRow[], reports: readonly Report[]): Comparison['notComparable'] {
	const byReason = new Map<string, string[]>();
	const old = reports.some(({ form }) => form === '2014');
	for (const { key, comparable } of rows) {
		if (comparable) continue;
		const bare = key.replace(/@\d+$/, '');
		const known = old ? '2014年的统计表与以后的格式口径不同' : why.find(([pattern]) => pattern.test(bare))?.[1];
		const reason = reports.some(({ form }) => form === 'none') ? '有的报告没有统计表' : (known ?? '有的报告没有这一项');
		byReason.set(reason, [...(byReason.get(reason) ?? []), key]);
	}
	return [...byReason].map(([reason, keys]) => ({ keys, reason }));
}
