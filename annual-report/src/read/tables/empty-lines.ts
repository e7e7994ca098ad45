import type { TableForm } from '../../forms/index.ts';
import type { Block } from '../document.ts';
import { parseFigure } from '../figure.ts';
import { type StreamTables, tablesFromStream } from './from-stream.ts';
import type { Segment } from './segment.ts';
import { streamOf } from './stream.ts';

const width = 7;

/**
 * Some programs export a table as one cell a line and an empty cell as an empty line. Empty lines prove nothing by
 * themselves, so they are taken for cells only when they complete every row of table 3 and the rows then add up
 * (one may not: a report may hold an error). Undefined where that is not so.
 */
export function withEmptyLines(
	blocks: readonly Block[],
	form: TableForm,
	plain: StreamTables,
): StreamTables | undefined {
	const rows = plain.segments.filter(isTable3);
	if (form === '2014' || rows.length === 0 || rows.every((row) => row.pieces.length >= width)) return undefined;
	const tables = tablesFromStream(streamOf(blocks, { emptyLinesAreCells: true }), form);
	const completed = tables.segments.filter(isTable3);
	const telling = completed.filter((row) => (figureAt(row, width - 1) ?? 0) > 0);
	const wrong = completed.filter((row) => !addsUp(row));
	return completed.every(isComplete) && telling.length >= 2 && wrong.length <= 1 ? tables : undefined;
}

function isTable3(segment: Segment): boolean {
	return segment.addresses[0]?.startsWith('t3.') ?? false;
}

function isComplete(row: Segment): boolean {
	return row.pieces.length >= width && row.pieces.slice(width).every((piece) => piece.text === '');
}

function addsUp(row: Segment): boolean {
	const figures = Array.from({ length: width }, (_, i) => figureAt(row, i));
	const total = figures.pop();
	if (total === undefined || figures.includes(undefined)) return false;
	return figures.reduce<number>((sum, figure) => sum + (figure ?? 0), 0) === total;
}

/** A cell's figure, zero where it is empty or dashed, undefined where it is no figure. */
function figureAt(row: Segment, i: number): number | undefined {
	const { state, value } = parseFigure(row.pieces[i]?.text ?? '');
	return state === 'unreadable' ? undefined : (value ?? 0);
}
