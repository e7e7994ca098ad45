import { applicantColumns, balanceNote, table3Rows } from './table3.ts';
import type { LayoutCell, Row, TableForm, TableLayout } from './types.ts';

const headerRows = 3;
const labelColumns = 3;

/** Table 3: three head rows, then the rows with their group labels merged down the left side. */
export function layoutTable3(form: TableForm): TableLayout {
	const rows = table3Rows(form);
	const cells = [...head(), ...rows.flatMap((row, i) => body(rows, row, i))];
	return {
		key: 't3',
		rows: headerRows + rows.length,
		columns: labelColumns + applicantColumns.length,
		headerRows,
		widths: [8, 11, 25, 8, 8, 8, 8, 8, 8, 8],
		cells,
	};
}

function head(): LayoutCell[] {
	const organisations = applicantColumns.slice(1, -1);
	const at = (row: number, col: number, rowSpan: number, colSpan: number, text: string): LayoutCell => ({
		row,
		col,
		rowSpan,
		colSpan,
		kind: 'head',
		text,
	});
	return [
		at(0, 0, headerRows, labelColumns, balanceNote),
		at(0, labelColumns, 1, applicantColumns.length, '申请人情况'),
		at(1, labelColumns, 2, 1, applicantColumns[0]?.label ?? ''),
		at(1, labelColumns + 1, 1, organisations.length, '法人或其他组织'),
		at(1, labelColumns + applicantColumns.length - 1, 2, 1, applicantColumns.at(-1)?.label ?? ''),
		...organisations.map((column, i) => at(2, labelColumns + 1 + i, 1, 1, column.label)),
	];
}

function body(rows: readonly Row[], row: Row, i: number): LayoutCell[] {
	const y = headerRows + i;
	const labels: LayoutCell[] = [];
	row.path.forEach((group, depth) => {
		if (rows[i - 1]?.path[depth] === group) return;
		const rowSpan = rows.filter((other) => other.path[depth] === group).length;
		labels.push({ row: y, col: depth, rowSpan, colSpan: 1, kind: 'label', text: group });
	});
	const depth = row.path.length;
	labels.push({
		row: y,
		col: depth,
		rowSpan: 1,
		colSpan: labelColumns - depth,
		kind: 'label',
		text: row.ordinal + row.label,
	});
	const values = applicantColumns.map(
		(column, x): LayoutCell => ({
			row: y,
			col: labelColumns + x,
			rowSpan: 1,
			colSpan: 1,
			kind: 'value',
			text: '',
			address: `t3.${row.key}.${column.key}`,
		}),
	);
	return [...labels, ...values];
}
