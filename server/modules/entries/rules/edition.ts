import type { EditionEntry, Entry } from '../model.ts';

/** What a published catalog shows of these entries, in their order. */
export function editionEntries(entries: readonly Entry[]): EditionEntry[] {
	return entries
		.filter(({ standing }) => standing === 'adopted' || standing === 'trimmed')
		.map(({ id, field, content, columnId, trim, reason, since }) => ({
			entryId: id,
			...{ field, content, columnId, trim, reason, since },
		}));
}
