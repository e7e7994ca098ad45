import type { WorkingCalendar } from '../../../kernel/calendar.ts';
import { addMonths, type CivilDay } from '../../../kernel/civil-day.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { countySettings, type Office, officeById, workingCalendar } from '../../offices/index.ts';
import type { ClockToday } from '../clock.ts';
import type { Application, Consultation } from '../model.ts';
import { type Evidence, givesInformation } from '../rules/decision.ts';
import type { CaseFacts, PendingDecision } from '../rules/facts.ts';
import { refundable } from '../rules/fees.ts';
import { openHandover } from '../rules/handover.ts';
import { type ClockEntry, clockFacts, clockToday, type RedoOrder } from '../rules/history.ts';
import { selectConsultations } from '../store/consultations.ts';
import { type Correction, selectCorrection } from '../store/corrections.ts';
import { type DecisionRecord, selectDecisions } from '../store/decisions.ts';
import { type HistoryEvent, selectEvents } from '../store/events.ts';
import { type FeeRecord, selectFee } from '../store/fees.ts';
import { type CaseFile, selectFiles } from '../store/files.ts';
import { selectListing } from '../store/listings.ts';
import { type RemedyCase, selectRemedyCases } from '../store/remedies.ts';
import {
	type Explanation,
	type Extension,
	type SearchRecord,
	type Supplement,
	selectExplanation,
	selectExtensions,
	selectSearches,
	selectSupplement,
} from '../store/tasks.ts';

/** A case with everything that hangs on it, and what follows from it today. Nothing in it tells who applied. */
export interface CaseRecord {
	readonly application: Application;
	readonly office: Office;
	readonly calendar: WorkingCalendar;
	readonly events: readonly HistoryEvent[];
	readonly entries: readonly ClockEntry[];
	/** Null for a draft. */
	readonly clock: ClockToday | null;
	readonly redo: RedoOrder | null;
	readonly supplement: Supplement | null;
	readonly extensions: readonly Extension[];
	readonly consultations: readonly Consultation[];
	readonly explanation: Explanation | null;
	readonly fee: FeeRecord | null;
	readonly searches: readonly SearchRecord[];
	readonly decisions: readonly DecisionRecord[];
	readonly files: readonly CaseFile[];
	readonly remedies: readonly RemedyCase[];
	readonly correction: Correction | null;
	/** Words under which the answer is listed for everybody. */
	readonly listing: string | null;
	readonly facts: CaseFacts;
}

/** Reads the rest of a case. Whoever calls has locked it, or has checked that it may be seen. */
export async function caseRecord(reader: Reader, application: Application): Promise<CaseRecord> {
	const { id, officeId } = application;
	const office = await officeById(reader, officeId);
	if (!office) throw new AppError('internal', { detail: 'case without an office' });
	const calendar = (await workingCalendar(reader)).latest;
	const events = await selectEvents(reader, id);
	const entries = events.flatMap(({ clock }) => clock);
	const rest = {
		supplement: await selectSupplement(reader, id),
		extensions: await selectExtensions(reader, id),
		consultations: await selectConsultations(reader, id),
		explanation: await selectExplanation(reader, id),
		fee: await selectFee(reader, id),
		searches: await selectSearches(reader, id),
		decisions: await selectDecisions(reader, id),
		files: await selectFiles(reader, id),
		remedies: await selectRemedyCases(reader, id),
		listing: application.concludedOn === null ? null : await selectListing(reader, id),
		correction: application.state === 'left' ? await selectCorrection(reader, id) : null,
	};
	const redo = redoOrder(rest.remedies);
	const clock = clockToday(entries, calendar, reader.today);
	const known = { application, office, calendar, events, entries, clock, redo, ...rest };
	return { ...known, facts: factsOf(reader, known, await retainedUntil(reader, application, events)) };
}

function redoOrder(remedies: readonly RemedyCase[]): RedoOrder | null {
	const order = remedies.findLast(({ redoDays, redoAnsweredOn }) => redoDays !== null && redoAnsweredOn === null);
	return order?.redoDays && order.closedOn ? { orderedOn: order.closedOn, days: order.redoDays } : null;
}

/** The retention of an archived file runs from its last archiving (机关档案管理 practice; the years are the county's). */
async function retainedUntil(reader: Reader, { state }: Application, events: readonly HistoryEvent[]) {
	const archived = state === 'archived' ? events.findLast(({ action }) => action === 'archive') : undefined;
	if (!archived) return null;
	const { applications } = await countySettings(reader);
	return addMonths(archived.day, 12 * applications.retentionYears);
}

function factsOf(reader: Reader, known: Omit<CaseRecord, 'facts'>, retained: CivilDay | null): CaseFacts {
	const { application, consultations } = known;
	const pending = known.decisions.find(({ status }) => status === 'pending');
	return {
		state: application.state,
		today: reader.today,
		clock: clockFacts(known.clock, known.calendar, reader.today, known.redo),
		actorId: reader.actor.kind === 'person' ? reader.actor.personId : null,
		handlerId: application.handlerId,
		handedTo: openHandover(known.events)?.to ?? null,
		receivedOn: application.receivedOn,
		// Of the clock, not of the notice: a part of a request that was split has been asked by the notice of the whole.
		supplementAsked: known.entries.some(({ type }) => type === 'supplementRequested'),
		supplementAnswered: known.entries.some(({ type }) => type === 'supplemented'),
		extensionProposedBy: known.extensions.find(({ decidedAt }) => decidedAt === null)?.proposedBy ?? null,
		awaiting: consultations.filter(({ returnedOn }) => returnedOn === null).map(({ kind }) => kind),
		decision: pending ? pendingDecision(pending) : null,
		concluded: application.outcome !== null,
		gaveInformation: application.outcome !== null && givesInformation(application.outcome),
		passedOn: known.events.some(({ action }) => action === 'publishToAll'),
		listed: known.listing !== null,
		correctionOpen: known.correction !== null && known.correction.closedOn === null,
		retainedUntil: retained,
		erased: known.events.some(({ action }) => action === 'eraseIdentity'),
		remediesOpen: known.remedies.filter(({ closedOn }) => closedOn === null).length,
		thirdPartyAsked: consultations.some(({ kind }) => kind === 'thirdParty'),
		feeNotified: known.fee !== null,
		feeRefundable: known.fee !== null && refundable(known.fee) > 0,
		explanation: explanationOf(known.explanation),
	};
}

function pendingDecision({ outcome, draftedBy, secrecyAt }: DecisionRecord): PendingDecision {
	return {
		outcome,
		draftedBy: draftedBy ?? 0,
		needsSecrecyReview: givesInformation(outcome),
		secrecyPassed: secrecyAt !== null,
	};
}

function explanationOf(explanation: Explanation | null): CaseFacts['explanation'] {
	if (!explanation) return 'none';
	if (explanation.reasonable === null) return 'asked';
	return explanation.reasonable ? 'reasonable' : 'unreasonable';
}

/** What an answer of this case can stand on. */
export function evidenceOf({ searches, facts, consultations, files }: CaseRecord): Evidence {
	return {
		searches: searches.length,
		supplementAnswered: facts.supplementAnswered,
		explanation: facts.explanation,
		consultations,
		enclosures: files.filter(({ purpose }) => purpose === 'enclosure').map(({ id }) => id),
	};
}
