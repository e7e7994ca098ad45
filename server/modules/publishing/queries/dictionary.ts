import { createHash } from 'node:crypto';
import { Segmenter } from '../../../platform/search/index.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { allColumns } from '../../catalog/index.ts';
import { listOffices } from '../../offices/index.ts';
import { selectDictionary } from '../store/search.ts';
import { DOCUMENT_TYPES } from '../types.ts';

/** How long a process goes on with the names it knows; a change is learned at once where it is made. */
const FRESH_MS = 30_000;

let shared: Segmenter | null = null;
let learned: { at: number; reader: Reader['sql'] } | null = null;

/** Names of the county that must not be cut apart: offices, columns, kinds of documents. */
async function namesOf(reader: Reader): Promise<string[]> {
	const offices = await listOffices(reader, { merged: true });
	const columns = await allColumns(reader);
	const names = [
		...offices.flatMap(({ name, shortName }) => [name, shortName]),
		...columns.map(({ name }) => name),
		...Object.values(DOCUMENT_TYPES).map(({ label }) => label),
	];
	return [...new Set(names)].sort();
}

function theOne(): Segmenter {
	shared ??= new Segmenter();
	return shared;
}

/** The one segmenter of this process, knowing the county's names. Loading the dictionary takes 0.2 s and 37 MB, once. */
export async function segmenter(reader: Reader): Promise<Segmenter> {
	const one = theOne();
	const known = learned !== null && learned.reader === reader.sql && Date.now() - learned.at < FRESH_MS;
	if (!known) await learnNames(reader);
	return one;
}

/** Reads the names again. Answers their fingerprint: an index made with another has to be made anew. */
export async function learnNames(reader: Reader): Promise<string> {
	const names = await namesOf(reader);
	theOne().learn(names);
	learned = { at: Date.now(), reader: reader.sql };
	return createHash('sha256').update(names.join('\n')).digest('hex');
}

/** What a job carries that indexes everything public anew, in steps. */
export interface Sweep {
	/** The names it began with; left out when it was not names that began it. */
	fingerprint?: string;
	/** The last document indexed; left out at the beginning. */
	after?: number;
}

/** Whether the names are still those a sweep began with: when they changed since, another goes over everything. */
export async function isLatest(reader: Reader, { fingerprint }: Sweep): Promise<boolean> {
	return fingerprint === undefined || fingerprint === (await selectDictionary(reader));
}
