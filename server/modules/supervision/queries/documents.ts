import { civilDay } from '../../../platform/clock.ts';
import type { Reader } from '../../../platform/transaction.ts';
import {
	type EditionScan,
	indexGaps,
	lateDocuments,
	normativeExpiries,
	oddDocuments,
	publicDuplicates,
	publicEditions,
	undatedNormative,
	unexplainedPolicies,
	withheldOverdue,
} from '../../publishing/index.ts';
import { selectScans } from '../store/rounds.ts';

/** Editions listed in one look. */
const PAGE = 5_000;
const YEAR_DAYS = 365;

export function mine<T extends { officeId: number }>(rows: readonly T[], officeId: number): T[] {
	return rows.filter((row) => row.officeId === officeId);
}

/** What is public, what should be, and what it says. */
export async function documentFacts(reader: Reader) {
	const since = civilDay(new Date(reader.now.getTime() - YEAR_DAYS * 86_400_000));
	const all = {
		...(await lateDocuments(reader, since)),
		...(await textFacts(reader)),
		unexplained: await unexplainedPolicies(reader, since),
		withheld: await withheldOverdue(reader),
		normative: await normativeExpiries(reader),
		duplicates: await publicDuplicates(reader),
		undated: await undatedNormative(reader),
		odd: await oddDocuments(reader),
		indexGaps: await indexGaps(reader),
	};
	return (officeId: number) => ({
		late: mine(all.late, officeId),
		waiting: mine(all.waiting, officeId),
		unexplained: mine(all.unexplained, officeId),
		withheld: mine(all.withheld, officeId),
		normative: mine(all.normative, officeId),
		leaks: mine(all.leaks, officeId),
		texts: mine(all.texts, officeId),
		deadLinks: mine(all.deadLinks, officeId),
		duplicates: mine(all.duplicates, officeId),
		undated: mine(all.undated, officeId),
		odd: mine(all.odd, officeId),
		indexGaps: mine(all.indexGaps, officeId),
	});
}

/** Where a document stands with what was read in it. */
interface Scanned {
	officeId: number;
	id: number;
	title: string;
	scan: EditionScan;
}

/** Every public edition that has been looked through, with what was found in it. */
async function scannedEditions(reader: Reader): Promise<{ editions: Scanned[]; publicIds: Set<number> }> {
	const scans = await selectScans(reader);
	const editions: Scanned[] = [];
	const publicIds = new Set<number>();
	for (let after = 0; ; ) {
		const page = await publicEditions(reader, after, PAGE);
		for (const { documentId: id, revisionId, officeId, title } of page) {
			publicIds.add(id);
			const scan = scans.get(revisionId);
			if (scan) editions.push({ officeId, id, title, scan });
		}
		const last = page.at(-1);
		if (!last || page.length < PAGE) return { editions, publicIds };
		after = last.documentId;
	}
}

/** What the words of the public documents show, office by office. */
async function textFacts(reader: Reader) {
	const { editions, publicIds } = await scannedEditions(reader);
	const leaks = editions.flatMap(({ officeId, id, title, scan }) => {
		const count = scan.leaks.reduce((sum, leak) => sum + leak.count, 0);
		const files = [...new Set(scan.leaks.flatMap((leak) => leak.files ?? []))];
		return count > 0 ? [{ officeId, id, title, kinds: scan.leaks.map(({ kind }) => kind), count, files }] : [];
	});
	const texts = editions.flatMap(({ officeId, id, title, scan }) =>
		scan.hints.map(({ kind, messages }) => ({ officeId, id, title, kind, messages })),
	);
	const deadLinks = editions.flatMap(({ officeId, id, title, scan }) => {
		const targets = scan.links.filter((target) => !publicIds.has(target));
		return targets.length > 0 ? [{ officeId, id, title, targets }] : [];
	});
	return { leaks, texts, deadLinks };
}
