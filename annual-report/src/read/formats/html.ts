import { type DefaultTreeAdapterMap, parse } from 'parse5';
import type { Place } from '../../model/index.ts';
import type { Block, SourceDocument } from '../document.ts';
import { limits } from '../limits.ts';
import { joinWords, normalise } from '../normalise.ts';
import { decodeHtml } from './html-charset.ts';
import { attribute, childrenOf, type Element, isElement, type Node } from './html-node.ts';
import { isDataTable, readHtmlTable } from './html-table.ts';

const skipped = new Set([
	'script',
	'style',
	'noscript',
	'template',
	'svg',
	'select',
	'textarea',
	'button',
	'iframe',
	'head',
	'nav',
]);
const inline = new Set(
	'a abbr b bdi bdo big cite code em font i ins kbd label mark q s samp small span strike strong sub sup time tt u var'.split(
		' ',
	),
);

interface Walk {
	blocks: Block[];
	text: string;
	paragraph: number;
	table: number;
}

/**
 * Reads an html page: paragraphs numbered from 1 as `{paragraph}`, data tables with their spans as
 * `{table,row,column}`. Tables that only lay out the page are walked through as if they were not there.
 */
export function readHtml(bytes: Uint8Array): SourceDocument {
	const tree: DefaultTreeAdapterMap['document'] = parse(decodeHtml(bytes));
	const walk: Walk = { blocks: [], text: '', paragraph: 0, table: 0 };
	for (const child of tree.childNodes) visit(child, walk, 0);
	flush(walk);
	const title = findTitle(tree.childNodes);
	const publishedOn = findPublicationDate(tree.childNodes);
	return {
		blocks: walk.blocks,
		loose: false,
		warnings: [],
		...(title ? { title } : {}),
		...(publishedOn ? { publishedOn } : {}),
	};
}

function visit(node: Node, walk: Walk, depth: number): void {
	if (depth > limits.depth) return;
	if (node.nodeName === '#text' && 'value' in node) {
		walk.text += node.value;
		return;
	}
	if (!isElement(node) || skipped.has(node.tagName) || isHidden(node)) return;
	if (node.tagName === 'br') {
		flush(walk);
		return;
	}
	if (node.tagName === 'table' && isDataTable(node)) {
		flush(walk);
		const table = ++walk.table;
		const place = (row: number, column: number): Place => ({ table, row: row + 1, column: column + 1 });
		walk.blocks.push({ kind: 'table', grid: readHtmlTable(node, place) });
		return;
	}
	const breaks = !inline.has(node.tagName);
	if (breaks) flush(walk);
	for (const child of childrenOf(node)) visit(child, walk, depth + 1);
	if (breaks) flush(walk);
}

function isHidden(element: Element): boolean {
	return /display\s*:\s*none/i.test(attribute(element, 'style') ?? '') || attribute(element, 'hidden') !== undefined;
}

function flush(walk: Walk): void {
	const text = joinWords(normalise(walk.text));
	walk.text = '';
	if (text === '') return;
	walk.blocks.push({ kind: 'text', text, at: { paragraph: ++walk.paragraph } });
}

function* elements(nodes: readonly Node[], depth = 0): Generator<Element> {
	if (depth > limits.depth) return;
	for (const node of nodes) {
		if (!isElement(node)) continue;
		yield node;
		yield* elements(node.childNodes, depth + 1);
	}
}

function findTitle(nodes: readonly Node[]): string | undefined {
	for (const element of elements(nodes)) {
		if (element.tagName === 'body') return undefined;
		if (element.tagName !== 'title') continue;
		const first = element.childNodes[0];
		return first && 'value' in first ? joinWords(normalise(first.value)) : undefined;
	}
	return undefined;
}

/** The date in 「<meta name="PubDate">」, which 国办秘函〔2019〕19号 and its annexes ask of every government page. */
function findPublicationDate(nodes: readonly Node[]): string | undefined {
	for (const element of elements(nodes)) {
		if (element.tagName === 'body') return undefined;
		if (element.tagName !== 'meta' || !/^pubdate$/i.test(attribute(element, 'name') ?? '')) continue;
		return /\d{4}-\d{2}-\d{2}/.exec(attribute(element, 'content') ?? '')?.[0];
	}
	return undefined;
}
