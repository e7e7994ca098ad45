import { statLines, type TableForm, table2Blocks, table3Rows } from '../forms/index.ts';
import type { Form } from '../model/index.ts';
import { lettersOf } from './normalise.ts';
import { locateLabels } from './tables/locate.ts';
import type { Stream } from './tables/stream.ts';
import { findZones } from './tables/zones.ts';

/** Lines of the 2014 table that must stand together before a text counts as having it. */
const enoughLines = 12;

/**
 * Recognises the form by what is printed, not by the year (law.md §6.2 no. 60: one year, three forms). The forms of
 * 2019 and 2021 share table 3 and 4; they are told apart by the heads of table 2 and the rows of 「其他处理」.
 * A mention of a table in prose is not the table: its row labels must stand in their order.
 */
export function recogniseForm(stream: Stream): Form {
	const scores = { '2019': scoreOf(stream, '2019'), '2021': scoreOf(stream, '2021') };
	if (scores['2019'] > 0 || scores['2021'] > 0) return newerOf(scores, stream);
	return hasStatTable(stream) ? '2014' : 'none';
}

/** Table 4 is the same in both forms: where nothing else is left of a report, its year says which it followed. */
function newerOf(scores: Readonly<Record<'2019' | '2021', number>>, { text }: Stream): '2019' | '2021' {
	if (scores['2019'] !== scores['2021']) return scores['2021'] > scores['2019'] ? '2021' : '2019';
	const year = Number(/(20\d\d)年度?政府信息公开/.exec(text)?.[1] ?? 0);
	return year >= 2021 ? '2021' : '2019';
}

/** Column heads and rows that only one of the two forms prints, found where the tables lie. */
function scoreOf(stream: Stream, form: TableForm): number {
	const zones = findZones(stream, form);
	const inZones = zones.map((zone) => stream.letters.slice(Math.max(0, zone.start - 60), zone.end)).join('');
	const base = zones.some((zone) => zone.table === 't3' || zone.table === 't4') ? 0.5 : 0;
	return base + (ownMarks[form] ?? []).filter((mark) => inZones.includes(mark)).length;
}

function marksOf(form: TableForm): string[] {
	const heads = table2Blocks(form).flatMap((block) => [...block.columns, ...block.rows]);
	return [...heads, ...table3Rows(form)].map((label) => lettersOf(label.label)).filter((mark) => mark.length > 3);
}

/** What only one of the two forms prints. */
const ownMarks: Partial<Record<TableForm, string[]>> = {
	'2019': marksOf('2019').filter((mark) => !marksOf('2021').includes(mark)),
	'2021': marksOf('2021').filter((mark) => !marksOf('2019').includes(mark)),
};

function hasStatTable(stream: Stream): boolean {
	return findZones(stream, '2014').some(
		(zone) =>
			locateLabels(stream.letters, statLines, zone.start, zone.end).filter((hit) => hit !== undefined).length >=
			enoughLines,
	);
}
