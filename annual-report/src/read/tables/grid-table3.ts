import { applicantColumns, type TableForm, table3RowAddresses, table3Rows } from '../../forms/index.ts';
import { parseFigure } from '../figure.ts';
import { type Grid, type GridCell, rowsOf } from '../grid.ts';
import { matcherOf } from './match.ts';
import { type Piece, pieceOf, type Segment } from './segment.ts';

const width = applicantColumns.length;

/** Reads table 3 from the rows of all tables; the position in the printed order tells 「其他」 and 「总计」 apart. */
export function readTable3(grids: readonly Grid[], form: TableForm): Segment[] {
	const rows = table3Rows(form);
	const matchRow = matcherOf(rows);
	const matchColumn = matcherOf(applicantColumns);
	const weak = new Set(rows.flatMap((row, i) => (row.key === 'other.misc' || row.key === 'total' ? [i] : [])));
	const segments: Segment[] = [];
	let columns: number[] | undefined;
	let last = -1;
	for (const { grid, y, cells } of rowsOf(grids)) {
		const heads = headColumns(cells, matchColumn);
		if (heads) {
			columns = mergeColumns(columns, heads, grid);
			continue;
		}
		const label = findLabel(cells, matchRow, (i) => !weak.has(i) || (i > last && last >= rows.length - 6));
		if (!label) continue;
		last = Math.max(last, label.index);
		const key = rows[label.index]?.key ?? '';
		segments.push({
			addresses: table3RowAddresses(key),
			pieces: valuePieces(grid, y, cells.slice(label.at + 1), columns),
			at: cells[label.at]?.at ?? {},
		});
	}
	return segments;
}

/** The rightmost cell that prints a row's label: groups stand left of it. */
function findLabel(
	cells: readonly GridCell[],
	match: (text: string) => number | undefined,
	isAllowed: (index: number) => boolean,
): { index: number; at: number } | undefined {
	for (let at = cells.length - 1; at >= 0; at--) {
		const index = match(cells[at]?.text ?? '');
		if (index !== undefined && isAllowed(index)) return { index, at };
	}
	return undefined;
}

/** Grid columns of the seven applicant columns where a row names at least two of them; -1 for those it does not name. */
function headColumns(cells: readonly GridCell[], match: (text: string) => number | undefined): number[] | undefined {
	const columns = applicantColumns.map(() => -1);
	let named = 0;
	for (const cell of cells) {
		const index = match(cell.text);
		if (index === undefined || columns[index] !== -1) continue;
		columns[index] = cell.col;
		named++;
	}
	return named >= 2 ? columns : undefined;
}

function mergeColumns(before: number[] | undefined, now: number[], grid: Grid): number[] {
	const merged = now.map((column, i) => (column >= 0 ? column : (before?.[i] ?? -1)));
	return merged.every((column) => column < grid.width) ? merged : now;
}

function valuePieces(grid: Grid, y: number, cells: readonly GridCell[], columns: number[] | undefined): Piece[] {
	if (cells.length === width) return cells.map(pieceOf);
	const isMapped = columns?.every((column, i) => column >= 0 && (i === 0 || column > (columns[i - 1] ?? -1)));
	if (!columns || !isMapped) return cells.map(pieceOf);
	const picked = columns.map((column) => grid.rows[y]?.[column]);
	const distinct = [...new Set(picked)].filter((cell) => cell !== undefined);
	if (distinct.length === width) return distinct.map(pieceOf);
	// One merged cell over several columns says the same of all of them only when it says «nothing».
	const isEmpty = (cell: GridCell | undefined) =>
		cell !== undefined && parseFigure(cell.text).value === null && parseFigure(cell.text).state !== 'unreadable';
	if (
		picked.every((cell) => cell !== undefined) &&
		distinct.every((cell) => isEmpty(cell) || picked.filter((c) => c === cell).length === 1)
	) {
		return picked.flatMap((cell) => (cell ? [pieceOf(cell)] : []));
	}
	return distinct.map(pieceOf);
}
