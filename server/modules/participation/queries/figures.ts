import type { Scope } from '../../../kernel/actor.ts';
import { groupBy } from '../../../kernel/group.ts';
import { civilDay } from '../../../platform/clock.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { countySettings, workingCalendar } from '../../offices/index.ts';
import { CONSULTATION_STATES, type Consultation } from '../model/consultation.ts';
import { PROPOSAL_KINDS, PROPOSAL_STATES, type Proposal } from '../model/proposal.ts';
import { type Concern, KINDS, STATES } from '../model.ts';
import { concernFigures, consultationFigures, type Period, proposalFigures } from '../rules/figures.ts';
import { selectCommentsOf, selectOpinionsOf } from '../store/comments.ts';
import { selectLatestChecks, selectResponses } from '../store/concern-records.ts';
import { selectConcerns } from '../store/concerns.ts';
import { selectConsultations } from '../store/consultations.ts';
import { selectProposals } from '../store/proposals.ts';

/** More records than a county holds in the years a figure looks at. */
const ALL = { limit: 100_000, offset: 0 };

/** Everything in scope the figures are made of. */
async function material(reader: Reader, scope: Scope, period: Period) {
	const { limits } = await countySettings(reader);
	const at = { period, calendar: (await workingCalendar(reader)).latest, now: reader.now, limits };
	const { rows: concerns } = await selectConcerns(reader, scope, {}, ALL);
	const { rows: consultations } = await selectConsultations(reader, scope, {}, ALL);
	const { rows: proposals } = await selectProposals(reader, scope, {}, ALL);
	const ids = consultations.map(({ id }) => id);
	const opinions = concerns.filter(({ kind }) => kind === 'opinion').map(({ id }) => id);
	const responses = await selectResponses(reader, opinions);
	const checks = await selectLatestChecks(reader);
	// A helping office sees a proposal; it is counted where it is led.
	const led = scope.kind === 'office' ? proposals.filter(({ officeId }) => officeId === scope.officeId) : proposals;
	const comments = await selectCommentsOf(reader, ids);
	const points = await selectOpinionsOf(reader, ids);
	return { at, concerns, consultations, proposals: led, responses, checks, comments, points };
}

type Material = Awaited<ReturnType<typeof material>>;

function figuresOf({ at, concerns, consultations, proposals, responses, checks, comments, points }: Material) {
	return {
		concerns: concernFigures(concerns, responses, checks, at),
		consultations: consultationFigures(consultations, comments, points, at),
		proposals: proposalFigures(proposals, at),
	};
}

export type ParticipationFigures = ReturnType<typeof figuresOf>;

/**
 * Figures of 互动回应 in a period for one office, or for the county with null: messages, drafts put to the public, proposals, each
 * with the ids behind it. `from` and `to` are civil days, both within. Whoever calls answers for who may see them.
 */
export async function participationFigures(reader: Reader, officeId: number | null, from: string, to: string) {
	const scope: Scope = officeId === null ? { kind: 'all' } : { kind: 'office', officeId };
	return figuresOf(await material(reader, scope, { from, to }));
}

/** The same of each office that has any, with one look for all. Whoever calls answers for who may see them. */
export async function participationByOffice(
	reader: Reader,
	from: string,
	to: string,
): Promise<Map<number, ParticipationFigures>> {
	const all = await material(reader, { kind: 'all' }, { from, to });
	const concerns = groupBy(all.concerns, ({ officeId }) => officeId);
	const consultations = groupBy(all.consultations, ({ officeId }) => officeId);
	const proposals = groupBy(all.proposals, ({ officeId }) => officeId);
	const offices = new Set([...concerns.keys(), ...consultations.keys(), ...proposals.keys()]);
	return new Map(
		[...offices].map((officeId) => {
			const own = consultations.get(officeId) ?? [];
			const ids = new Set(own.map(({ id }) => id));
			const ofOwn = ({ consultationId }: { consultationId: number }) => ids.has(consultationId);
			const part = {
				...{ concerns: concerns.get(officeId) ?? [], consultations: own, proposals: proposals.get(officeId) ?? [] },
				...{ comments: all.comments.filter(ofOwn), points: all.points.filter(ofOwn) },
			};
			return [officeId, figuresOf({ ...all, ...part })] as const;
		}),
	);
}

/** A record behind a figure: by its number, never by what somebody wrote. */
export interface ParticipationLine {
	id: number;
	officeId: number;
	number: string;
	label: string;
	stateLabel: string;
	day: string;
}

export type ParticipationSubject = keyof ParticipationFigures;

/** Records by their ids, the newest first. */
export async function participationLines(
	reader: Reader,
	subject: ParticipationSubject,
	ids: readonly number[],
): Promise<ParticipationLine[]> {
	const wanted = new Set(ids);
	const all: Scope = { kind: 'all' };
	const lines =
		subject === 'concerns'
			? (await selectConcerns(reader, all, {}, ALL)).rows.map(concernLine)
			: subject === 'consultations'
				? (await selectConsultations(reader, all, {}, ALL)).rows.map(consultationLine)
				: (await selectProposals(reader, all, {}, ALL)).rows.map(proposalLine);
	return lines.filter(({ id }) => wanted.has(id));
}

function concernLine({ id, officeId, number, kind, state, receivedAt }: Concern): ParticipationLine {
	const label = KINDS[kind].label;
	return { id, officeId, number, label, stateLabel: STATES[state], day: civilDay(receivedAt) };
}

function consultationLine({ id, officeId, number, title, state, fromDay, toDay }: Consultation): ParticipationLine {
	return { id, officeId, number, label: title, stateLabel: CONSULTATION_STATES[state], day: fromDay ?? toDay };
}

function proposalLine({ id, officeId, number, kind, state, receivedOn }: Proposal): ParticipationLine {
	return { id, officeId, number, label: PROPOSAL_KINDS[kind], stateLabel: PROPOSAL_STATES[state], day: receivedOn };
}
