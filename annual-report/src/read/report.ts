import { claimsOf, statedFigures, withCarriedIn } from '../claims/index.ts';
import { allAddresses, type TableForm } from '../forms/index.ts';
import type { Cell, Report, SourceLine, Warning } from '../model/index.ts';
import type { SourceDocument, TextBlock } from './document.ts';
import { cellsOfRow, type Grid } from './grid.ts';
import { narrativeLines } from './narrative.ts';
import { factsOf, publicationDate, titleLines } from './outline/facts.ts';
import { cutInlineHeadings } from './outline/inline.ts';
import { type Narrative, type NarrativeLine, type Paragraph, paragraphsOf } from './outline/paragraphs.ts';
import { headingsOf, sectionsOfText } from './outline/sections.ts';
import { recogniseForm } from './recognise.ts';
import { firstOfItsKind } from './tables/deduplicated.ts';
import { withEmptyLines } from './tables/empty-lines.ts';
import { tablesFromGrids } from './tables/from-grid.ts';
import { type StreamTables, tablesFromStream } from './tables/from-stream.ts';
import { resolveSegments } from './tables/resolve.ts';
import type { Segment } from './tables/segment.ts';
import { type Stream, streamOf, textStart } from './tables/stream.ts';
import { findZones } from './tables/zones.ts';

/** Makes a report of a document, whatever its format was. Pure: the same document gives the same report. */
export function reportOf(document: SourceDocument, file: string): Report {
	const stream = streamOf(document.blocks);
	const form = recogniseForm(stream);
	const tables = form === 'none' ? { segments: [], cuts: [] } : readTables(document, stream, form);
	const printed = textBlocks(document);
	const head = titleLines(printed);
	const body = narrativeLines(document, stream, tables.cuts).filter((line) => !isHead(line, printed, head));
	const narrative = paragraphsOf(body, document.loose);
	const paragraphs = narrative.paragraphs.flatMap(cutInlineHeadings);
	const facts = factsOf(printed, textOf(paragraphs), document.title, document.publishedOn ?? publicationDate(printed));
	const headings = headingsOf(paragraphs);
	const preface = headings.findIndex((heading) => heading !== undefined);
	const claims = claimsOf({ form, paragraphs, preface });
	const cells = form === 'none' ? {} : cellsOf(form, document, stream, tables, statedFigures(claims));
	let shown: SourceLine[] | undefined;
	return {
		file,
		title: facts.title,
		organ: facts.organ,
		year: facts.year,
		form,
		period: facts.period,
		signedOn: facts.signedOn,
		cells,
		preface: textOf(preface < 0 ? paragraphs : paragraphs.slice(0, preface)),
		sections: sectionsOfText(paragraphs, headings),
		claims: withCarriedIn(claims, cells),
		warnings: [...document.warnings, ...leftovers(narrative)],
		// Only who shows a report beside its source asks for them.
		get lines() {
			shown ??= sourceLines(document);
			return shown;
		},
	};
}

function textOf(paragraphs: readonly Paragraph[]): string {
	return paragraphs.map(({ text }) => text).join('\n');
}

function textBlocks(document: SourceDocument): TextBlock[] {
	return document.blocks.filter((block) => block.kind === 'text');
}

/** Title lines, and whatever a page prints above them, are no part of the body. */
function isHead(line: NarrativeLine, printed: TextBlock[], head: ReturnType<typeof titleLines>): boolean {
	if (!head) return false;
	return printed.slice(0, head.from + head.count).some((block) => block.at === line.at);
}

/** Tables with known cells are read by their squares; rows found in none of them are sought in the running text. */
function readTables(document: SourceDocument, stream: Stream, form: TableForm): StreamTables {
	const grids: Grid[] = document.blocks.flatMap((block) => (block.kind === 'table' ? [block.grid] : []));
	const fromGrids = tablesFromGrids(grids, form);
	if (isWhole(fromGrids, form) && isOnlyGrids(document, stream, form)) return { segments: fromGrids, cuts: [] };
	const plain = tablesFromStream(stream, form);
	const fromStream = withEmptyLines(document.blocks, form, plain) ?? plain;
	const known = new Set(fromGrids.flatMap((segment) => segment.addresses));
	const rest = fromStream.segments.filter((segment) => !segment.addresses.some((address) => known.has(address)));
	return { segments: [...fromGrids, ...rest], cuts: fromStream.cuts };
}

/** Every row of the form was found in tables with known cells. */
function isWhole(segments: readonly Segment[], form: TableForm): boolean {
	// No row is found twice, so counting their cells is enough.
	return segments.reduce((sum, { addresses }) => sum + addresses.length, 0) === allAddresses(form).length;
}

/** No text is a part of a table: each table is one block, and none is printed as lines above it. */
function isOnlyGrids({ blocks }: SourceDocument, stream: Stream, form: TableForm): boolean {
	const zones = findZones(stream, form);
	const grids = blocks.filter((block) => block.kind === 'table').length;
	return (
		grids <= zones.length &&
		zones.every(({ start }) => blocks[stream.block(textStart(stream, start))]?.kind === 'table')
	);
}

function cellsOf(
	form: TableForm,
	document: SourceDocument,
	stream: Stream,
	tables: StreamTables,
	stated: ReadonlyMap<string, number>,
): Record<string, Cell> {
	const found = resolveSegments(form, tables.segments, stated);
	for (const [address, cell] of firstOfItsKind(form, textBlocks(document), stream, tables.segments)) {
		found.set(address, cell);
	}
	const cells: Record<string, Cell> = {};
	for (const address of allAddresses(form)) {
		cells[address] = found.get(address) ?? { value: null, state: 'absent', raw: '' };
	}
	return cells;
}

function leftovers(narrative: Narrative): Warning[] {
	const furniture = narrative.furniture.map((line) => ({
		message: `「${line.text.trim()}」是网页上的文字，不是报告的内容，未读入正文。`,
		at: line.at,
	}));
	const residue = narrative.residue.map((line) => ({ message: '这一行留有文档转换的标记。', at: line.at }));
	return [...furniture, ...residue];
}

/** The source line by line, a table row as one line, for whoever shows cells beside their source. */
function sourceLines(document: SourceDocument): SourceLine[] {
	return document.blocks.flatMap((block) => {
		if (block.kind === 'text') return [{ text: block.text, at: block.at }];
		return block.grid.rows.flatMap((_, y) => {
			const cells = cellsOfRow(block.grid, y).filter((cell) => cell.row === y);
			const first = cells[0];
			return first ? [{ text: cells.map((cell) => cell.text.trim()).join('\t'), at: first.at }] : [];
		});
	});
}
