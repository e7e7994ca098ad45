import type { Scope } from '../../../kernel/actor.ts';
import { can, scopeOf } from '../../../kernel/actor.ts';
import type { WorkingCalendar } from '../../../kernel/calendar.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { InHand } from '../../../module.ts';
import { readTimeline } from '../../../platform/timeline.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { countySettings, listOffices, workingCalendar } from '../../offices/index.ts';
import { CLAIMANTS, REMEDY_ORDERS, REMEDY_TRACKS, type RemedySubject } from '../model.ts';
import { mayChange } from '../policy.ts';
import { orderDue, remedyReplyBy, replyLimit, replyName, retainedUntil, workingDaysLeft } from '../rules/remedies.ts';
import { selectSealedClaimant } from '../store/remedies.ts';
import {
	type RemedyFilters,
	type RemedySummary,
	selectFollowing,
	selectJoined,
	selectRemediesByIds,
	selectRemedyPage,
} from '../store/remedy-lists.ts';

/** What the office was ordered to do, and until when. */
export interface OrderStanding {
	kind: keyof typeof REMEDY_ORDERS;
	orderedOn: string;
	/** Null where the decision or judgment set no limit. */
	dueOn: string | null;
	mark: string | null;
	doneOn: string | null;
	doneNote: string;
	/** Working days left, negative when late; null without a limit and when done. */
	left: number | null;
	/** Done, or still not done, after the limit. */
	late: boolean;
}

/** Our own answer to the review body or the court: its limit, and when it went out. */
export interface ReplyStanding {
	name: ReturnType<typeof replyName>;
	dueOn: string;
	mark: string | null;
	repliedOn: string | null;
	note: string;
	/** Working days left, negative when late; null once it is out or the case is over. */
	left: number | null;
	/** Sent, or still not sent, after the limit. */
	late: boolean;
}

/** A line of the 复议诉讼登记簿. Never who brought it. */
export interface RemedyLine {
	id: number;
	officeId: number;
	officeName: string;
	about: RemedySubject;
	applicationId: number | null;
	documentId: number | null;
	/** The applications with their numbers, the document, or the matter in words. */
	title: string;
	/** Every application one and the same case is about. */
	applications: { id: number; title: string }[];
	track: RemedySummary['track'];
	claimant: RemedySummary['claimant'];
	caseNumber: string;
	body: string;
	receivedOn: string;
	/** Last day of our own answer, while it is open. */
	replyBy: string | null;
	reply: ReplyStanding;
	closedOn: string | null;
	result: RemedySummary['result'];
	order: OrderStanding | null;
}

function orderOf(remedy: RemedySummary, calendar: WorkingCalendar, today: string): OrderStanding | null {
	const { orderKind, orderDays, orderUnit, orderDoneOn, orderDoneNote, closedOn } = remedy;
	if (orderKind === null || closedOn === null) return null;
	const due = orderDue(calendar, closedOn, orderDays, orderUnit);
	const left = due === null || orderDoneOn !== null ? null : workingDaysLeft(calendar, today, due.day);
	return {
		kind: orderKind,
		orderedOn: closedOn,
		dueOn: due?.day ?? null,
		mark: due?.mark ?? null,
		doneOn: orderDoneOn,
		doneNote: orderDoneNote,
		left,
		late: due !== null && (orderDoneOn ?? today) > due.day,
	};
}

function replyOf(remedy: RemedySummary, calendar: WorkingCalendar, today: string): ReplyStanding {
	const { track, repliedOn, replyNote, closedOn } = remedy;
	const { day, mark } = replyLimit(calendar, remedy);
	const waits = repliedOn === null && closedOn === null;
	return {
		...{ name: replyName(track), dueOn: day, mark, repliedOn, note: replyNote },
		left: waits ? workingDaysLeft(calendar, today, day) : null,
		late: waits ? today > day : repliedOn !== null && repliedOn > day,
	};
}

async function linesOf(reader: Reader, rows: readonly RemedySummary[]): Promise<RemedyLine[]> {
	const calendar = (await workingCalendar(reader)).latest;
	const over = await selectJoined(reader, rows);
	const offices = new Map((await listOffices(reader, { merged: true })).map(({ id, shortName }) => [id, shortName]));
	return rows.map((one): RemedyLine => {
		const { id, officeId, applicationId, documentId, track, claimant, caseNumber, body, receivedOn } = one;
		return {
			...{ id, officeId, applicationId, documentId, track, claimant, caseNumber, body, receivedOn },
			officeName: offices.get(officeId) ?? '',
			about: applicationId !== null ? 'application' : documentId !== null ? 'document' : 'other',
			title: [one, ...(over.get(one.id) ?? [])].map(titleOf).join('；'),
			applications: [one, ...(over.get(one.id) ?? [])].flatMap(placeOf),
			replyBy: remedyReplyBy(calendar, one),
			reply: replyOf(one, calendar, reader.today),
			closedOn: one.closedOn,
			result: one.result,
			order: orderOf(one, calendar, reader.today),
		};
	});
}

