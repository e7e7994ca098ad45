import {
	HeightRule,
	type IContext,
	type IXmlableObject,
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
import type { Cell, TableBlock } from './blocks.ts';
import { alignment, printable } from './lines.ts';
import { STYLES, TWIPS_PER_POINT, twips } from './measures.ts';

/** Height of a line in a cell, of its type. Unless it is said the lines of a form stand as far apart as those of a letter. */
const LINE = 1.3;

/** A line of a cell. Exact spacing leaves the grid of the page in Word; other programs want to be told, and the library has no word for it. */
class CellParagraph extends Paragraph {
	override prepForXml(context: IContext): IXmlableObject | undefined {
		const made = super.prepForXml(context);
		const [properties] = (made?.['w:p'] ?? []) as { 'w:pPr'?: IXmlableObject[] }[];
		const all = properties?.['w:pPr'];
		const at = all?.findIndex((one) => 'w:spacing' in one) ?? -1;
		if (at >= 0) all?.splice(at, 0, { 'w:snapToGrid': { _attr: { 'w:val': '0' } } });
		return made;
	}
}

/**
 * A ruled table with fixed columns: 「auto」 widths come out differently in every program. `keepNext`: its last row stays with what
 * follows.
 */
export function tableOf(
	{ widths, rows, headerRows = 0, rowHeight = 10, halfPoints }: TableBlock,
	keepNext = false,
): Table {
	const columnWidths = widths.map(twips);
	const height = { value: twips(rowHeight), rule: HeightRule.ATLEAST };
	return new Table({
		layout: TableLayoutType.FIXED,
		width: { size: columnWidths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
		columnWidths,
		rows: rows.map(
			(cells, index) =>
				new TableRow({
					height,
					cantSplit: true,
					tableHeader: index < headerRows,
					children: cells.map((cell) => cellOf(cell, halfPoints, keepNext && index === rows.length - 1)),
				}),
		),
	});
}

function cellOf(
	{ text, columnSpan, rowSpan, bold, align }: Cell,
	size: number = STYLES.table.size,
	keepNext = false,
): TableCell {
	const lines = text.split(/\r?\n/);
	const spacing = { line: Math.round((size / 2) * LINE * TWIPS_PER_POINT), lineRule: LineRuleType.EXACT };
	return new TableCell({
		columnSpan,
		rowSpan,
		verticalAlign: VerticalAlignTable.CENTER,
		margins: { top: 40, bottom: 40, left: 100, right: 100 },
		children: lines.map(
			(line) =>
				new CellParagraph({
					alignment: alignment(align ?? 'left'),
					spacing,
					keepNext,
					children: [new TextRun({ ...STYLES.table, size, bold, text: printable(line) })],
				}),
		),
	});
}
