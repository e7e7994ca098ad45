import { scopeOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { movesFrom } from '../../../kernel/workflow.ts';
import type { InHand } from '../../../module.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { codeMatches, type Vault } from '../../../platform/vault/index.ts';
import { countySettings, listOffices, workingCalendar } from '../../offices/index.ts';
import { documentById } from '../../publishing/index.ts';
import { type Concern, KINDS, ORIGINS, STATES } from '../model.ts';
import { canOnConcern, mayReveal } from '../policy.ts';
import { limitOf } from '../rules/limit.ts';
import { selectChecks, selectResponses, selectVerified, type VerifiedComplaint } from '../store/concern-records.ts';
import {
	type ConcernFilter,
	concernByNumber,
	selectConcern,
	selectConcerns,
	selectSteps,
	withContact,
} from '../store/concerns.ts';
import { countMerged } from '../store/public-concerns.ts';
import { concernWorkflow } from '../workflow.ts';

async function presented(reader: Reader, concerns: readonly Concern[]) {
	const { limits } = await countySettings(reader);
	const at = { calendar: (await workingCalendar(reader)).latest, now: reader.now, limits };
	const offices = new Map((await listOffices(reader, { merged: true })).map(({ id, shortName }) => [id, shortName]));
	const opinions = concerns.filter(({ kind }) => kind === 'opinion').map(({ id }) => id);
	const responses = await selectResponses(reader, opinions);
	return concerns.map((concern) => ({
		...concern,
		officeName: offices.get(concern.officeId) ?? '',
		kindLabel: KINDS[concern.kind].label,
		originLabel: ORIGINS[concern.origin],
		stateLabel: STATES[concern.state],
		waits:
			(concern.state === 'received' || concern.state === 'inHand') &&
			canOnConcern(reader.actor, concern.officeId)('concern.handle'),
		limit: limitOf(concern, at, responses.get(concern.id)),
	}));
}

/** A page of messages in scope. Never who wrote. */
export async function listConcerns(reader: Reader, filter: ConcernFilter & { page: number; pageSize: number }) {
	const { page, pageSize, ...rest } = filter;
	const found = await selectConcerns(reader, scopeOf(reader.actor), rest, {
		limit: pageSize,
		offset: (page - 1) * pageSize,
	});
	return { total: found.total, rows: await presented(reader, found.rows) };
}

/** One message with its hands, what may be done, and whether somebody can be written to. @throws AppError `notFound` */
export async function concernView(reader: Reader, id: number) {
	const concern = await selectConcern(reader, scopeOf(reader.actor), id);
	if (!concern) throw new AppError('notFound');
	const [shown] = await presented(reader, [concern]);
	if (!shown) throw new AppError('notFound');
	const can = canOnConcern(reader.actor, concern.officeId);
	const facts = { kind: concern.kind, isChecked: concern.verdict !== null };
	const moves = movesFrom(concernWorkflow, concern.state, facts, can);
	const into = await mergedInto(reader, concern);
	const wished = concern.wishDocument === null ? null : await documentById(reader, concern.wishDocument);
	return {
		...shown,
		mergedNumber: into?.number ?? null,
		mergedAnswer: into?.answer ?? '',
		askers: 1 + ((await countMerged(reader, [id])).get(id) ?? 0),
		wishTitle: wished?.title ?? null,
		checks: await checksOf(reader, id),
		responses: (await selectResponses(reader, [id])).get(id) ?? [],
		hasContact: (await withContact(reader, [id])).has(id),
		mayReveal: mayReveal(reader.actor, concern.officeId),
		moves: moves.map((move) => ({ ...move, reasons: [...move.reasons] })),
		steps: await selectSteps(reader, id),
	};
}

async function checksOf(reader: Reader, id: number) {
	const offices = new Map((await listOffices(reader, { merged: true })).map((office) => [office.id, office.shortName]));
	return (await selectChecks(reader, id)).map((check) => ({
		...check,
		aboutOfficeName: offices.get(check.aboutOfficeId) ?? '',
	}));
}

/** The message that is answered in the place of this one; merged once more, the one at the end. */
async function mergedInto(reader: Reader, concern: Concern): Promise<Concern | null> {
	let into: Concern | null = null;
	for (let next = concern.mergedInto; next !== null; next = into?.mergedInto ?? null)
		into = await selectConcern(reader, { kind: 'all' }, next);
	return into;
}

/**
 * Complaints found true, wholly or partly, by their newest check (条例第四十七条): what supervision may open a rectification for. The
 * office is the one complained of. Whoever calls answers for who may see them.
 */
export async function verifiedComplaints(reader: Reader): Promise<VerifiedComplaint[]> {
	return await selectVerified(reader);
}

/** Messages that wait for an answer and are past their limit, by office: what the county looks after. */
export async function overdueConcerns(reader: Reader) {
	const { rows } = await selectConcerns(
		reader,
		{ kind: 'all' },
		{ states: ['received', 'inHand'] },
		{ limit: 10_000, offset: 0 },
	);
	return (await presented(reader, rows)).filter(({ limit }) => limit.overdue);
}

/** What an office has to answer, for a hand-over sheet. Never who wrote. */
export async function concernsInHand(reader: Reader, officeId: number): Promise<InHand[]> {
	const open = { states: ['received', 'inHand'] as const, officeId };
	const { rows } = await selectConcerns(reader, { kind: 'office', officeId }, open, { limit: 1_000, offset: 0 });
	return (await presented(reader, rows)).map(({ title, number, stateLabel, limit }) => ({
		...{ group: '公众诉求', title: `${title}（${number}）`, state: stateLabel, due: limit.dueOn, personId: null },
	}));
}

/** The message a number and code open; null when they open none. */
export async function concernByCode(reader: Reader, vault: Vault, number: string, code: string) {
	const found = await concernByNumber(reader, number.trim().toUpperCase());
	if (!found?.queryFingerprint || !codeMatches(vault, code, found.queryFingerprint)) return null;
	const { queryFingerprint: _, ...concern } = found;
	// Of a merged message the answer is that of the one it went into.
	const into = await mergedInto(reader, concern);
	const [shown] = await presented(reader, [concern]);
	return shown
		? {
				...shown,
				answer: into?.answer || shown.answer,
				answeredAt: into?.answeredAt ?? shown.answeredAt,
				verdict: into?.verdict ?? shown.verdict,
				...(into ? wishOf(into) : {}),
			}
		: null;
}

function wishOf({ wish, wishDocument, wishDay, wishGround }: Concern) {
	return { wish, wishDocument, wishDay, wishGround };
}
