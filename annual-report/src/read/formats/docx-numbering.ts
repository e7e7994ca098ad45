import { child, parseXml, type XmlNode } from './xml.ts';
import type { Zip } from './zip.ts';

/** Automatic paragraph numbers. `next` gives the number printed before a paragraph and counts on; '' where none is. */
export interface Numbering {
	next(paragraph: XmlNode): string;
}

interface Level {
	start: number;
	format: string;
	text: string;
}

/** Headings numbered by Word carry no 「一、」 in their text; without the numbers the outline would be lost. */
export function numberingOf(zip: Zip): Numbering {
	const xml = zip.text('word/numbering.xml');
	if (xml === undefined) return { next: () => '' };
	const levels = levelsByNumber(parseXml(xml));
	const styles = zip.text('word/styles.xml');
	const byStyle = styles === undefined ? new Map<string, XmlNode>() : numberedStyles(parseXml(styles));
	const counters = new Map<string, number[]>();
	const next = (paragraph: XmlNode): string => {
		const properties = child(paragraph, 'w:pPr');
		const style = child(properties, 'w:pStyle')?.attributes['w:val'] ?? '';
		const numbered = child(properties, 'w:numPr') ?? byStyle.get(style);
		const id = child(numbered, 'w:numId')?.attributes['w:val'];
		const depth = Number(child(numbered, 'w:ilvl')?.attributes['w:val'] ?? 0);
		const own = id === undefined ? undefined : levels.get(id);
		if (id === undefined || !own?.[depth]) return '';
		const counts = counters.get(id) ?? [];
		counters.set(id, counts);
		counts[depth] = (counts[depth] ?? (own[depth]?.start ?? 1) - 1) + 1;
		counts.length = depth + 1;
		return print(own, counts, depth);
	};
	return { next };
}

function levelsByNumber(root: XmlNode): Map<string, Level[]> {
	const numbering = child(root, 'w:numbering');
	const abstract = new Map<string, Level[]>();
	const found = new Map<string, Level[]>();
	for (const node of numbering?.children ?? []) {
		if (node.name === 'w:abstractNum') {
			const levels = node.children.filter((c) => c.name === 'w:lvl').map(levelOf);
			abstract.set(node.attributes['w:abstractNumId'] ?? '', levels);
		} else if (node.name === 'w:num') {
			const levels = abstract.get(child(node, 'w:abstractNumId')?.attributes['w:val'] ?? '');
			if (levels) found.set(node.attributes['w:numId'] ?? '', levels);
		}
	}
	return found;
}

function levelOf(node: XmlNode): Level {
	return {
		start: Number(child(node, 'w:start')?.attributes['w:val'] ?? 1),
		format: child(node, 'w:numFmt')?.attributes['w:val'] ?? 'decimal',
		text: child(node, 'w:lvlText')?.attributes['w:val'] ?? '',
	};
}

function numberedStyles(root: XmlNode): Map<string, XmlNode> {
	const found = new Map<string, XmlNode>();
	for (const style of child(root, 'w:styles')?.children ?? []) {
		const numbered = child(child(style, 'w:pPr'), 'w:numPr');
		if (numbered) found.set(style.attributes['w:styleId'] ?? '', numbered);
	}
	return found;
}

function print(levels: readonly Level[], counts: readonly number[], depth: number): string {
	const level = levels[depth];
	if (!level || level.format === 'bullet' || level.format === 'none') return '';
	return level.text.replace(/%(\d)/g, (_, digit: string) => {
		const index = Number(digit) - 1;
		return format(counts[index] ?? levels[index]?.start ?? 1, levels[index]?.format ?? 'decimal');
	});
}

const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

function format(n: number, kind: string): string {
	if (!/chinese|ideograph|japaneseCounting|taiwanese/i.test(kind)) return String(n);
	if (n < 10) return digits[n] ?? String(n);
	if (n >= 100) return String(n);
	const tens = Math.floor(n / 10);
	return `${tens === 1 ? '' : digits[tens]}十${n % 10 === 0 ? '' : digits[n % 10]}`;
}
