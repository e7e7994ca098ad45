import type { Scope } from '../../../kernel/actor.ts';
import { OUTCOMES, type OutcomeCode } from '../../../law/outcomes.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { listOffices, personNames, workingCalendar } from '../../offices/index.ts';
import type { Alarm } from '../clock.ts';
import { type ApplicantKind, type Application, type Channel, STATES, type State } from '../model.ts';
import { clockFacts, clockToday } from '../rules/history.ts';
import { selectClockEntries } from '../store/events.ts';
import { type ListFilters, type Paging, selectByIds, selectList, selectOpen } from '../store/lists.ts';
import { selectRedoOrders } from '../store/remedies.ts';

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
}

/** Cases as lines of a list, in the order given; the clocks of all of them with one look into their histories. */
export async function summarise(reader: Reader, applications: readonly Application[]): Promise<ApplicationSummary[]> {
	const ids = applications.map(({ id }) => id);
	const calendar = (await workingCalendar(reader)).latest;
	const entries = await selectClockEntries(reader, ids);
	const redo = await selectRedoOrders(reader, ids);
	const offices = new Map((await listOffices(reader, { merged: true })).map(({ id, shortName }) => [id, shortName]));
	const handlers = [...new Set(applications.flatMap(({ handlerId }) => (handlerId === null ? [] : [handlerId])))];
	const names = await personNames(reader, handlers);
	return applications.map((application): ApplicationSummary => {
		const { id, officeId, state, handlerId, outcome } = application;
		const clock = clockToday(entries.get(id) ?? [], calendar, reader.today);
		const order = redo.get(id) ?? null;
		const facts = clockFacts(clock, calendar, reader.today, order);
		return {
			id,
			officeId,
			officeName: offices.get(officeId) ?? '',
			number: application.number,
			title: application.title,
			state,
			stateLabel: STATES[state].label,
			channel: application.channel,
			applicantKind: application.applicantKind,
			arrivedOn: application.arrivedOn ?? application.submittedOn,
			receivedOn: application.receivedOn,
			dueOn: order ? facts.dueOn : (clock?.clock.due ?? null),
			mark: clock?.clock.mark ?? null,
			alarm: order ? (facts.overdue ? 'overdue' : 'normal') : (clock?.alarm ?? 'none'),
			paused: clock?.paused ?? false,
			left: order ? calendar.workingDaysBetween(reader.today, facts.dueOn ?? reader.today) : (clock?.left ?? null),
			overdueDays: order
				? calendar.workingDaysBetween(facts.dueOn ?? reader.today, reader.today)
				: (clock?.overdueDays ?? 0),
			handlerId,
			handlerName: handlerId === null ? '' : (names.get(handlerId) ?? ''),
			outcome,
			outcomeName: outcome ? OUTCOMES[outcome].name : '',
			concludedOn: application.concludedOn,
			late: clock?.clock.late ?? null,
		};
	});
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

/** Lines for the cases behind a figure of a report. Those outside the scope are left out. */
export async function applicationSummaries(
	reader: Reader,
	scope: Scope,
	ids: readonly number[],
): Promise<ApplicationSummary[]> {
	return await summarise(reader, await selectByIds(reader, scope, ids));
}
