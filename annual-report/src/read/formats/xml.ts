import { XMLParser } from 'fast-xml-parser';
import { ReadError } from '../errors.ts';
import { limits } from '../limits.ts';

/** An element of an office document. Text nodes have the name `#text`. */
export interface XmlNode {
	name: string;
	attributes: Record<string, string>;
	children: XmlNode[];
	text: string;
}

const parser = new XMLParser({
	preserveOrder: true,
	ignoreAttributes: false,
	attributeNamePrefix: '',
	trimValues: false,
	parseTagValue: false,
	parseAttributeValue: false,
	processEntities: false,
	ignoreDeclaration: true,
	ignorePiTags: true,
	textNodeName: '#text',
	maxNestedTags: limits.depth,
});

/**
 * Parses a part of an office document. Entities a document declares itself are never expanded: a part with a DOCTYPE
 * is refused, since no office program writes one.
 */
export function parseXml(text: string): XmlNode {
	if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) {
		throw new ReadError('damaged', '文件内部带有不允许的实体声明，已拒绝读取。');
	}
	const parsed: unknown = parser.parse(text);
	return { name: '', attributes: {}, children: nodesOf(parsed, 0), text: '' };
}

function nodesOf(raw: unknown, depth: number): XmlNode[] {
	if (!Array.isArray(raw) || depth > limits.depth) return [];
	return raw.flatMap((item: unknown) => {
		if (typeof item !== 'object' || item === null) return [];
		const record = item as Record<string, unknown>;
		const name = Object.keys(record).find((key) => key !== ':@');
		if (name === undefined) return [];
		if (name === '#text') {
			return [{ name, attributes: {}, children: [], text: decodeEntities(String(record[name] ?? '')) }];
		}
		return [{ name, attributes: attributesOf(record[':@']), children: nodesOf(record[name], depth + 1), text: '' }];
	});
}

function attributesOf(raw: unknown): Record<string, string> {
	if (typeof raw !== 'object' || raw === null) return {};
	return Object.fromEntries(Object.entries(raw).map(([key, value]) => [key, decodeEntities(String(value))]));
}

const named: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** The five entities of XML and numeric references; any other stays as written. */
function decodeEntities(text: string): string {
	if (!text.includes('&')) return text;
	return text.replace(
		/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]+));/gi,
		(all, hex?: string, decimal?: string, name?: string) => {
			if (name !== undefined) return named[name] ?? all;
			const code = hex !== undefined ? Number.parseInt(hex, 16) : Number(decimal);
			return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
		},
	);
}

/** The first child of that name. */
export function child(node: XmlNode | undefined, name: string): XmlNode | undefined {
	return node?.children.find((c) => c.name === name);
}

/** The first element of that name at any depth. */
export function descendant(node: XmlNode, name: string): XmlNode | undefined {
	for (const c of node.children) {
		const found = c.name === name ? c : descendant(c, name);
		if (found) return found;
	}
	return undefined;
}
