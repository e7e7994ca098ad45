import type { Reader } from '../../../platform/transaction.ts';
import { listOffices } from '../../offices/index.ts';
import { plainText } from '../rules/body.ts';
import { keywordsFrom, summaryOf } from '../rules/suggest.ts';
import { segmenter } from './dictionary.ts';

const MOST = 5;
/** The title says what it is about more than any line of the text does. */
const TITLE_WEIGHT = 3;
/** As much of a text as says what it is about. */
const READ = 20_000;

/** Keywords and a summary of what was written, for whoever writes to take or leave. Nothing leaves this machine. */
export async function suggestionsFor(
	reader: Reader,
	{ title, body }: { title: string; body: string },
): Promise<{ keywords: string[]; summary: string }> {
	const plain = plainText(body).slice(0, READ);
	const text = [...Array.from({ length: TITLE_WEIGHT }, () => title), plain].join('\n');
	const names = (await listOffices(reader, { merged: true })).flatMap(({ name, shortName }) => [name, shortName]);
	const found = (await segmenter(reader)).keywords(text, MOST * 4);
	return { keywords: keywordsFrom(found, names, MOST), summary: summaryOf(plain) };
}
