import { civilDay } from '../../../platform/clock.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { workingCalendar } from '../../offices/index.ts';
import { type Publication, publicationsOf } from '../../publishing/index.ts';
import type { Entry, EntryContent } from '../model.ts';
import { type Duty, dutyOf } from '../rules/duty.ts';
import { selectMatched } from '../store/matches.ts';

/** An entry with what stands behind it now. */
export interface Standing {
	duty: Duty;
	/** Public documents, newest first. */
	documents: Publication[];
}

/** Where entries stand today, by id: public documents behind each, and what its limit asks for. */
export async function standings(
	reader: Reader,
	entries: readonly { id: number; content: Pick<EntryContent, 'due'>; since: string }[],
): Promise<Map<number, Standing>> {
	const matched = await selectMatched(
		reader,
		entries.map(({ id }) => id),
	);
	const byId = await publicationsOf(reader, [...matched.values()].flat());
	const calendar = (await workingCalendar(reader)).latest;
	return new Map(
		entries.map(({ id, content, since }) => {
			const documents = (matched.get(id) ?? []).flatMap((documentId) => byId.get(documentId) ?? []);
			documents.sort((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime() || b.documentId - a.documentId);
			const behind = documents.map(({ documentId, formedOn, publishedAt }) => ({
				id: documentId,
				formedOn,
				publishedOn: civilDay(publishedAt),
			}));
			return [id, { documents, duty: dutyOf(content.due, behind, since, reader.today, calendar) }];
		}),
	);
}

/** Coverage of one field in one office. Entries that do not apply are not counted as due. */
export interface FieldCoverage {
	officeId: number;
	field: string;
	adopted: number;
	trimmed: number;
	proposed: number;
	/** Adopted entries behind which something is public. */
	covered: number;
	/** Adopted entries whose limit was missed or passed. */
	missing: number;
	late: number;
}

/** How far each office has filled each field, for entries read within the scope of whoever asks. */
export function coverageOf(entries: readonly Entry[], standing: ReadonlyMap<number, Standing>): FieldCoverage[] {
	const cells = new Map<string, FieldCoverage>();
	for (const { id, officeId, field, standing: where } of entries) {
		if (where === 'ended') continue;
		const key = `${officeId} ${field}`;
		const empty = { officeId, field, adopted: 0, trimmed: 0, proposed: 0, covered: 0, missing: 0, late: 0 };
		const cell = cells.get(key) ?? empty;
		cells.set(key, cell);
		cell[where] += 1;
		const now = standing.get(id);
		if (where !== 'adopted' || !now) continue;
		if (now.documents.length > 0) cell.covered += 1;
		if (now.duty.state === 'missing') cell.missing += 1;
		if (now.duty.state === 'late') cell.late += 1;
	}
	return [...cells.values()];
}
