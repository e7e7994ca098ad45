import { type Block, type TableForm, table2Blocks, table2RowAddresses } from '../../forms/index.ts';
import { parseFigure } from '../figure.ts';
import { type Grid, type GridCell, rowsOf } from '../grid.ts';
import { keyOf } from '../normalise.ts';
import { matcherOf } from './match.ts';
import { pieceOf, type Segment } from './segment.ts';

/** Reads table 2: rows are believed only behind a band of Article 20 or a head row, since their labels are common words. */
export function readTable2(grids: readonly Grid[], form: TableForm): Segment[] {
	const rows = table2Blocks(form).flatMap((block) => block.rows.map((row) => ({ row, block })));
	const matchRow = matcherOf(rows.map(({ row }) => row));
	const segments: Segment[] = [];
	let head: readonly GridCell[] | undefined;
	let lastGrid: Grid | undefined;
	let isOpen = false;
	for (const { grid, cells } of rowsOf(grids)) {
		if (grid !== lastGrid) head = undefined;
		lastGrid = grid;
		const keys = cells.map((cell) => keyOf(cell.text));
		if (keys.some((key) => key.startsWith('第二十条') && /^第二十条第?.?项$/.test(key))) {
			isOpen = true;
			head = undefined;
		}
		if (keys.includes('信息内容')) {
			isOpen = true;
			head = cells;
			continue;
		}
		const at = cells.findIndex((cell) => matchRow(cell.text) !== undefined);
		const entry = rows[matchRow(cells[at]?.text ?? '') ?? -1];
		if (!isOpen || !entry || cells.length < 2) continue;
		segments.push({
			addresses: table2RowAddresses(entry.block, entry.row.key),
			pieces: pickValues(cells.slice(at + 1), entry.block, head).map(pieceOf),
			at: cells[at]?.at ?? {},
		});
	}
	return segments;
}

/** The cells of a row that hold its figures; merged or unmerged filler cells beside them are passed over. */
function pickValues(
	cells: readonly GridCell[],
	block: Block,
	head: readonly GridCell[] | undefined,
): readonly GridCell[] {
	const count = block.columns.length;
	if (cells.length <= count) return cells;
	const filled = cells.filter((cell) => parseFigure(cell.text).state !== 'blank');
	if (count === 1 && filled.length === 1) return filled;
	const match = matcherOf(block.columns);
	const columns = head?.flatMap((cell) => (match(cell.text) === undefined ? [] : [cell.col])) ?? [];
	if (columns.length !== count) return cells;
	const mapped = columns.flatMap(
		(column) => cells.find((cell) => cell.col <= column && column < cell.col + cell.colSpan) ?? [],
	);
	return new Set(mapped).size === count ? mapped : cells;
}
