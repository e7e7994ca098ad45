import type { WorkingCalendar } from '../../../kernel/calendar.ts';
import { civilDay } from '../../../platform/clock.ts';
import type { Comment, Consultation, Opinion } from '../model/consultation.ts';
import type { Proposal } from '../model/proposal.ts';
import type { AnswerDays, ComplaintCheck, Concern, OpinionResponse } from '../model.ts';
import { limitOf } from './limit.ts';
import { resultLimit } from './period.ts';
import { proposalLimits } from './proposal.ts';

/** A figure and the records behind it: it opens to them. */
export interface Counted {
	count: number;
	ids: number[];
}

/** First and last civil day, both within. */
export interface Period {
	from: string;
	to: string;
}

interface Now {
	period: Period;
	calendar: WorkingCalendar;
	now: Date;
	/** What the county set for its offices, in working days. */
	limits: { consultationResultDays: number; proposalPublishDays: number } & AnswerDays;
}

const counted = (rows: readonly { id: number }[]): Counted => ({ count: rows.length, ids: rows.map(({ id }) => id) });
const within = (day: string | null, { from, to }: Period) => day !== null && day >= from && day <= to;
const dayOf = (moment: Date | null) => (moment === null ? null : civilDay(moment));

/** Messages by what happened to them in the period. Merged ones came in, and are answered with the one they went into. */
export function concernFigures(
	concerns: readonly Concern[],
	responses: ReadonlyMap<number, readonly OpinionResponse[]>,
	checks: ReadonlyMap<number, ComplaintCheck>,
	{ period, calendar, now, limits: days }: Now,
) {
	const received = concerns.filter(({ receivedAt }) => within(civilDay(receivedAt), period));
	const answered = concerns.filter(({ answeredAt }) => within(dayOf(answeredAt), period));
	const at = { calendar, now, limits: days };
	const limits = new Map(concerns.map((one) => [one.id, limitOf(one, at, responses.get(one.id))]));
	// Whoever waits past the limit at the end of the period is late as well.
	const late = concerns.filter((one) => {
		const limit = limits.get(one.id);
		const isOfPeriod = one.answeredAt ? within(civilDay(one.answeredAt), period) : within(limit?.dueOn ?? null, period);
		return limit?.overdue === true && isOfPeriod;
	});
	const ofKind = (kind: Concern['kind']) => counted(received.filter((one) => one.kind === kind));
	// One event answered in several ways is one (form of the annual report, 2.1).
	const events = received.filter(({ kind, state }) => kind === 'opinion' && state !== 'merged');
	const checked = concerns.filter(({ id }) => within(checks.get(id)?.checkedOn ?? null, period));
	const found = (...verdicts: ComplaintCheck['verdict'][]) =>
		counted(checked.filter(({ id }) => verdicts.some((verdict) => checks.get(id)?.verdict === verdict)));
	const wished = (wish: Concern['wish']) => counted(answered.filter((one) => one.wish === wish));
	return {
		received: counted(received),
		answered: counted(answered),
		published: counted(concerns.filter(({ publishedAt }) => within(dayOf(publishedAt), period))),
		late: counted(late),
		questions: ofKind('question'),
		complaints: ofKind('complaint'),
		siteErrors: ofKind('siteError'),
		hotline: counted(received.filter(({ origin }) => origin === 'hotline')),
		opinionEvents: counted(events),
		opinionsAnswered: counted(events.filter(({ id, answeredAt }) => answeredAt !== null || responses.has(id))),
		complaintsTrue: found('true', 'partly'),
		complaintsUntrue: found('untrue'),
		wanted: ofKind('wanted'),
		wantedPublished: wished('published'),
		wantedPlanned: wished('planned'),
		wantedRefused: wished('refused'),
	};
}

/** Drafts that were open in the period, and results published in it. */
export function consultationFigures(
	consultations: readonly Consultation[],
	comments: readonly Pick<Comment, 'id' | 'consultationId' | 'receivedAt'>[],
	opinions: readonly Pick<Opinion, 'id' | 'consultationId' | 'verdict'>[],
	{ period, calendar, now, limits }: Now,
) {
	const today = civilDay(now);
	const signed = consultations.filter(({ openedAt, state }) => openedAt !== null && state !== 'withdrawn');
	const answered = signed.filter(({ resultAt }) => within(dayOf(resultAt), period));
	const late = signed.filter(({ toDay, resultAt, state }) => {
		const day = state === 'published' ? dayOf(resultAt) : null;
		const limit = resultLimit(toDay, day, calendar, today, limits.consultationResultDays);
		return limit.overdue && within(day ?? limit.dueOn, period);
	});
	const of = (verdict: Opinion['verdict']) =>
		counted(opinions.filter((one) => one.verdict === verdict && answered.some(({ id }) => id === one.consultationId)));
	return {
		opened: counted(signed.filter(({ fromDay }) => within(fromDay, period))),
		comments: counted(comments.filter(({ receivedAt }) => within(civilDay(receivedAt), period))),
		answered: counted(answered),
		late: counted(late),
		adopted: of('adopted'),
		partly: of('partly'),
		declined: of('declined'),
	};
}

/** 建议提案 by kind: received, replied to, published, late. */
export function proposalFigures(proposals: readonly Proposal[], { period, calendar, now, limits: set }: Now) {
	const today = civilDay(now);
	const live = proposals.filter(({ state }) => state !== 'withdrawn');
	const limits = new Map(live.map((one) => [one.id, proposalLimits(one, calendar, today, set.proposalPublishDays)]));
	const received = live.filter(({ receivedOn }) => within(receivedOn, period));
	const replied = live.filter(({ repliedOn }) => within(repliedOn, period));
	const of = (kind: Proposal['kind']) => ({
		received: counted(received.filter((one) => one.kind === kind)),
		replied: counted(replied.filter((one) => one.kind === kind)),
		published: counted(live.filter((one) => one.kind === kind && within(one.publishedOn, period))),
	});
	const lateReply = live.filter(({ id, repliedOn }) => {
		const limit = limits.get(id);
		return limit?.replyLate === true && within(repliedOn ?? limit.replyDue, period);
	});
	const latePublication = live.filter(({ id, publishedOn }) => {
		const limit = limits.get(id);
		return limit?.publishLate === true && within(publishedOn ?? limit.publishDue, period);
	});
	return {
		deputy: of('deputy'),
		committee: of('committee'),
		lateReply: counted(lateReply),
		latePublication: counted(latePublication),
		solved: counted(replied.filter(({ result }) => result === 'A')),
		planned: counted(replied.filter(({ result }) => result === 'B')),
		unsolved: counted(replied.filter(({ result }) => result === 'C')),
		withheld: counted(replied.filter(({ publicity }) => publicity === 'none')),
		satisfied: counted(replied.filter(({ satisfaction }) => satisfaction === 'satisfied')),
		unsatisfied: counted(replied.filter(({ satisfaction }) => satisfaction === 'unsatisfied')),
	};
}
