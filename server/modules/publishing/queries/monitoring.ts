import { civilDay } from '../../../platform/clock.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { countySettings, workingCalendar } from '../../offices/index.ts';
import type { DocumentContent, Publication } from '../model.ts';
import { plainText } from '../rules/body.ts';
import { publishingClock } from '../rules/lateness.ts';
import { PERSONAL_KINDS } from '../rules/personal/index.ts';
import { proofread } from '../rules/proof/index.ts';
import { linksOf } from '../rules/proof/links.ts';
import { selectRevision, selectSteps, selectValidities } from '../store/history.ts';
import { selectPublishedSince, selectUnpublished } from '../store/monitoring.ts';
import { countPublications, selectPublication, selectPublications } from '../store/publications.ts';
import { documentType } from '../types.ts';
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

/** What one public edition says that should be looked after. */
export interface EditionScan {
	leaks: { kind: string; count: number }[];
	/** Of its words alone, so that they stay what they are: by kind, with the sentences told. */
	hints: { kind: string; messages: string[] }[];
	/** Documents of this site its links lead to. */
	links: readonly number[];
}

/** Looks a public edition through; null while one of its files has not been read, or when it is public no more. */
export async function scanEdition(reader: Reader, documentId: number): Promise<EditionScan | null> {
	const publication = await selectPublication(reader, documentId);
	const revision = publication && (await selectRevision(reader, documentId, publication.revisionId));
	if (!publication || !revision) return null;
	const leaks = await publicLeaks(reader, publication, revision.content);
	if (!leaks) return null;
	const { site } = await countySettings(reader);
	const { documents, inside, foreign } = linksOf(revision.content.body, site.domain);
	const { title, summary, body, formedOn } = revision.content;
	const words = proofread([title, summary, plainText(body)].join('\n'), {
		formedOn,
		// A report made by the system bears the day of its own signature.
		...(documentType(publication.type).made ? { signedOn: null } : {}),
		today: reader.today,
		lists: { watchWords: [], leaders: [] },
	});
	const linked = [
		...inside.map((host) => ['inside', host] as const),
		...foreign.map((host) => ['foreign', host] as const),
	];
	const all = [...words.map(({ kind, message }) => [kind, message] as const), ...linked];
	const kinds = [...new Set(all.map(([kind]) => kind))];
	return {
		leaks,
		hints: kinds.map((kind) => ({ kind, messages: all.flatMap(([one, message]) => (one === kind ? [message] : [])) })),
		links: documents,
	};
}

/**
 * Kinds of personal data a public edition shows and nobody has given a reason for, each with how often; null while one of
 * its files has not been read.
 */
async function publicLeaks(
	reader: Reader,
	publication: Publication,
	content: DocumentContent,
): Promise<EditionScan['leaks'] | null> {
	const { documentId } = publication;
	const steps = await selectSteps(reader, documentId);
	const signed = steps.findLast(({ action, edition }) => action === 'signOff' && edition === publication.edition);
	if (signed?.data.personalReason) return [];
	const { leaks, unread } = await checkLeaks(reader, documentId, content);
	if (unread.some(({ why }) => why === NOT_READ)) return null;
	const kinds = [...new Set(leaks.map(({ kind }) => kind))];
	return kinds.map((kind) => ({
		kind: PERSONAL_KINDS[kind],
		count: leaks.filter((leak) => leak.kind === kind).length,
	}));
}
