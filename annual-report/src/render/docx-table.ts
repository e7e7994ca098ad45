import {
	AlignmentType,
	LineRuleType,
	Paragraph,
	Table,
	TableCell,
	TableLayoutType,
	TableRow,
	TextRun,
	VerticalAlignTable,
	WidthType,
} from 'docx';
import type { LayoutCell, TableLayout } from '../forms/index.ts';
import type { Cell } from '../model/index.ts';
import { face, textWidth } from './docx-style.ts';
import { printedText } from './text.ts';

/** 五号 for tables of few columns, 小五 for table 3 (10 columns) and table 4 (15). */
const sizes: Record<TableLayout['key'], number> = { t2: 21, t3: 18, t4: 18, stat: 21 };

/** Rows of a table short enough to stand on one page whole; longer tables break between rows. */
const longestWhole = 20;

/**
 * The official table with its merged cells, of fixed column widths; all head rows repeat on each page. Built afresh at
 * each call: objects of the docx library may be used in one document only.
 */
export function docxTable(layout: TableLayout, cells: Readonly<Record<string, Cell>>): Table {
	const widths = columnWidths(layout);
	const rows = Array.from({ length: layout.rows }, (_, row) => {
		const own = layout.cells.filter((cell) => cell.row === row);
		return new TableRow({
			tableHeader: row < layout.headerRows,
			cantSplit: true,
			children: own.map((cell) => docxCell(layout, cell, cells, widths)),
		});
	});
	return new Table({
		rows,
		columnWidths: widths,
		layout: TableLayoutType.FIXED,
		width: { size: textWidth, type: WidthType.DXA },
		alignment: AlignmentType.CENTER,
		margins: { left: 40, right: 40, top: 20, bottom: 20 },
	});
}

/** Column widths in twips that add up to the text block exactly. */
export function columnWidths({ widths }: TableLayout): number[] {
	const twips = widths.map((width) => Math.floor((width * textWidth) / 100));
	const rest = textWidth - twips.reduce((a, b) => a + b, 0);
	return twips.map((width, i) => (i < rest ? width + 1 : width));
}

function docxCell(
	layout: TableLayout,
	cell: LayoutCell,
	cells: Readonly<Record<string, Cell>>,
	widths: readonly number[],
): TableCell {
	const size = widths.slice(cell.col, cell.col + cell.colSpan).reduce((a, b) => a + b, 0);
	const text = cell.address === undefined ? cell.text : printedText(cells[cell.address]);
	const isLastRow = cell.row + cell.rowSpan >= layout.rows;
	return new TableCell({
		rowSpan: cell.rowSpan,
		columnSpan: cell.colSpan,
		width: { size, type: WidthType.DXA },
		verticalAlign: VerticalAlignTable.CENTER,
		children: [
			new Paragraph({
				alignment: cell.kind === 'label' ? AlignmentType.LEFT : AlignmentType.CENTER,
				indent: cell.depth ? { left: cell.depth * 210 } : { left: 0 },
				spacing: { line: 240, lineRule: LineRuleType.AUTO },
				keepNext: layout.rows <= longestWhole && !isLastRow,
				children: [
					new TextRun({ text, size: sizes[layout.key], font: face('仿宋_GB2312'), bold: cell.kind === 'band' }),
				],
			}),
		],
	});
}
