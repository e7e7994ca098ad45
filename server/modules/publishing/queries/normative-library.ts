import type { Reader } from '../../../platform/transaction.ts';
import type { Publication } from '../model.ts';
import { type ListedOut, validityOn } from '../rules/validity.ts';
import { selectValidities } from '../store/history.ts';
import { countPublications, selectPublications } from '../store/publications.ts';
import { selectListedOut } from '../store/validity-lists.ts';
import type { Validity } from '../types.ts';

/** A public 行政规范性文件 and what it was worth on the day asked about. */
export interface NormativeEntry extends Publication {
	validity: Validity;
	/** The newest 继续有效目录 that leaves it out though it is in force; null when none does. */
	listedOut: ListedOut | null;
}

export interface NormativeLibrary {
	entries: NormativeEntry[];
	/** How many there are in each state on that day. */
	counts: Record<Validity, number>;
	/** The first day after it on which a state changes without anybody's doing; null = never. */
	changesOn: string | null;
}

/**
 * Every public 行政规范性文件 made until a day, newest first, with its validity on that day (law.md §5.3): somebody who did
 * something in March asks what was in force in March.
 */
export async function normativeLibrary(
	reader: Reader,
	about: { officeIds?: readonly number[] | undefined; day: string },
): Promise<NormativeLibrary> {
	const filter = { type: 'normative' as const, officeIds: about.officeIds };
	const rows = await selectPublications(reader, filter, { limit: await countPublications(reader, filter) });
	const made = rows.filter(({ formedOn }) => formedOn <= about.day);
	const marks = await selectValidities(
		reader,
		made.map(({ documentId }) => documentId),
	);
	const marksOf = (row: Publication) => marks.get(row.documentId) ?? [];
	const out = await selectListedOut(reader, [...marks.keys()]);
	const entries = made.map((row) => {
		const validity = validityOn(marksOf(row), row.expiresOn, about.day);
		// Asked about a day before the list was made, it says nothing.
		const list = out.get(row.documentId) ?? null;
		return { ...row, validity, listedOut: list && list.onDay <= about.day ? list : null };
	});
	const counts: Record<Validity, number> = { valid: 0, revised: 0, repealed: 0, expired: 0 };
	for (const { validity } of entries) counts[validity] += 1;
	const coming = [
		...rows.flatMap((row) => [row.expiresOn, ...marksOf(row).map(({ onDay }) => onDay)]),
		...rows.map(({ formedOn }) => formedOn),
	].filter((day): day is string => day !== null && day >= about.day);
	entries.sort((a, b) => (a.formedOn < b.formedOn ? 1 : a.formedOn > b.formedOn ? -1 : b.documentId - a.documentId));
	return { entries, counts, changesOn: coming.sort()[0] ?? null };
}
