import type { Scope } from '../../../kernel/actor.ts';
import type { WorkingCalendar } from '../../../kernel/calendar.ts';
import { OUTCOMES, type OutcomeCode } from '../../../law/outcomes.ts';
import type { InHand } from '../../../module.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { listOffices, personNames, workingCalendar } from '../../offices/index.ts';
import type { Alarm, ClockToday } from '../clock.ts';
import { type ApplicantKind, type Application, type Channel, STATES, type State } from '../model.ts';
import { givesInformation } from '../rules/decision.ts';
import { clockFacts, clockToday, type RedoOrder } from '../rules/history.ts';
import { selectClockEntries } from '../store/events.ts';
import { type ListFilters, type Paging, selectByIds, selectList, selectOpen } from '../store/lists.ts';
import { selectRedoOrders } from '../store/remedies.ts';
import { selectWaiting, type Waiting } from '../store/waiting.ts';

/** One line of a list: what is asked, where it stands, how much time is left. Never who asks. */
export interface ApplicationSummary {
	id: number;
	officeId: number;
	officeName: string;
	number: string | null;
	title: string;
	state: State;
	stateLabel: string;
	channel: Channel;
	applicantKind: ApplicantKind;
	arrivedOn: string;
	receivedOn: string | null;
	/** Last day for the answer as it stands today; also of concluded cases. */
	dueOn: string | null;
	/** 「日历未发布…」: stands beside `dueOn` wherever that is shown. */
	mark: string | null;
	alarm: Alarm;
	/** The limit stands still while others are asked. */
	paused: boolean;
	/** Working days left, and past the limit. */
	left: number | null;
	overdueDays: number;
	handlerId: number | null;
	handlerName: string;
	outcome: OutcomeCode | null;
	outcomeName: string;
	concludedOn: string | null;
	/** Answered after the limit; null while open. */
	late: boolean | null;
	/** Whose hand is wanted next beside the handler's. */
	waitsFor: 'approver' | 'secrecyReviewer' | null;
	/** Handed to the handler, who has not signed for it. */
	unsigned: boolean;
}

/** Cases as lines of a list, in the order given; the clocks of all of them with one look into their histories. */
export async function summarise(reader: Reader, applications: readonly Application[]): Promise<ApplicationSummary[]> {
	const ids = applications.map(({ id }) => id);
	const calendar = (await workingCalendar(reader)).latest;
	const entries = await selectClockEntries(reader, ids);
	const redo = await selectRedoOrders(reader, ids);
	const waiting = await selectWaiting(reader, ids);
	const offices = new Map((await listOffices(reader, { merged: true })).map(({ id, shortName }) => [id, shortName]));
	const handlers = [...new Set(applications.flatMap(({ handlerId }) => (handlerId === null ? [] : [handlerId])))];
	const names = await personNames(reader, handlers);
	return applications.map((application): ApplicationSummary => {
		const { id, officeId, handlerId } = application;
		const clock = clockToday(entries.get(id) ?? [], calendar, reader.today);
		return {
			...factsOf(application),
			...timeOf(reader.today, calendar, clock, redo.get(id) ?? null),
			officeName: offices.get(officeId) ?? '',
			handlerName: handlerId === null ? '' : (names.get(handlerId) ?? ''),
			waitsFor: waitsFor(waiting.get(id)),
			unsigned: waiting.get(id)?.handedTo != null,
		};
	});
}

function factsOf(application: Application) {
	const { id, officeId, number, title, state, channel, applicantKind, receivedOn, handlerId, outcome } = application;
	return {
		...{ id, officeId, number, title, state, channel, applicantKind, receivedOn, handlerId, outcome },
		stateLabel: STATES[state].label,
		arrivedOn: application.arrivedOn ?? application.submittedOn,
		outcomeName: outcome ? OUTCOMES[outcome].name : '',
		concludedOn: application.concludedOn,
	};
}

/** How much time there is: by the statutory clock, or by the order of a review body or a court. */
function timeOf(today: string, calendar: WorkingCalendar, clock: ClockToday | null, order: RedoOrder | null) {
	const known = clock?.clock;
	const rest = { mark: known?.mark ?? null, paused: clock?.paused ?? false, late: known?.late ?? null };
	if (order) {
		const { dueOn, overdue } = clockFacts(clock, calendar, today, order);
		const due = dueOn ?? today;
		const alarm: Alarm = overdue ? 'overdue' : 'normal';
		const left = calendar.workingDaysBetween(today, due);
		return { ...rest, dueOn, alarm, left, overdueDays: calendar.workingDaysBetween(due, today) };
	}
	return {
		...rest,
		dueOn: known?.due ?? null,
		alarm: clock?.alarm ?? ('none' as const),
		left: clock?.left ?? null,
		overdueDays: clock?.overdueDays ?? 0,
	};
}

function waitsFor(waiting: Waiting | undefined): ApplicationSummary['waitsFor'] {
	const { decision = null, extension = false } = waiting ?? {};
	if (decision && givesInformation(decision.outcome) && !decision.secrecyPassed) return 'secrecyReviewer';
	return decision || extension ? 'approver' : null;
}

/** A page of the register. */
export async function listApplications(
	reader: Reader,
	scope: Scope,
	filters: ListFilters,
	paging: Paging,
): Promise<{ rows: ApplicationSummary[]; total: number }> {
	const { rows, total } = await selectList(reader, scope, filters, paging);
	return { rows: await summarise(reader, rows), total };
}

/** Cases that still wait for an answer, the most urgent first; those without a limit of their own (waiting for others) last. */
export async function openApplications(reader: Reader, scope: Scope): Promise<ApplicationSummary[]> {
	const rows = await summarise(reader, await selectOpen(reader, scope));
	return rows.sort(
		(a, b) =>
			(a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999') || a.arrivedOn.localeCompare(b.arrivedOn) || a.id - b.id,
	);
}

const MOST = 100_000;

/** Cases concluded between two days after their limit: what an evaluation counts. Of those in scope. */
export async function lateAnswers(
	reader: Reader,
	scope: Scope,
	from: string,
	to: string,
): Promise<ApplicationSummary[]> {
	const { rows } = await selectList(reader, scope, { concluded: [from, to] }, { limit: MOST, offset: 0 });
	return (await summarise(reader, rows)).filter(({ late }) => late === true);
}

/** Lines for the cases behind a figure of a report. Those outside the scope are left out. */
export async function applicationSummaries(
	reader: Reader,
	scope: Scope,
	ids: readonly number[],
): Promise<ApplicationSummary[]> {
	return await summarise(reader, await selectByIds(reader, scope, ids));
}

/** What an office has in hand here, for a hand-over sheet: open cases by their clock. Never who asks. */
export async function applicationsInHand(reader: Reader, officeId: number): Promise<InHand[]> {
	return (await openApplications(reader, { kind: 'office', officeId })).map((row) => ({
		group: '在办申请',
		title: row.number ? `${row.title}（${row.number}）` : row.title,
		state: row.left !== null && row.left >= 0 ? `${row.stateLabel}，剩余${row.left}个工作日` : row.stateLabel,
		due: row.dueOn,
		personId: row.handlerId,
	}));
}
