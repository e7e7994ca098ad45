import { scopeOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { movesFrom } from '../../../kernel/workflow.ts';
import type { InHand } from '../../../module.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { codeMatches, type Vault } from '../../../platform/vault/index.ts';
import { listOffices, workingCalendar } from '../../offices/index.ts';
import { type Concern, KINDS, ORIGINS, STATES } from '../model.ts';
import { canOnConcern, mayReveal } from '../policy.ts';
import { limitOf } from '../rules/limit.ts';
import {
	type ConcernFilter,
	concernByNumber,
	selectConcern,
	selectConcerns,
	selectSteps,
	withContact,
} from '../store/concerns.ts';
import { concernWorkflow } from '../workflow.ts';

async function presented(reader: Reader, concerns: readonly Concern[]) {
	const calendar = (await workingCalendar(reader)).latest;
	const offices = new Map((await listOffices(reader, { merged: true })).map(({ id, shortName }) => [id, shortName]));
	return concerns.map((concern) => ({
		...concern,
		officeName: offices.get(concern.officeId) ?? '',
		kindLabel: KINDS[concern.kind].label,
		originLabel: ORIGINS[concern.origin],
		stateLabel: STATES[concern.state],
		limit: limitOf(concern, calendar, reader.now),
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
	const moves = movesFrom(concernWorkflow, concern.state, undefined, can);
	return {
		...shown,
		hasContact: (await withContact(reader, [id])).has(id),
		mayReveal: mayReveal(reader.actor, concern.officeId),
		moves: moves.map((move) => ({ ...move, reasons: [...move.reasons] })),
		steps: await selectSteps(reader, id),
	};
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
	const into = concern.mergedInto === null ? null : await selectConcern(reader, { kind: 'all' }, concern.mergedInto);
	const [shown] = await presented(reader, [concern]);
	return shown
		? { ...shown, answer: into?.answer || shown.answer, answeredAt: into?.answeredAt ?? shown.answeredAt }
		: null;
}
