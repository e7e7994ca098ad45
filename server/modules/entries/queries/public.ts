import { groupBy } from '../../../kernel/group.ts';
import type { Named } from '../../../module.ts';
import { type Reader, recalled } from '../../../platform/transaction.ts';
import { listOffices, type Office } from '../../offices/index.ts';
import type { Publication } from '../../publishing/index.ts';
import { type Edition, type EditionEntry, entryTitle } from '../model.ts';
import { selectEditions } from '../store/entries.ts';
import { standings } from './standing.ts';

/** A published entry with the public documents behind it, newest first. */
export interface ShownEntry extends EditionEntry {
	documents: readonly Publication[];
}

async function withDocuments(reader: Reader, entries: readonly EditionEntry[]): Promise<ShownEntry[]> {
	const open = entries.filter(({ trim }) => trim === null);
	const behind = await standings(
		reader,
		open.map(({ entryId: id, content, since }) => ({ id, content, since })),
	);
	return entries.map((entry) => ({ ...entry, documents: behind.get(entry.entryId)?.documents ?? [] }));
}

/** The catalog of an office in force; null before the first is published. */
export async function publishedEntries(
	reader: Reader,
	officeId: number,
): Promise<(Omit<Edition, 'entries'> & { entries: ShownEntry[] }) | null> {
	const [edition] = await selectEditions(reader, officeId);
	return edition ? { ...edition, entries: await withDocuments(reader, edition.entries) } : null;
}

/** The entries of all catalogs in force, each with the page of its documents. */
export async function namedEntries(reader: Reader): Promise<Named[]> {
	return await recalled(reader, 'named entries', ['site', 'entries'], async () => {
		const offices = new Map((await listOffices(reader)).map((office) => [office.id, office]));
		return (await selectEditions(reader)).flatMap(({ officeId, entries }) => {
			const office = offices.get(officeId);
			if (!office) return [];
			const open = entries.filter(({ trim }) => trim === null);
			return open.map(({ entryId, content }) => ({
				...{ kind: '公开事项', name: entryTitle(content), note: office.shortName },
				href: `/o/${office.slug}/entries/${entryId}`,
			}));
		});
	});
}

/** Fields with how many offices and entries stand in each. */
export async function fieldCounts(reader: Reader): Promise<Map<string, { offices: number; entries: number }>> {
	return await recalled(reader, 'field counts', ['entries'], async () => {
		const counts = new Map<string, { offices: number; entries: number }>();
		const active = new Set((await listOffices(reader)).map(({ id }) => id));
		for (const { officeId, entries } of await selectEditions(reader)) {
			if (!active.has(officeId)) continue;
			for (const [field, own] of groupBy(entries, (entry) => entry.field)) {
				const open = own.filter(({ trim }) => trim === null).length;
				if (open === 0) continue;
				const sum = counts.get(field) ?? { offices: 0, entries: 0 };
				counts.set(field, { offices: sum.offices + 1, entries: sum.entries + open });
			}
		}
		return counts;
	});
}

/** What the offices of the county have in one field, office by office in their order. */
export async function entriesOfField(
	reader: Reader,
	field: string,
): Promise<{ office: Office; entries: ShownEntry[] }[]> {
	const editions = new Map((await selectEditions(reader)).map((one) => [one.officeId, one.entries]));
	const shown: { office: Office; entries: ShownEntry[] }[] = [];
	for (const office of await listOffices(reader)) {
		const own = (editions.get(office.id) ?? []).filter((entry) => entry.field === field);
		if (own.length > 0) shown.push({ office, entries: await withDocuments(reader, own) });
	}
	return shown;
}
