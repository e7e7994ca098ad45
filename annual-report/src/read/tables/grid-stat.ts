import { statLines } from '../../forms/index.ts';
import { type Grid, type GridCell, rowsOf } from '../grid.ts';
import { keyOf, lettersOf, withoutOrdinals } from '../normalise.ts';
import { spellingsOf } from './locate.ts';
import { pieceOf, type Segment } from './segment.ts';

const unit = /^(?:人次|万元|[条件次篇期份个人元])$/;
const keys = statLines.map((line) => [
	...spellingsOf(line),
	...spellingsOf({ ...line, label: line.label + line.note, variants: line.variants.map((v) => v + line.note) }),
]);

/** Reads the 2014 statistics table. Its labels repeat in parts 四, 五, 六, 十 and 十一; the printed order decides. */
export function readStatTable(grids: readonly Grid[]): Segment[] {
	const segments: Segment[] = [];
	let last = -1;
	for (const { cells } of rowsOf(grids)) {
		let index = -1;
		cells.forEach((cell, i) => {
			const found = nextLine(cell.text, last);
			if (found === undefined) return;
			last = found;
			index = i;
			const line = statLines[found];
			if (!line || line.header) return;
			segments.push({
				addresses: [`stat.${line.code}`],
				pieces: figureCell(cells.slice(index + 1), last).map(pieceOf),
				at: cell.at,
			});
		});
	}
	return segments;
}

/** The first line behind `last` that the text labels; notes in brackets may be missing, cut or damaged. */
function nextLine(text: string, last: number): number | undefined {
	const key = keyOf(text).replace(/^其中/, '');
	if (key.length < 4 || unit.test(key)) return undefined;
	const bare = lettersOf(withoutOrdinals(text).replace(/[（(].*$/, '')).replace(/^其中/, '');
	const at = keys.findIndex((spellings, i) => i > last && spellings.some((s) => s === key || s === bare));
	return at < 0 ? undefined : at;
}

/** The figure right of a label: the cell behind the unit, before the next label of a two-column layout. */
function figureCell(cells: readonly GridCell[], last: number): GridCell[] {
	const stop = cells.findIndex((cell) => nextLine(cell.text, last) !== undefined);
	const own = stop < 0 ? cells : cells.slice(0, stop);
	const rest = unit.test(keyOf(own[0]?.text ?? '')) ? own.slice(1) : own;
	return rest.slice(0, 1);
}
