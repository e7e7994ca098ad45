import type { SourceDocument } from './document.ts';
import type { NarrativeLine } from './outline/paragraphs.ts';
import type { Stream } from './tables/stream.ts';

/** A stretch `[start, end)` of `stream.text` that is table and not narrative. */
export interface Cut {
	start: number;
	end: number;
}

/** Lines a crawler wrote above the text; they describe the page and are no sentence of the report. */
const crawlerLine =
	/^(?:标题|发布时间|文号|发布机构|栏目|原文链接|本地目录|索引号|主题分类|成文日期|发文机关|有效性)[:：]/;

/** The running text of a document: its text blocks without the stretches that are tables. */
export function narrativeLines(document: SourceDocument, stream: Stream, cuts: readonly Cut[]): NarrativeLine[] {
	const removed = removedRanges(stream, cuts);
	return document.blocks.flatMap((block, i) => {
		if (block.kind !== 'text' || crawlerLine.test(block.text)) return [];
		const ranges = removed.get(i) ?? [];
		return keptParts(block.text, ranges).map((text) => ({ text, at: block.at }));
	});
}

function removedRanges(stream: Stream, cuts: readonly Cut[]): Map<number, [number, number][]> {
	const removed = new Map<number, [number, number][]>();
	for (const cut of cuts) {
		for (let i = cut.start; i < cut.end; i++) {
			const block = stream.block(i);
			const offset = stream.offset(i);
			const ranges = removed.get(block) ?? [];
			const last = ranges.at(-1);
			if (last && offset >= last[0] && i > cut.start && stream.block(i - 1) === block) last[1] = offset + 1;
			else ranges.push([offset, offset + 1]);
			removed.set(block, ranges);
		}
	}
	return removed;
}

function keptParts(text: string, ranges: readonly [number, number][]): string[] {
	if (ranges.length === 0) return [text];
	const parts: string[] = [];
	let from = 0;
	for (const [start, end] of ranges) {
		parts.push(text.slice(from, start));
		from = end;
	}
	parts.push(text.slice(from));
	return parts.filter((part) => part.trim() !== '');
}
