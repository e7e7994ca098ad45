import type { Actor } from '../../../kernel/actor.ts';
import { can, scopeOf } from '../../../kernel/actor.ts';
import { movesFrom, type OfferedMove } from '../../../kernel/workflow.ts';
import { LIMITS, limitDay } from '../../../law/clocks.ts';
import { OUTCOMES } from '../../../law/outcomes.ts';
import { knownMarked } from '../../../platform/marked-files.ts';
import { readTimeline } from '../../../platform/timeline.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { countyLimits, peopleWithPermission, personNames } from '../../offices/index.ts';
import { explainClock, type Segment } from '../clock-explain.ts';
import type { Application, State } from '../model.ts';
import { mayChange } from '../policy.ts';
import type { Action } from '../rules/actions.ts';
import { receivedBecause } from '../rules/days.ts';
import { givesInformation } from '../rules/decision.ts';
import { clockEvents } from '../rules/history.ts';
import { remedyReplyBy } from '../rules/remedies.ts';
import { selectSameApplicant } from '../store/applicants.ts';
import { selectApplication } from '../store/applications.ts';
import { type ServiceRecord, selectLetters, selectServices } from '../store/letters.ts';
import { selectCompanions } from '../store/remedy-lists.ts';
import { caseWorkflow } from '../workflow.ts';
import { type CaseRecord, caseRecord } from './case-record.ts';
import { correctionDue } from './corrections.ts';
import { type ApplicationSummary, summarise } from './summaries.ts';

/** A case for the screen of who may see it. Who applied is not in it: that is shown by an act of its own. */
export type CaseView = Awaited<ReturnType<typeof caseView>>;

/** @throws AppError `notFound` outside the scope. */
export async function caseView(reader: Reader, id: number) {
	const application = await selectApplication(reader, scopeOf(reader.actor), id);
	const record = await caseRecord(reader, application);
	const [summary] = await summarise(reader, [application]);
	const names = await namesIn(reader, record);
	const letters = await selectLetters(reader, id);
	const services = await selectServices(reader, id);
	return {
		summary: summary as ApplicationSummary,
		request: requestOf(application),
		office: { name: record.office.name, phone: record.office.phone },
		moves: movesOf(reader.actor, record),
		clock: clockOf(record),
		segments: segmentsOf(record),
		supplement: record.supplement,
		...waitingOf(record, names),
		explanation: record.explanation,
		fee: record.fee,
		searches: record.searches.map((one) => ({ ...one, personName: nameOf(names, one.personId) })),
		decisions: record.decisions.map((one) => decisionOf(one, names)),
		letters: letters.map((letter) => ({
			id: letter.id,
			template: letter.template,
			title: letter.title,
			recipient: letter.recipient,
			number: letter.number,
			issuedOn: letter.issuedOn,
			sha256: letter.originalSha256,
			hasPdf: letter.pdf !== null,
			services: services.filter(({ letterId }) => letterId === letter.id).map(withoutLetter),
		})),
		files: await filesOf(reader, record),
		remedies: await remediesOf(reader, record),
		correction: record.correction && {
			...record.correction,
			...correctionDue(await countyLimits(reader), record.calendar, record.correction),
		},
		history: await historyOf(reader, id),
		sameApplicant: await summarise(reader, await sameApplicant(reader, application)),
		handlers: await handlersOf(reader, application.officeId),
		mayReveal: mayChange(reader.actor, application.officeId)('application.revealIdentity'),
	};
}

/** Its papers; those that bear the mark of a state secret are flagged. */
async function filesOf(reader: Reader, { files }: CaseRecord) {
	const marked = await knownMarked(
		reader.sql,
		files.map(({ sha256 }) => sha256),
	);
	return files.map(({ sha256, ...file }) => ({ ...file, marked: marked.has(sha256) }));
}

/** Reviews and suits over it, each with the limit of our answer and the other applications it is about. */
async function remediesOf(reader: Reader, record: CaseRecord) {
	const groups = await selectCompanions(reader, record.remedies);
	return record.remedies.map((one) => ({
		...one,
		replyBy: remedyReplyBy(record.calendar, one),
		alsoOver: (groups.get(one.joinsId ?? one.id) ?? []).filter(({ id }) => id !== record.application.id),
	}));
}

type Names = ReadonlyMap<number, string>;

/** What has been asked of others or of a second hand. */
function waitingOf(record: CaseRecord, names: Names) {
	return {
		extensions: record.extensions.map(({ decidedAt, ...one }) => ({
			...one,
			proposedByName: nameOf(names, one.proposedBy),
			decidedByName: nameOf(names, one.decidedBy),
			pending: decidedAt === null,
		})),
		consultations: record.consultations.map((one) => ({ ...one, replyBy: replyBy(record, one) })),
	};
}

