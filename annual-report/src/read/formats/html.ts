import { Parser } from 'htmlparser2';
import type { SourceDocument } from '../document.ts';
import { joinWords, normalise } from '../normalise.ts';
import { decodeHtml } from './html-charset.ts';
import { PageReader } from './html-page.ts';

/**
 * Reads an html page: paragraphs numbered from 1 as `{paragraph}`, data tables with their spans as
 * `{table,row,column}`. Tables that only lay out the page are walked through as if they were not there. Throws
 * `ReadError` for tags nested beyond any page.
 */
export function readHtml(bytes: Uint8Array): SourceDocument {
	const page = new PageReader();
	// Names of attributes are put in small letters by whoever reads one.
	new Parser(page, { lowerCaseAttributeNames: false }).end(decodeHtml(bytes));
	const title = page.title === undefined ? undefined : joinWords(normalise(page.title));
	return {
		blocks: page.blocks(),
		loose: false,
		warnings: [],
		...(title ? { title } : {}),
		...(page.publishedOn ? { publishedOn: page.publishedOn } : {}),
	};
}
