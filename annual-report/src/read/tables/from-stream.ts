import {
	caseColumns,
	caseGroups,
	statLines,
	type TableForm,
	type TableKey,
	table2Blocks,
	table2RowAddresses,
	table3RowAddresses,
	table3Rows,
} from '../../forms/index.ts';
import type { Place } from '../../model/index.ts';
import { type Hit, locateLabels } from './locate.ts';
import { endOfPieces, type Piece, piecesBetween, type Segment } from './segment.ts';
import { statSegments } from './stat-stream.ts';
import { type Stream, textEnd, textStart } from './stream.ts';
import { findZones, type Zone } from './zones.ts';

/** The rows found in a stream, and the stretches `[start, end)` of its text that the tables take up. */
export interface StreamTables {
	segments: Segment[];
	cuts: { start: number; end: number }[];
}

/** Finds the tables of a form in a text whose cells are only lines, tabs, blanks or nothing at all. */
export function tablesFromStream(stream: Stream, form: TableForm): StreamTables {
	const zones = findZones(stream, form);
	const found = zones.map((zone) => ({ zone, segments: segmentsOf(stream, form, zone) }));
	return {
		segments: found.flatMap(({ segments }) => segments),
		cuts: found.flatMap(({ zone, segments }) => {
			const end = Math.max(0, ...segments.map((segment) => segment.end ?? 0));
			const head = textStart(stream, headOf(stream, zone));
			const start = /[（(]/.test(stream.text.charAt(head - 1)) ? head - 1 : head;
			return end > start ? [{ start, end }] : [];
		}),
	};
}

function segmentsOf(stream: Stream, form: TableForm, zone: Zone): Segment[] {
	if (zone.table === 't2') return table2Segments(stream, form, zone);
	if (zone.table === 't3') return table3Segments(stream, form, zone);
	if (zone.table === 't4') return table4Segments(stream, zone);
	return statSegments(stream, statLines, zone);
}

/** Letters that stand above the first row of a table and belong to its head. */
const heads: Partial<Record<TableKey, readonly string[]>> = {
	t3: ['本列数据的勾稽关系', '申请人情况'],
	stat: ['统计指标', '指标名称'],
};

function headOf(stream: Stream, zone: Zone): number {
	const before = stream.letters.slice(Math.max(0, zone.start - 140), zone.start);
	const found = (heads[zone.table] ?? []).map((head) => before.lastIndexOf(head)).filter((at) => at >= 0);
	return found.length > 0 ? zone.start - before.length + Math.min(...found) : zone.start;
}

function rowSegments(
	stream: Stream,
	zone: Zone,
	hits: readonly (Hit | undefined)[],
	addressesOf: (i: number) => readonly string[],
	fillersOf: (i: number) => number = () => 0,
): Segment[] {
	return hits.flatMap((hit, i) => {
		if (!hit) return [];
		const next = hits.slice(i + 1).find((other) => other !== undefined);
		const from = textEnd(stream, hit);
		const to = next ? textStart(stream, next.start) : textStart(stream, zone.end);
		const inside = figuresInside(stream, hit);
		const at = stream.at(from - 1);
		const addresses = addressesOf(i);
		const found = piecesBetween(stream, from, to);
		const beside = next ?? hits.slice(0, i).findLast((other) => other !== undefined);
		const isOwnLine = !beside || stream.at(textStart(stream, beside.start)) !== at;
		const behind = isOwnLine ? rowOnLine(found, at, addresses.length, fillersOf(i)) : found;
		const pieces = inside.length > 0 ? inside : behind;
		const end = Math.max(from, endOfPieces(stream, from, to));
		return [{ addresses, pieces, at, end }];
	});
}

/**
 * A row written on one line has only the cells of that line, and begins with an empty one for every column its label
 * spanned. A row with a cell a line has neither, so all pieces stay.
 */
function rowOnLine(pieces: Piece[], at: Place, count: number, fillers: number): Piece[] {
	const own = pieces.filter((piece) => piece.at === at);
	if (own.length < Math.max(count, 2)) return pieces;
	const spare = Math.min(fillers, own.length - count);
	const leading = own.slice(0, spare).every((piece) => piece.text === '') ? spare : 0;
	return own.slice(leading);
}

/** Figures printed between the two lines of a label: the label was wrapped and its row lies on the middle line. */
function figuresInside(stream: Stream, hit: Hit): Piece[] {
	for (let k = hit.start; k < hit.end - 1; k++) {
		const from = textStart(stream, k) + 1;
		const to = textStart(stream, k + 1);
		const between = /^[”’）)》]*(?=[\d/\\—-]+[“‘（(《]*$)/.exec(stream.text.slice(from, to));
		if (between) return piecesBetween(stream, from + between[0].length, to);
	}
	return [];
}

function table2Segments(stream: Stream, form: TableForm, zone: Zone): Segment[] {
	const rows = table2Blocks(form).flatMap((block) => block.rows.map((row) => ({ row, block })));
	const labels = rows.map(({ row }) => row);
	const hits = locateLabels(stream.letters, labels, zone.start, zone.end);
	return rowSegments(stream, zone, hits, (i) => {
		const entry = rows[i];
		return entry ? table2RowAddresses(entry.block, entry.row.key) : [];
	});
}

function table3Segments(stream: Stream, form: TableForm, zone: Zone): Segment[] {
	const rows = table3Rows(form);
	const hits = locateLabels(withoutHeads(stream.letters), rows, zone.start, zone.end);
	return rowSegments(
		stream,
		zone,
		hits,
		(i) => table3RowAddresses(rows[i]?.key ?? ''),
		(i) => 2 - (rows[i]?.path.length ?? 2),
	);
}

const applicantHeads =
	/申请人情况(?:自然人|法人或其他组织|总计|合计|商业企业|科研机构|社会公益组织|社会公益|法律服务机构|其他)+/g;

/** The head of table 3 is printed again on every page; its 「其他」 and 「总计」 are no rows. */
function withoutHeads(letters: string): string {
	return letters.replace(applicantHeads, (head) => '\u0000'.repeat(head.length));
}

const caseHeads = /^(?:行政复议|行政诉讼|结果维持|结果纠正|其他结果|尚未审结|总计|合计|未经复议直接起诉|复议后起诉)+/;

/** Table 4 has one row of figures, after its heads or (group by group) among them. */
function table4Segments(stream: Stream, zone: Zone): Segment[] {
	const heads = caseHeads.exec(stream.letters.slice(zone.start, zone.end));
	if (!heads) return [];
	const from = textStart(stream, zone.start);
	const headEnd = textEnd(stream, { end: zone.start + heads[0].length });
	const pieces: Piece[] = [];
	for (let k = zone.start; k < zone.start + heads[0].length; k++) {
		const start = textStart(stream, k) + 1;
		const end = k + 1 < zone.start + heads[0].length ? textStart(stream, k + 1) : headEnd;
		if (start < end) pieces.push(...piecesBetween(stream, start, end).filter((piece) => piece.text !== ''));
	}
	const addresses = caseGroups.flatMap((group) => caseColumns.map((column) => `t4.${group.key}.${column.key}`));
	const to = textStart(stream, zone.end);
	const rest = behindRowEnd(stream, headEnd, piecesBetween(stream, headEnd, to));
	const end = Math.max(headEnd, endOfPieces(stream, headEnd, to));
	return [{ addresses, pieces: [...pieces, ...rest], at: stream.at(from), end }];
}

/** Old Word files write a whole table in one line and mark a row's end by an empty cell; figures follow that mark. */
function behindRowEnd(stream: Stream, headEnd: number, pieces: Piece[]): Piece[] {
	const isOneLine = pieces[0]?.at === stream.at(headEnd - 1) && pieces[0]?.text === '';
	return isOneLine ? pieces.slice(1) : pieces;
}
