import { parseDocument } from 'htmlparser2';
import { type Align, type Block, type Cell, TEXT_WIDTH_MM } from '../../../platform/documents/index.ts';

type ChildNode = ReturnType<typeof parseDocument>['children'][number];
type Element = Extract<ChildNode, { attribs: unknown }>;
type Text = Extract<ChildNode, { data: string }>;

const isTag = (node: ChildNode): node is Element => 'attribs' in node;
const isText = (node: ChildNode): node is Text => node.type === 'text';

/** Type of a table in running text, half points; a wide one is set smaller. */
const TYPE = { usual: 24, wide: 18, wideFrom: 7 };

/** A stored body as blocks of a paper: headings, paragraphs, lists, tables. Of a picture its name. */
export function articleBlocks(body: string): Block[] {
	return parseDocument(body).children.flatMap(blocksOf);
}

function blocksOf(node: ChildNode): Block[] {
	if (isText(node)) return paragraphOf(node.data, undefined);
	if (!isTag(node)) return [];
	switch (node.name) {
		case 'h2':
			return textOf(node) ? [{ kind: 'heading', level: 1, text: textOf(node) }] : [];
		case 'h3':
		case 'h4':
			return textOf(node) ? [{ kind: 'heading', level: 2, text: textOf(node) }] : [];
		case 'ul':
		case 'ol':
			return listOf(node);
		case 'table':
			return tableOf(node);
		case 'hr':
			return [];
		case 'blockquote':
			return node.children.flatMap(blocksOf);
		default:
			return paragraphOf(textOf(node), alignOf(node));
	}
}

function alignOf(node: Element): Align | undefined {
	const found = /text-align:\s*(left|right|center)/.exec(node.attribs.style ?? '')?.[1];
	return found as Align | undefined;
}

function paragraphOf(text: string, align: Align | undefined): Block[] {
	const plain = text.trim();
	if (plain === '') return [];
	return [{ kind: 'paragraph', text: plain, ...(align ? { align, flush: align !== 'left' } : {}) }];
}

function listOf(list: Element): Block[] {
	let number = Number(list.attribs.start ?? '1') - 1;
	return list.children.filter(isTag).flatMap((item) => {
		number += 1;
		const mark = list.name === 'ol' ? `${number}．` : '·';
		return textOf(item) ? [{ kind: 'paragraph' as const, text: `${mark}${textOf(item)}` }] : [];
	});
}

function rowsIn(node: Element): Element[] {
	return node.children.filter(isTag).flatMap((child) => (child.name === 'tr' ? [child] : rowsIn(child)));
}

function spanOf(text: string | undefined): number {
	const span = Number(text ?? '1');
	return Number.isInteger(span) && span > 1 && span <= 100 ? span : 1;
}

function tableOf(table: Element): Block[] {
	const found = rowsIn(table).map((row) => row.children.filter(isTag));
	const rows = found.map((cells) =>
		cells.map(
			(cell): Cell => ({
				text: textOf(cell),
				columnSpan: spanOf(cell.attribs.colspan),
				rowSpan: spanOf(cell.attribs.rowspan),
				bold: cell.name === 'th',
				...(cell.name === 'th' ? { align: 'center' as const } : {}),
			}),
		),
	);
	const columns = columnsOf(rows);
	if (columns === 0 || rows.some((row) => row.length === 0)) return rows.flatMap(linesOf);
	const halfPoints = columns >= TYPE.wideFrom ? TYPE.wide : TYPE.usual;
	const widths = Array.from({ length: columns }, () => TEXT_WIDTH_MM / columns);
	return [{ kind: 'table', widths, rows: rows.map((row) => whole(row)), rowHeight: 8, halfPoints }];
}

/** Columns a table has: of its widest row, cells that reach down from above counted. */
function columnsOf(rows: readonly (readonly Cell[])[]): number {
	const hanging: number[] = [];
	let most = 0;
	rows.forEach((row, at) => {
		const own = row.reduce((sum, { columnSpan = 1 }) => sum + columnSpan, 0);
		most = Math.max(most, own + (hanging[at] ?? 0));
		for (const { columnSpan = 1, rowSpan = 1 } of row)
			for (let down = 1; down < rowSpan; down += 1) hanging[at + down] = (hanging[at + down] ?? 0) + columnSpan;
	});
	return most;
}

function whole(row: readonly Cell[]): Cell[] {
	return row.map((cell) => ({ ...cell }));
}

/** A table that is none, as lines. */
function linesOf(row: readonly Cell[]): Block[] {
	return paragraphOf(row.map(({ text }) => text).join('　'), 'left');
}

function textOf(node: ChildNode): string {
	if (isText(node)) return node.data.replace(/[\s\u00a0]+/g, ' ');
	if (!isTag(node)) return '';
	if (node.name === 'br') return '\n';
	if (node.name === 'img') return `〔图：${node.attribs.alt || '见网页'}〕`;
	const inner = node.children.map(textOf).join('');
	const isBlock = ['p', 'li', 'ul', 'ol', 'tr'].includes(node.name);
	return isBlock
		? `${inner.trim()}\n`.replace(/\n+$/, node.name === 'p' || node.name === 'li' ? '' : '\n')
		: inner.trim();
}
