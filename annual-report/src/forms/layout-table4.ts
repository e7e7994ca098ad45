import { caseColumns, caseGroups } from './table4.ts';
import type { LayoutCell, TableLayout } from './types.ts';

const size = caseColumns.length;

/** Table 4: three head rows and one row of fifteen figures. */
export function layoutTable4(): TableLayout {
	const head = (row: number, col: number, rowSpan: number, colSpan: number, text: string): LayoutCell => ({
		row,
		col,
		rowSpan,
		colSpan,
		kind: 'head',
		text,
	});
	const cells: LayoutCell[] = [head(0, 0, 1, size, '行政复议'), head(0, size, 1, 2 * size, '行政诉讼')];
	caseGroups.forEach((group, g) => {
		const isReview = g === 0;
		if (!isReview) cells.push(head(1, g * size, 1, size, group.label));
		caseColumns.forEach((column, c) => {
			cells.push(head(isReview ? 1 : 2, g * size + c, isReview ? 2 : 1, 1, column.label));
		});
	});
	caseGroups.forEach((group, g) => {
		caseColumns.forEach((column, c) => {
			const address = `t4.${group.key}.${column.key}`;
			cells.push({ row: 3, col: g * size + c, rowSpan: 1, colSpan: 1, kind: 'value', text: '', address });
		});
	});
	cells.sort((a, b) => a.row - b.row || a.col - b.col);
	const columns = caseGroups.length * size;
	return { key: 't4', rows: 4, columns, headerRows: 3, widths: new Array(columns).fill(100 / columns), cells };
}
