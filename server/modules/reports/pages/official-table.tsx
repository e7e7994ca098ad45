import type { LayoutCell, Report, TableLayout } from 'annual-report';
import { printedText } from 'annual-report/render';

type Cells = Report['cells'];

/** The official table with its merged cells. It scrolls inside its own frame; a phone gets the list beside it. */
export function OfficialTable({ layout, title, cells }: { layout: TableLayout; title: string; cells: Cells }) {
	const rows = Array.from({ length: layout.rows }, (_, row) => layout.cells.filter((cell) => cell.row === row));
	const columns = layout.widths.map((width, i) => ({ key: `${layout.key} column ${i}`, width: `${width}%` }));
	return (
		<section className="report-official" aria-label={title} {...FOCUSABLE}>
			<table className={`report-table report-table-${layout.key}`}>
				<caption className="sr-only">{title}</caption>
				<colgroup>
					{columns.map((column) => (
						<col key={column.key} width={column.width} />
					))}
				</colgroup>
				<tbody>
					{rows.map((row) => (
						<tr key={row.map((cell) => `${cell.row}-${cell.col}`).join(' ')}>
							{row.map((cell) => (
								<TableCell key={`${cell.row}-${cell.col}`} cell={cell} cells={cells} />
							))}
						</tr>
					))}
				</tbody>
			</table>
		</section>
	);
}

// What scrolls must be reachable by keyboard (WCAG 2.1.1).
const FOCUSABLE = { tabIndex: 0 };

function TableCell({ cell, cells }: { cell: LayoutCell; cells: Cells }) {
	const span = { rowSpan: cell.rowSpan, colSpan: cell.colSpan };
	if (cell.address !== undefined) {
		return (
			<td {...span} className="report-figure" data-address={cell.address}>
				{printedText(cells[cell.address])}
			</td>
		);
	}
	if (cell.text === '' || cell.kind === 'unit') return <td {...span}>{cell.text}</td>;
	return (
		<th {...span} scope={scopeOf(cell)} className={cell.depth ? `report-depth-${cell.depth}` : undefined}>
			{cell.text}
		</th>
	);
}

function scopeOf(cell: LayoutCell): 'row' | 'col' | 'rowgroup' | 'colgroup' {
	if (cell.kind === 'label') return cell.rowSpan > 1 ? 'rowgroup' : 'row';
	return cell.colSpan > 1 ? 'colgroup' : 'col';
}
