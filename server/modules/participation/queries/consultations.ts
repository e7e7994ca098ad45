import { type Actor, type Scope, scopeOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { movesFrom } from '../../../kernel/workflow.ts';
import { civilDay } from '../../../platform/clock.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { codeMatches, type Vault } from '../../../platform/vault/index.ts';
import { countySettings, listOffices, workingCalendar } from '../../offices/index.ts';
import { checkFiles, documentById, PERSONAL_KINDS } from '../../publishing/index.ts';
import {
	CONSULTATION_STATES,
	type Comment,
	type Consultation,
	type ConsultationFile,
	DRAFT_KINDS,
	type Opinion,
	PHASES,
	type Phase,
} from '../model/consultation.ts';
import { canOnConsultation, mayReveal } from '../policy.ts';
import { countOpinions } from '../rules/consultation.ts';
import { daysOf, phaseOf, resultLimit } from '../rules/period.ts';
import { commentByNumber, countComments, selectComments, selectOpinions } from '../store/comments.ts';
import {
	type ConsultationFilter,
	publicConsultation,
	selectConsultation,
	selectConsultations,
	selectFiles,
} from '../store/consultations.ts';
import { stepsOf } from '../store/history.ts';
import { consultationWorkflow } from '../workflow.ts';
import { factsOf } from './consultation-facts.ts';

async function presented(reader: Reader, rows: readonly Consultation[]) {
	const calendar = (await workingCalendar(reader)).latest;
	const offices = new Map((await listOffices(reader, { merged: true })).map(({ id, shortName }) => [id, shortName]));
	const { consultationResultDays } = (await countySettings(reader)).limits;
	const counts = await countComments(
		reader,
		rows.map(({ id }) => id),
	);
	return rows.map((row) => {
		const phase = phaseOf(row, reader.today);
		const answeredOn = row.resultAt === null ? null : civilDay(row.resultAt);
		const isDue = phase === 'closed' || phase === 'answered';
		return {
			...row,
			officeName: offices.get(row.officeId) ?? '',
			kindLabel: DRAFT_KINDS[row.kind],
			stateLabel: CONSULTATION_STATES[row.state],
			phase,
			phaseLabel: phase === null ? null : PHASES[phase],
			days: row.fromDay === null ? null : daysOf(row.fromDay, row.toDay),
			comments: counts.get(row.id) ?? 0,
			waits: waitsForActor(reader.actor, row, phase),
			resultLimit: isDue ? resultLimit(row.toDay, answeredOn, calendar, reader.today, consultationResultDays) : null,
		};
	});
}

/** Whether the next move is this person's. */
function waitsForActor(actor: Actor, { officeId, state }: Consultation, phase: Phase | null): boolean {
	const can = canOnConsultation(actor, officeId);
	if (state === 'toSign' || state === 'resultToSign') return can('consultation.signOff');
	return (state === 'draft' || phase === 'closed') && can('consultation.handle');
}

/** A page of consultations in scope. */
export async function listConsultations(
	reader: Reader,
	{ page, pageSize, ...filter }: ConsultationFilter & { page: number; pageSize: number },
) {
	const at = { limit: pageSize, offset: (page - 1) * pageSize };
	const found = await selectConsultations(reader, scopeOf(reader.actor), filter, at);
	return { total: found.total, rows: await presented(reader, found.rows) };
}

/** One consultation with its comments, what is made of them, and what may be done. @throws AppError `notFound` */
export async function consultationView(reader: Reader, id: number) {
	const consultation = await selectConsultation(reader, scopeOf(reader.actor), id);
	const [shown] = consultation ? await presented(reader, [consultation]) : [];
	if (!consultation || !shown) throw new AppError('notFound');
	const can = canOnConsultation(reader.actor, consultation.officeId);
	const facts = await factsOf(reader, consultation);
	const moves = movesFrom(consultationWorkflow, consultation.state, facts, can);
	const document = consultation.documentId === null ? null : await documentById(reader, consultation.documentId);
	const comments = await selectComments(reader, id);
	const opinions = await selectOpinions(reader, id);
	const files = await selectFiles(reader, id);
	return {
		...shown,
		documentTitle: document?.title ?? null,
		files,
		fileCheck: await fileCheckOf(reader, files),
		commentList: comments,
		opinions,
		counts: countOpinions(opinions),
		canSort: consultation.state === 'open' && can('consultation.handle'),
		mayReveal: mayReveal(reader.actor, consultation.officeId, 'consultation.handle'),
		moves: moves.map((move) => ({ ...move, reasons: [...move.reasons] })),
		steps: await stepsOf(reader, 'consultation', id),
	};
}

async function fileCheckOf(reader: Reader, files: readonly ConsultationFile[]) {
	const { leaks, unread } = await checkFiles(reader, files);
	return {
		leaks: leaks.map(({ fileName, kind, around }) => ({ fileName, around, kindLabel: PERSONAL_KINDS[kind] })),
		unread,
	};
}

/** A comment a number and code open, with what was made of it once that is public; null when they open none. */
export async function commentByCode(
	reader: Reader,
	vault: Vault,
	number: string,
	code: string,
): Promise<{ comment: Comment; consultation: Consultation | null; opinion: Opinion | null } | null> {
	const found = await commentByNumber(reader, number.trim().toUpperCase());
	if (!found?.queryFingerprint || !codeMatches(vault, code, found.queryFingerprint)) return null;
	const { queryFingerprint: _, ...comment } = found;
	const all: Scope = { kind: 'all' };
	const own = await selectConsultation(reader, all, comment.consultationId);
	const consultation = own && (await publicConsultation(reader, own.number));
	const isTold = consultation?.state === 'published';
	const opinions = isTold ? await selectOpinions(reader, comment.consultationId) : [];
	return { comment, consultation, opinion: opinions.find(({ id }) => id === comment.opinionId) ?? null };
}

/** Consultations whose result is not published though it is due, for the county to look after. */
export async function overdueConsultations(reader: Reader) {
	const { rows } = await selectConsultations(reader, { kind: 'all' }, {}, { limit: 10_000, offset: 0 });
	const shown = await presented(reader, rows);
	return shown
		.filter(({ phase, resultLimit: limit }) => phase === 'closed' && limit?.overdue === true)
		.map(({ id, officeId, number, title, toDay, resultLimit: limit }) => ({
			...{ id, officeId, number, title, toDay },
			dueOn: limit?.dueOn ?? '',
		}));
}
