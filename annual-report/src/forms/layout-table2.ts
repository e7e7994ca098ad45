import { table2Blocks } from './addresses.ts';
import type { Block, LayoutCell, LayoutKind, TableForm, TableLayout } from './types.ts';

const width = 4;

/** Table 2: per block a band over the whole width, a head row, and the rows; the last column fills what is left. */
export function layoutTable2(form: TableForm): TableLayout {
	const cells: LayoutCell[] = [];
	let row = 0;
	for (const block of table2Blocks(form)) {
		cells.push({ row, col: 0, rowSpan: 1, colSpan: width, kind: 'band', text: block.article });
		cells.push(...line(row + 1, 'head', '信息内容', block));
		block.rows.forEach((label, i) => {
			cells.push(...line(row + 2 + i, 'label', label.label, block, label.key));
		});
		row += 2 + block.rows.length;
	}
	return { key: 't2', rows: row, columns: width, headerRows: 0, widths: [25, 25, 25, 25], cells };
}

function line(row: number, kind: LayoutKind, first: string, block: Block, rowKey?: string): LayoutCell[] {
	const lead: LayoutCell = { row, col: 0, rowSpan: 1, colSpan: 1, kind, text: first };
	return [
		lead,
		...block.columns.map((column, i): LayoutCell => {
			const isLast = i === block.columns.length - 1;
			const place = { row, col: i + 1, rowSpan: 1, colSpan: isLast ? width - 1 - i : 1 };
			return rowKey === undefined
				? { ...place, kind: 'head', text: column.label }
				: { ...place, kind: 'value', text: '', address: `t2.${rowKey}.${column.key}` };
		}),
	];
}
