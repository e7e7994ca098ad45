import type { Reader } from '../../../platform/transaction.ts';
import { publicEditions, scanEditions } from '../../publishing/index.ts';
import { saveScans, selectScanned } from '../store/rounds.ts';

/** Editions listed, and looked through, at once. */
const LISTED = 5_000;
const SCANNED = 200;

/**
 * Looks public editions through that nobody has looked through: their words do not change, so each is read once. One whose
 * files have not been read yet is tried again next time. Answers how many were read.
 */
export async function scanNewEditions(reader: Reader): Promise<number> {
	const known = await selectScanned(reader);
	let scanned = 0;
	for (let after = 0; ; ) {
		const editions = await publicEditions(reader, after, LISTED);
		const ids = editions.filter(({ revisionId }) => !known.has(revisionId)).map(({ documentId }) => documentId);
		for (let from = 0; from < ids.length; from += SCANNED) {
			const scans = await scanEditions(reader, ids.slice(from, from + SCANNED));
			await saveScans(reader, scans);
			scanned += scans.size;
		}
		const last = editions.at(-1);
		if (!last || editions.length < LISTED) return scanned;
		after = last.documentId;
	}
}
