import { scopeOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { movesFrom } from '../../../kernel/workflow.ts';
import { readTimeline } from '../../../platform/timeline.ts';
import type { Reader } from '../../../platform/transaction.ts';
import type { Services } from '../../../services.ts';
import { listOffices } from '../../offices/index.ts';
import { publicationsOf } from '../../publishing/index.ts';
import { DISPATCH_STATES, type DispatchState, KINDS, kindRow, NEEDS, type Need, type Proof } from '../model.ts';
import { canOn } from '../policy.ts';
import { needOf } from '../rules/dispatch.ts';
import { selectChannels } from '../store/channels.ts';
import { type DispatchRow, selectDispatch, selectDispatches, selectProofs } from '../store/dispatches.ts';
import { dispatchWorkflow } from '../workflow.ts';
import { materialOf, originOf } from './material.ts';
import { textsOf } from './outputs.ts';

const LIVE: readonly DispatchState[] = ['prepared', 'failed', 'sent'];
/** Most rows looked through for what they need. */
const MOST = 20_000;

async function presented(reader: Reader, rows: readonly DispatchRow[]) {
	const live = await publicationsOf(reader, [...new Set(rows.map(({ documentId }) => documentId))]);
	const offices = new Map((await listOffices(reader, { merged: true })).map(({ id, shortName }) => [id, shortName]));
	return rows.map((row) => {
		const publication = live.get(row.documentId);
		const need = needOf(row, { revisionId: publication?.revisionId ?? null, today: reader.today });
		return {
			...row,
			officeName: offices.get(row.officeId) ?? '',
			kindLabel: KINDS[row.kind].label,
			stateLabel: DISPATCH_STATES[row.state],
			isPublic: publication !== undefined,
			need,
			needLabel: need ? NEEDS[need] : '',
		};
	});
}

export type DispatchView = Awaited<ReturnType<typeof presented>>[number];

export interface DispatchListFilter {
	officeId?: number | undefined;
	channelId?: number | undefined;
	documentId?: number | undefined;
	state?: DispatchState | undefined;
	/** `any`: whatever waits for a hand. */
	need?: Need | 'any' | undefined;
	page: number;
	pageSize: number;
}

/** A page of dispatches in scope, newest first. */
export async function listDispatches(
	reader: Reader,
	{ need, state, page, pageSize, ...filter }: DispatchListFilter,
): Promise<{ rows: DispatchView[]; total: number }> {
	const states = state ? [state] : need ? LIVE : undefined;
	const found = await selectDispatches(reader, scopeOf(reader.actor), { ...filter, states }, MOST);
	const from = (page - 1) * pageSize;
	// What a row needs depends on what is public now, so it is asked of each.
	if (!need) return { total: found.length, rows: await presented(reader, found.slice(from, from + pageSize)) };
	const wanting = (await presented(reader, found)).filter((row) => row.need && (need === 'any' || row.need === need));
	return { total: wanting.length, rows: wanting.slice(from, from + pageSize) };
}

/** One with its proofs, its history and what may be done. @throws AppError `notFound` */
export async function dispatchView(reader: Reader, { wechat }: Pick<Services, 'wechat'>, id: number) {
	const row = await selectDispatch(reader, scopeOf(reader.actor), id);
	if (!row) throw new AppError('notFound');
	const [shown] = await presented(reader, [row]);
	if (!shown) throw new AppError('notFound');
	const can = canOn(reader.actor, row.officeId);
	// Nothing is to be updated, or sent, that is not public or has not changed.
	const moves = movesFrom(dispatchWorkflow, row.state, undefined, can).filter(({ action }) =>
		action === 'send' ? shown.isPublic : action === 'update' ? shown.need === 'update' : true,
	);
	const { newMedia = false, posted = false } = kindRow(row.kind);
	return {
		...shown,
		needsLink: newMedia,
		isPosted: posted,
		mayUpload: can('channel.manage') && LIVE.includes(row.state),
		mayDraft: wechat !== null && wechat.appId === row.appId && row.state === 'prepared' && can('channel.manage'),
		proofs: (await selectProofs(reader, id)).map(({ sha256: _, ...proof }) => proof),
		moves: moves.map((move) => ({ ...move, reasons: [...move.reasons] })),
		history: await readTimeline(reader, 'dispatch', id),
	};
}

/** A photo or file of a dispatch in scope. @throws AppError `notFound` */
export async function proofFile(reader: Reader, dispatchId: number, proofId: number): Promise<Proof> {
	const dispatch = await selectDispatch(reader, scopeOf(reader.actor), dispatchId);
	const proof = dispatch && (await selectProofs(reader, dispatchId)).find(({ id }) => id === proofId);
	if (!proof) throw new AppError('notFound');
	return proof;
}

/**
 * «推送到其他渠道»: a document, the channels it can go to and those it is on its way through, and the texts for them. Of a
 * withdrawn document only the dispatches that remain. @throws AppError `notFound` for one nobody pushed and that is not public
 */
export async function documentDispatches(reader: Reader, services: Services, documentId: number) {
	const origin = originOf(services);
	const material = await materialOf(reader, origin, documentId);
	const { rows } = await listDispatches(reader, { documentId, page: 1, pageSize: 200 });
	const [first] = rows;
	if (!material && !first) throw new AppError('notFound');
	const busy = new Set(rows.filter(({ state }) => LIVE.includes(state)).map(({ channelId }) => channelId));
	const open = await selectChannels(reader, scopeOf(reader.actor), { openOn: reader.today });
	const own = open.filter(
		({ kind, officeId }) => kindRow(kind).dispatched && canOn(reader.actor, officeId)('channel.manage'),
	);
	return {
		documentId,
		title: material?.document.title ?? first?.title ?? '',
		isPublic: material !== null,
		officeId: material?.document.officeId ?? null,
		url: material?.url ?? '',
		channels: own.map(({ id, name, kind, officeId }) => ({
			...{ id, name, officeId, kindLabel: KINDS[kind].label },
			isBusy: busy.has(id),
		})),
		dispatches: rows,
		texts: material ? textsOf(material, origin) : null,
	};
}