type Titled = Pick<RemedySummary, 'applicationId' | 'applicationNumber' | 'applicationTitle' | 'subject'>;

function placeOf(one: Titled): { id: number; title: string }[] {
	return one.applicationId === null ? [] : [{ id: one.applicationId, title: titleOf(one) }];
}

function titleOf({ applicationNumber, applicationTitle, subject }: Titled): string {
	if (applicationTitle === null) return subject;
	return applicationNumber ? `${applicationNumber}　${applicationTitle}` : applicationTitle;
}

/** A page of the register, in the scope of who asks. */
export async function listRemedies(
	reader: Reader,
	filters: RemedyFilters,
	paging: { limit: number; offset: number },
): Promise<{ rows: RemedyLine[]; total: number }> {
	const { rows, total } = await selectRemedyPage(reader, scopeOf(reader.actor), filters, paging);
	return { rows: await linesOf(reader, rows), total };
}

const MOST = 1000;

/** Orders that wait to be followed, the most urgent first; those without a limit last. */
export async function openOrders(reader: Reader, scope: Scope): Promise<(RemedyLine & { order: OrderStanding })[]> {
	const { rows } = await selectRemedyPage(reader, scope, { standing: 'ordered' }, { limit: MOST, offset: 0 });
	return (await linesOf(reader, rows))
		.flatMap((line) => (line.order === null ? [] : [{ ...line, order: line.order }]))
		.sort((a, b) => (a.order.dueOn ?? '9999').localeCompare(b.order.dueOn ?? '9999') || a.id - b.id);
}

/** Open cases whose answer has not gone out, the most urgent first (行政复议法第四十八、五十四条, 行政诉讼法第六十七条). */
export async function openReplies(reader: Reader, scope: Scope): Promise<RemedyLine[]> {
	const { rows } = await selectRemedyPage(reader, scope, { standing: 'unanswered' }, { limit: MOST, offset: 0 });
	return (await linesOf(reader, rows)).sort((a, b) => a.reply.dueOn.localeCompare(b.reply.dueOn) || a.id - b.id);
}

/** One of them for its screen. @throws AppError `notFound` outside the scope. */
export async function remedyView(reader: Reader, id: number) {
	const [found] = await selectRemediesByIds(reader, scopeOf(reader.actor), [id]);
	if (!found) throw new AppError('notFound');
	const [line] = await linesOf(reader, [found]);
	const { officeId, applicationId, documentId, simple, note, redoDays, followsId } = found;
	const { retentionYears } = (await countySettings(reader)).applications;
	const until = retainedUntil(found, retentionYears);
	const named = (await selectSealedClaimant(reader, id)) !== null;
	const history = applicationId === null ? await readTimeline(reader, 'remedyCase', id) : [];
	const may = mayChange(reader.actor, officeId);
	return {
		...(line as RemedyLine),
		...{ simple, note, redoDays, followsId },
		followedBy: await selectFollowing(reader, id),
		/** Whether the document can be opened by who asks. */
		mayOpenDocument: documentId !== null && can(reader.actor, 'document.read'),
		mayHandle: applicationId === null && may('application.handle'),
		mayReply: found.repliedOn === null && found.closedOn === null && may('application.handle'),
		mayReveal: named && may('application.revealIdentity'),
		mayErase: named && applicationId === null && until !== null && until <= reader.today && may('application.approve'),
		history: history.map(({ at, actorName, entry }) => ({ at: at.toISOString(), actorName, entry })),
	};
}

/** Reviews, suits and orders an office has in hand, for a hand-over sheet. Never who brought them. */
export async function remediesInHand(reader: Reader, officeId: number): Promise<InHand[]> {
	const scope: Scope = { kind: 'office', officeId };
	const { rows } = await selectRemedyPage(reader, scope, { standing: 'pending' }, { limit: MOST, offset: 0 });
	const group = '复议诉讼';
	const pending = (await linesOf(reader, rows)).map(({ track, body, title, claimant, replyBy }) => ({
		...{ group, title: `${REMEDY_TRACKS[track]}（${body}）：${title}`, personId: null },
		state: `尚未审结，${CLAIMANTS[claimant]}提起`,
		due: replyBy,
	}));
	const orders = (await openOrders(reader, scope)).map(({ title, order }) => ({
		...{ group, title, personId: null },
		state: `待履行：${REMEDY_ORDERS[order.kind]}`,
		due: order.dueOn,
	}));
	return [...orders, ...pending];
}
