import { type Label, statLines, type TableForm, table3Rows } from '../../forms/index.ts';
import type { Grid } from '../grid.ts';
import { readCaseTable } from './grid-cases.ts';
import { readStatTable } from './grid-stat.ts';
import { readTable2 } from './grid-table2.ts';
import { readTable3 } from './grid-table3.ts';
import { matcherOf } from './match.ts';
import { mendPageBreaks } from './page-break.ts';
import type { Segment } from './segment.ts';

/**
 * Finds the rows of a form in tables whose cells are known. Tables are walked as one, row after row, because a table
 * over two pages or pasted in parts is several tables of the source. A row found twice counts where it stands first.
 */
export function tablesFromGrids(grids: readonly Grid[], form: TableForm): Segment[] {
	const mended = mendPageBreaks(grids, matcherOf(labelsOf(form)));
	const found =
		form === '2014'
			? readStatTable(mended)
			: [...readTable2(mended, form), ...readTable3(mended, form), ...readCaseTable(mended)];
	const seen = new Set<string>();
	return found.filter((segment) => {
		const key = segment.addresses.join();
		return seen.has(key) ? false : seen.add(key);
	});
}

function labelsOf(form: TableForm): Label[] {
	return form === '2014' ? [...statLines] : [...table3Rows(form)];
}
