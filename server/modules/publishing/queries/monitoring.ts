import { civilDay } from '../../../platform/clock.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { workingCalendar } from '../../offices/index.ts';
import { publishingClock } from '../rules/lateness.ts';
import { PERSONAL_KINDS } from '../rules/personal/index.ts';
import { selectRevision, selectSteps, selectValidities } from '../store/history.ts';
import { selectPublishedSince, selectUnpublished } from '../store/monitoring.ts';
import { countPublications, selectPublication, selectPublications } from '../store/publications.ts';
import { checkLeaks, NOT_READ } from './leaks.ts';

/** A document against its limit. `publishedOn` is null while it waits. */
export interface AgainstLimit {
	id: number;
	officeId: number;
	title: string;
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
		return clock.late && clock.due ? [{ id, officeId, title, formedOn, due: clock.due, publishedOn }] : [];
	});
	const waiting = (await selectUnpublished(reader)).flatMap(({ id, officeId, title, type, formedOn, changedOn }) => {
		const clock = publishingClock({ type, formedOn, changedOn }, calendar, { today: reader.today, publishedOn: null });
		return clock.late && clock.due ? [{ id, officeId, title, formedOn, due: clock.due, publishedOn: null }] : [];
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

/**
 * Kinds of personal data a public edition shows and nobody has given a reason for, each with how often; null while one of
 * its files has not been read.
 */
export async function publicLeaks(
	reader: Reader,
	documentId: number,
): Promise<{ kind: string; count: number }[] | null> {
	const publication = await selectPublication(reader, documentId);
	const revision = publication && (await selectRevision(reader, documentId, publication.revisionId));
	if (!publication || !revision) return [];
	const steps = await selectSteps(reader, documentId);
	const signed = steps.findLast(({ action, edition }) => action === 'signOff' && edition === publication.edition);
	if (signed?.data.personalReason) return [];
	const { leaks, unread } = await checkLeaks(reader, documentId, revision.content);
	if (unread.some(({ why }) => why === NOT_READ)) return null;
	const kinds = [...new Set(leaks.map(({ kind }) => kind))];
	return kinds.map((kind) => ({
		kind: PERSONAL_KINDS[kind],
		count: leaks.filter((leak) => leak.kind === kind).length,
	}));
}
