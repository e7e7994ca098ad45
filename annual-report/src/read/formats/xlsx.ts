import type { Block, SourceDocument } from '../document.ts';
import { expand, type GridCell } from '../grid.ts';
import { limits } from '../limits.ts';
import { normalise } from '../normalise.ts';
import { child, parseXml, type XmlNode } from './xml.ts';
import type { Zip } from './zip.ts';

/** A report has some sixty merged areas; thousands are no report. */
const mostAreas = 1000;

/**
 * Reads a workbook: every sheet becomes one table, places are `{sheet,row,column}`. Values are taken as stored (the
 * cached result of a formula), merged areas become spans. Read from the parts themselves and not by exceljs, because an
 * upload must be held to the limits of the container and every cell needs its place.
 */
export function readXlsx(zip: Zip): SourceDocument {
	const shared = sharedStrings(zip);
	const blocks: Block[] = [];
	for (const { name, path } of sheetsOf(zip)) {
		const xml = zip.text(path);
		const sheet = xml === undefined ? undefined : child(parseXml(xml), 'worksheet');
		if (!sheet) continue;
		const cells = cellsOf(sheet, shared, name);
		for (const block of blocksOf(cells)) blocks.push(block);
	}
	return { blocks, loose: false, warnings: [] };
}

function sheetsOf(zip: Zip): { name: string; path: string }[] {
	const workbook = child(parseXml(zip.text('xl/workbook.xml') ?? '<workbook/>'), 'workbook');
	const relations = child(parseXml(zip.text('xl/_rels/workbook.xml.rels') ?? '<Relationships/>'), 'Relationships');
	const targets = new Map(relations?.children.map((r) => [r.attributes.Id ?? '', r.attributes.Target ?? '']));
	return (child(workbook, 'sheets')?.children ?? []).flatMap((sheet) => {
		const target = targets.get(sheet.attributes['r:id'] ?? '');
		if (!target || sheet.attributes.state === 'hidden' || sheet.attributes.state === 'veryHidden') return [];
		const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
		return [{ name: sheet.attributes.name ?? '', path }];
	});
}

function sharedStrings(zip: Zip): string[] {
	const root = child(parseXml(zip.text('xl/sharedStrings.xml') ?? '<sst/>'), 'sst');
	return (root?.children ?? []).map(stringOf);
}

/** Text of a rich string; phonetic hints (`rPh`) are no text of the cell. */
function stringOf(node: XmlNode): string {
	if (node.name === 't') return node.children.map((c) => c.text).join('');
	return node.name === 'rPh' ? '' : node.children.map(stringOf).join('');
}

function cellsOf(sheet: XmlNode, shared: readonly string[], name: string): GridCell[] {
	const spans = mergedAreas(sheet);
	const cells: GridCell[] = [];
	for (const row of child(sheet, 'sheetData')?.children ?? []) {
		for (const node of row.children) {
			const place = parseReference(node.attributes.r ?? '');
			if (!place || place.row >= limits.tableSide || place.col >= limits.tableSide) continue;
			const span = spans.get(`${place.row},${place.col}`) ?? { rowSpan: 1, colSpan: 1 };
			cells.push({
				...place,
				...span,
				text: normalise(storedValue(node, shared)).trim(),
				at: { sheet: name, row: place.row + 1, column: place.col + 1 },
			});
		}
	}
	return cells;
}

function storedValue(node: XmlNode, shared: readonly string[]): string {
	const value =
		child(node, 'v')
			?.children.map((c) => c.text)
			.join('') ?? '';
	if (node.attributes.t === 's') return shared[Number(value)] ?? '';
	if (node.attributes.t === 'inlineStr') return stringOf(child(node, 'is') ?? node);
	if (node.attributes.t === 'e') return '#';
	return tidyNumber(value);
}

/** Excel stores 10.6424 as 10.642400000000001; fifteen digits are what it shows. */
function tidyNumber(value: string): string {
	const number = Number(value);
	if (value === '' || !Number.isFinite(number) || !/[.eE]/.test(value)) return value;
	return String(Number(number.toPrecision(15)));
}

function mergedAreas(sheet: XmlNode): Map<string, { rowSpan: number; colSpan: number }> {
	const areas = new Map<string, { rowSpan: number; colSpan: number }>();
	for (const merge of child(sheet, 'mergeCells')?.children ?? []) {
		const [from, to] = (merge.attributes.ref ?? '').split(':').map(parseReference);
		if (!from || !to) continue;
		const rowSpan = Math.min(to.row - from.row + 1, limits.tableSide);
		const colSpan = Math.min(to.col - from.col + 1, limits.tableSide);
		if (rowSpan > 0 && colSpan > 0) areas.set(`${from.row},${from.col}`, { rowSpan, colSpan });
	}
	return areas;
}

/** 「C12」 → row 11, column 2. */
function parseReference(reference: string): { row: number; col: number } | undefined {
	const match = /^([A-Z]{1,3})(\d{1,7})$/.exec(reference);
	if (!match?.[1] || !match[2]) return undefined;
	const col = Array.from(match[1]).reduce((n, ch) => n * 26 + ch.charCodeAt(0) - 64, 0) - 1;
	return { row: Number(match[2]) - 1, col };
}

/** Cells covered by a merged area are no cells; lines with a single filled cell are text as well as table. */
function blocksOf(cells: readonly GridCell[]): Block[] {
	const areas = cells.filter((cell) => cell.rowSpan > 1 || cell.colSpan > 1).slice(0, mostAreas);
	const own = cells.filter((cell) => !areas.some((area) => area !== cell && covers(area, cell)));
	if (own.length === 0) return [];
	const blocks: Block[] = [];
	let run: GridCell[] = [];
	const flush = () => {
		if (run.length > 0) blocks.push({ kind: 'table', grid: expand(shiftUp(run)) });
		run = [];
	};
	for (const row of rowsIn(own)) {
		const filled = row.filter((cell) => cell.text !== '');
		const only = filled[0];
		if (only && filled.length === 1 && row.every((cell) => cell.rowSpan === 1) && isProse(only.text)) {
			flush();
			blocks.push({ kind: 'text', text: only.text, at: only.at });
		} else run.push(...row);
	}
	flush();
	return blocks;
}

function covers(area: GridCell, cell: GridCell): boolean {
	const isRow = cell.row >= area.row && cell.row < area.row + area.rowSpan;
	return isRow && cell.col >= area.col && cell.col < area.col + area.colSpan;
}

function isProse(text: string): boolean {
	return text.length > 60 || /^[一二三四五六七八九十]{1,3}、|年度?(?:报告|年报)$|[。；]$/.test(text);
}

function rowsIn(cells: readonly GridCell[]): GridCell[][] {
	const rows = new Map<number, GridCell[]>();
	for (const cell of cells) rows.set(cell.row, [...(rows.get(cell.row) ?? []), cell]);
	return [...rows.entries()].sort((a, b) => a[0] - b[0]).map(([, row]) => row.sort((a, b) => a.col - b.col));
}

/** A run starts at row 0 of its own grid; places keep the rows of the sheet. */
function shiftUp(cells: readonly GridCell[]): GridCell[] {
	const top = Math.min(...cells.map((cell) => cell.row));
	return cells.map((cell) => ({ ...cell, row: cell.row - top }));
}
