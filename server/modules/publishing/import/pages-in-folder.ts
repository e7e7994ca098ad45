import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { Parser } from 'htmlparser2';
import { words } from '../messages.zh.ts';
import type { Source } from './sources.ts';

/** Page tags of 政府网站发展指引 → field; every government site carries them, whichever system made it. */
const TAGS: Readonly<Record<string, string>> = {
	articletitle: 'title',
	pubdate: 'publishedAt',
	contentsource: 'issuer',
	columnname: 'column',
	keywords: 'keywords',
	description: 'summary',
	url: 'url',
};
/** Where the usual systems put the text of an article, by id or class. */
const BODY =
	/(?:^|\s)(?:zoom|UCAP-CONTENT|ucap-content|TRS_Editor|trs_editor_view|article-content|articlecontent|article_con|view-content|entry-content|newscontent)(?:\s|$)/i;
const VOID = new Set(['br', 'hr', 'img', 'input', 'meta', 'link', 'col', 'area', 'base', 'source', 'wbr', 'embed']);

/** Pages copied from a site, as files: title, day and column from their page tags, the text from its usual places. */
export async function* pagesInFolder(folder: string): Source {
	for await (const path of pagesUnder(folder)) {
		const place = relative(folder, path);
		const { values, html } = readPage(decode(await readFile(path)));
		if (html === '') yield { place, unreadable: words('import.page') };
		else yield { place, values: { id: place, ...values, html }, folder: dirname(path), root: folder };
	}
}

async function* pagesUnder(folder: string): AsyncIterable<string> {
	const entries = (await readdir(folder, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1));
	for (const entry of entries) {
		const path = join(folder, entry.name);
		if (entry.isDirectory()) yield* pagesUnder(path);
		else if (entry.isFile() && /\.s?html?$/i.test(entry.name)) yield path;
	}
}

/** Old sites are often GBK and say so in a tag. */
function decode(bytes: Uint8Array): string {
	const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048));
	const label = /charset\s*=\s*["']?\s*(gbk|gb2312|gb18030|utf-8)/i.exec(head)?.[1] ?? 'utf-8';
	return new TextDecoder(label.toLowerCase() === 'utf-8' ? 'utf-8' : 'gb18030').decode(bytes);
}

/** Page tags, and the markup inside the element that holds the text (`<article>` when no usual one is there). */
export function readPage(page: string): { values: Record<string, string>; html: string } {
	const values: Record<string, string> = {};
	const areas: { rank: number; start: number; end: number }[] = [];
	const open: { name: string; rank: number; start: number }[] = [];
	let title = '';
	let inTitle = false;
	const parser = new Parser({
		onopentag(name, attributes) {
			const field = name === 'meta' ? TAGS[(attributes.name ?? '').toLowerCase()] : undefined;
			if (field && attributes.content) values[field] ??= attributes.content;
			inTitle = name === 'title';
			if (!VOID.has(name)) open.push({ name, rank: rankOf(name, attributes), start: parser.endIndex + 1 });
		},
		ontext(data) {
			if (inTitle) title += data;
		},
		onclosetag(name) {
			inTitle = false;
			const at = open.findLastIndex((one) => one.name === name);
			const closed = at < 0 ? [] : open.splice(at);
			for (const { rank, start } of closed) if (rank > 0) areas.push({ rank, start, end: parser.startIndex });
		},
	});
	parser.end(page);
	values.title ??= title.split(/[-_|—]/)[0]?.trim() ?? '';
	const best = areas.sort((a, b) => b.rank - a.rank || b.end - b.start - (a.end - a.start))[0];
	return { values, html: best ? page.slice(best.start, best.end).trim() : '' };
}

function rankOf(name: string, { id = '', class: classes = '' }: Record<string, string>): number {
	if (BODY.test(id) || BODY.test(classes)) return 3;
	if (name === 'article') return 2;
	return name === 'main' ? 1 : 0;
}
