import type { Place } from '../../model/index.ts';
import type { Block, SourceDocument } from '../document.ts';
import { ReadError } from '../errors.ts';
import { normalise } from '../normalise.ts';
import { type Numbering, numberingOf } from './docx-numbering.ts';
import { readDocxTable } from './docx-table.ts';
import { textOf, wrappers } from './docx-text.ts';
import { child, parseXml, type XmlNode } from './xml.ts';
import type { Zip } from './zip.ts';

interface Walk {
	blocks: Block[];
	numbering: Numbering;
	paragraph: number;
	table: number;
}

/**
 * Reads a Word document: paragraphs numbered from 1 as `{paragraph}`, automatic numbers put in front of their
 * headings, tables with real spans as `{table,row,column}`. Deleted text, field codes and macros are not read.
 */
export function readDocx(zip: Zip): SourceDocument {
	const xml = zip.text('word/document.xml');
	const body = xml === undefined ? undefined : child(child(parseXml(xml), 'w:document'), 'w:body');
	if (!body) throw new ReadError('damaged', 'Word 文件已损坏，没有正文，请重新导出后再试。');
	const walk: Walk = { blocks: [], numbering: numberingOf(zip), paragraph: 0, table: 0 };
	visit(body, walk);
	return { blocks: walk.blocks, loose: false, warnings: [] };
}

function visit(node: XmlNode, walk: Walk): void {
	for (const item of node.children) {
		if (item.name === 'w:p') addParagraph(item, walk);
		else if (item.name === 'w:tbl') addTable(item, walk);
		else if (wrappers.has(item.name)) visit(item, walk);
	}
}

function addParagraph(node: XmlNode, walk: Walk): void {
	const number = walk.numbering.next(node);
	const at: Place = { paragraph: ++walk.paragraph };
	const [first = '', ...rest] = textOf(node).split('\n');
	for (const line of [number + first, ...rest]) {
		if (line.trim() !== '') walk.blocks.push({ kind: 'text', text: normalise(line), at });
	}
	for (const box of textBoxes(node)) visit(box, walk);
}

function addTable(node: XmlNode, walk: Walk): void {
	if (holdsTable(node)) {
		for (const row of node.children) for (const cell of row.children) if (cell.name === 'w:tc') visit(cell, walk);
		return;
	}
	const table = ++walk.table;
	const place = (row: number, column: number): Place => ({ table, row: row + 1, column: column + 1 });
	walk.blocks.push({ kind: 'table', grid: readDocxTable(node, place) });
}

/** A table inside a cell makes the outer one a layout table: its cells are walked through one by one. */
function holdsTable(table: XmlNode): boolean {
	return table.children.some((row) => row.children.some((cell) => child(cell, 'w:tbl') !== undefined));
}

/** Contents of text boxes anchored in a paragraph; of the two versions Word writes, the first. */
function textBoxes(node: XmlNode): XmlNode[] {
	return node.children.flatMap((item) => {
		if (item.name === 'w:txbxContent') return [item];
		if (item.name === 'mc:AlternateContent') return textBoxes({ ...item, children: item.children.slice(0, 1) });
		return item.name === 'w:t' ? [] : textBoxes(item);
	});
}
