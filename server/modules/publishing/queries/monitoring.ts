import { civilDay } from '../../../platform/clock.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { workingCalendar } from '../../offices/index.ts';
import { publishingClock } from '../rules/lateness.ts';
import { selectValidities } from '../store/history.ts';
import { selectPublishedSince, selectUnpublished } from '../store/monitoring.ts';
import { countPublications, selectPublications } from '../store/publications.ts';
import type { TypeKey } from '../types.ts';

/** A document against its limit. `publishedOn` is null while it waits. */
export interface AgainstLimit {
	id: number;
	officeId: number;
	title: string;
	type: TypeKey;
	formedOn: string;
	due: string;
	publishedOn: string | null;
}

/** What was made public after its limit since a day, and what waits past it (条例第二十六条). */
export async function lateDocuments(
	reader: Reader,
	since: string,
): Promise<{ late: AgainstLimit[]; waiting: AgainstLimit[] }> {
	const calendar = (await workingCalendar(reader)).latest;
	const published = await selectPublishedSince(reader, new Date(`${since}T00:00:00+08:00`));
	const late = published.flatMap(({ documentId: id, officeId, title, type, formedOn, publishedAt }) => {
		const publishedOn = civilDay(publishedAt);
		const clock = publishingClock({ type, formedOn, changedOn: null }, calendar, { today: reader.today, publishedOn });
		return clock.late && clock.due ? [{ id, officeId, title, type, formedOn, due: clock.due, publishedOn }] : [];
	});
	const waiting = (await selectUnpublished(reader)).flatMap(({ id, officeId, title, type, formedOn, changedOn }) => {
		const clock = publishingClock({ type, formedOn, changedOn }, calendar, { today: reader.today, publishedOn: null });
		return clock.late && clock.due ? [{ id, officeId, title, type, formedOn, due: clock.due, publishedOn: null }] : [];
	});
	return { late, waiting };
}

/** Normative documents with a last day, and whether somebody has said what became of them. */
export async function normativeExpiries(
	reader: Reader,
): Promise<{ id: number; officeId: number; title: string; expiresOn: string; isMarked: boolean }[]> {
	const filter = { type: 'normative' as const };
	const rows = await selectPublications(reader, filter, {
		limit: Math.max(1, await countPublications(reader, filter)),
	});
	const marks = await selectValidities(
		reader,
		rows.map(({ documentId }) => documentId),
	);
	return rows.flatMap(({ documentId: id, officeId, title, expiresOn }) =>
		expiresOn === null ? [] : [{ id, officeId, title, expiresOn, isMarked: (marks.get(id) ?? []).length > 0 }],
	);
}
