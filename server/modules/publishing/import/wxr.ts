import { createReadStream } from 'node:fs';
import { Parser } from 'htmlparser2';
import type { RawRecord } from './record.ts';
import type { Source } from './sources.ts';

type Item = Record<string, string> & { columns?: string; tags?: string };

/** Element of a WordPress export (WXR) → field. */
const FIELDS: Readonly<Record<string, string>> = {
	title: 'title',
	link: 'url',
	'content:encoded': 'html',
	'excerpt:encoded': 'summary',
	'wp:post_id': 'id',
	'wp:post_date': 'publishedAt',
	'wp:status': 'state',
	'wp:post_type': 'kind',
};

/** Published posts and pages of a WordPress export; categories are columns, tags are keywords. Drafts stay where they are. */
export async function* itemsOfWxr(path: string, folder: string): Source {
	const done: Item[] = [];
	let item: Item | null = null;
	let field = '';
	let text = '';
	const parser = new Parser(
		{
			onopentag(name, attributes) {
				if (name === 'item') item = {};
				field = name === 'category' ? (attributes.domain === 'post_tag' ? 'tags' : 'columns') : (FIELDS[name] ?? '');
				text = '';
			},
			ontext(data) {
				if (item && field) text += data;
			},
			onclosetag(name) {
				if (name === 'item' && item) done.push(item);
				if (name === 'item') item = null;
				else if (item && field) item[field] = join(field, item[field], text.trim());
				field = '';
			},
		},
		{ xmlMode: true },
	);
	let count = 0;
	for await (const chunk of createReadStream(path, 'utf8')) {
		parser.write(String(chunk));
		for (const one of done.splice(0)) {
			count += 1;
			const record = recordOf(one, count, folder);
			if (record) yield record;
		}
	}
	parser.end();
}

/** Of several categories the first is the column; tags are gathered. */
function join(field: string, known: string | undefined, text: string): string {
	if (known === undefined || known === '') return text;
	return field === 'tags' ? `${known};${text}` : known;
}

function recordOf(item: Item, count: number, folder: string): RawRecord | null {
	const { kind, state, columns = '', tags = '', ...values } = item;
	if (state !== 'publish' || (kind !== 'post' && kind !== 'page')) return null;
	return { place: `第${count}条`, values: { ...values, column: columns, keywords: tags }, folder, root: folder };
}