function decisionOf(one: CaseRecord['decisions'][number], names: Names) {
	return {
		...one,
		outcomeName: OUTCOMES[one.outcome].name,
		draftedAt: one.draftedAt.toISOString(),
		secrecyAt: one.secrecyAt?.toISOString() ?? null,
		decidedAt: one.decidedAt?.toISOString() ?? null,
		draftedByName: nameOf(names, one.draftedBy),
		secrecyByName: nameOf(names, one.secrecyBy),
		decidedByName: nameOf(names, one.decidedBy),
		needsSecrecyReview: givesInformation(one.outcome),
	};
}

function requestOf(application: Application) {
	const { documentNumber, features, form, delivery, notify, assisted, assistance, onBehalf, channel } = application;
	const { submittedOn, arrivedOn, confirmedOn } = application;
	return {
		documentNumber,
		features,
		form,
		delivery,
		notify,
		assisted,
		assistance,
		onBehalf,
		submittedOn,
		arrivedOn,
		confirmedOn,
		receivedBecause: receivedBecause(channel),
	};
}

/** Only who could ever act on this case is told what stands in the way. */
function movesOf(actor: Actor, record: CaseRecord): OfferedMove<State, Action>[] {
	const { state, officeId } = record.application;
	return movesFrom(caseWorkflow, state, record.facts, mayChange(actor, officeId)).filter(({ permitted }) => permitted);
}

function clockOf({ clock, facts, redo }: CaseRecord) {
	const known = clock?.clock;
	return {
		status: known?.status ?? null,
		receivedOn: known?.receivedOn ?? null,
		startedOn: known?.startedOn ?? null,
		dueOn: redo ? facts.clock.dueOn : (known?.due ?? null),
		firstDueOn: known?.firstDue ?? null,
		mark: known?.mark ?? null,
		supplementNoticeBy: facts.clock.supplementNoticeBy,
		supplementBy: facts.clock.supplementBy,
		payBy: facts.clock.payBy,
		extensionDays: known?.extensionDays ?? 0,
		pausedDays: known?.pausedDays ?? 0,
		used: clock?.used ?? null,
		left: clock?.left ?? null,
		overdue: facts.clock.overdue,
		redo,
		notes: (known?.notes ?? []).map(({ message }) => message),
	};
}

function segmentsOf({ entries, calendar, clock }: CaseRecord): readonly Segment[] {
	return clock ? explainClock(clockEvents(entries), calendar).segments : [];
}

/** Last day of the other side's fifteen working days; null where the law sets them none. */
function replyBy({ calendar }: CaseRecord, { kind, deliveredOn, sentOn }: CaseRecord['consultations'][number]) {
	return kind === 'agency' ? null : limitDay(calendar, deliveredOn ?? sentOn, LIMITS.thirdParty).day;
}

function withoutLetter({ letterId: _letter, ...service }: ServiceRecord) {
	return service;
}

async function historyOf(reader: Reader, id: number) {
	const lines = await readTimeline(reader, 'application', id);
	return lines.map(({ at, actorName, entry }) => ({ at: at.toISOString(), actorName, entry }));
}

async function sameApplicant(reader: Reader, { id, officeId }: Application): Promise<Application[]> {
	const ids = (await selectSameApplicant(reader, officeId, id)).slice(0, 20);
	const found: Application[] = [];
	for (const other of ids) found.push(await selectApplication(reader, scopeOf(reader.actor), other));
	return found;
}

async function handlersOf(reader: Reader, officeId: number): Promise<{ id: number; name: string }[]> {
	if (!can(reader.actor, 'application.handle')) return [];
	const ids = await peopleWithPermission(reader, officeId, 'application.handle');
	const names = await personNames(reader, ids);
	return ids.map((id) => ({ id, name: names.get(id) ?? '' }));
}

async function namesIn(reader: Reader, record: CaseRecord): Promise<Map<number, string>> {
	const ids = [
		...record.extensions.flatMap(({ proposedBy, decidedBy }) => [proposedBy, decidedBy]),
		...record.searches.map(({ personId }) => personId),
		...record.decisions.flatMap(({ draftedBy, secrecyBy, decidedBy }) => [draftedBy, secrecyBy, decidedBy]),
	];
	return await personNames(reader, [...new Set(ids.filter((id) => id !== null))]);
}

function nameOf(names: Names, id: number | null): string {
	return id === null ? '' : (names.get(id) ?? '');
}
