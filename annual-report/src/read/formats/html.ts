import { Parser } from 'htmlparser2';
import type { SourceDocument } from '../document.ts';
import { joinWords, normalise } from '../normalise.ts';
import { decodeHtml } from './html-charset.ts';
import { PageReader } from './html-page.ts';

/** Names of attributes and entities are seen to by the page, for the few that it reads. */
const asItComes = { lowerCaseAttributeNames: false, decodeEntities: false };
/** A tag in capitals, as old editors wrote them. */
const capitals = /<\/?[a-z]{0,12}[A-Z]/;

/**
 * Reads an html page: paragraphs numbered from 1 as `{paragraph}`, data tables with their spans as
 * `{table,row,column}`. Tables that only lay out the page are walked through as if they were not there. Throws
 * `ReadError` for tags nested beyond any page.
 */
export function readHtml(bytes: Uint8Array): SourceDocument {
	const page = new PageReader();
	const source = decodeHtml(bytes);
	new Parser(page, { ...asItComes, lowerCaseTags: capitals.test(source) }).end(source);
	const title = page.title === undefined ? undefined : joinWords(normalise(page.title));
	return {
		blocks: page.blocks(),
		loose: false,
		warnings: [],
		...(title ? { title } : {}),
		...(page.publishedOn ? { publishedOn: page.publishedOn } : {}),
	};
}
