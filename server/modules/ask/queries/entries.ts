import { scopeOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { movesFrom } from '../../../kernel/workflow.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { listOffices } from '../../offices/index.ts';
import { documentById } from '../../publishing/index.ts';
import { factsOf } from '../commands/move-entry.ts';
import { type Entry, STATES } from '../model.ts';
import { canOnEntry } from '../policy.ts';
import { type EntryFilter, selectEntries, selectEntry, selectEntrySteps } from '../store/entries.ts';
import { type AskedFilter, selectAsked } from '../store/log.ts';
import { entryWorkflow } from '../workflow.ts';

interface PageOf {
	page: number;
	pageSize: number;
}

const partOf = ({ page, pageSize }: PageOf) => ({ limit: pageSize, offset: (page - 1) * pageSize });

async function presented(reader: Reader, entries: readonly Entry[]) {
	const offices = new Map((await listOffices(reader, { merged: true })).map(({ id, shortName }) => [id, shortName]));
	return entries.map(({ shown, ...entry }) => ({
		...entry,
		officeName: offices.get(entry.officeId) ?? '',
		stateLabel: STATES[entry.state],
		/** Published, and written on since. */
		changed: shown !== null && factsOf({ ...entry, shown }).changed,
		ended: shown !== null && shown.validUntil !== null && shown.validUntil < reader.today,
	}));
}

/** A page of the entries in scope, those changed last first. */
export async function listEntries(reader: Reader, { page, pageSize, ...filter }: EntryFilter & PageOf) {
	const { rows, total } = await selectEntries(reader, scopeOf(reader.actor), filter, partOf({ page, pageSize }));
	return { total, rows: await presented(reader, rows) };
}

/** One entry with what may be done and who did what. @throws AppError `notFound` */
export async function entryView(reader: Reader, id: number) {
	const entry = await selectEntry(reader, scopeOf(reader.actor), id);
	if (!entry) throw new AppError('notFound');
	const [shown] = await presented(reader, [entry]);
	if (!shown) throw new AppError('notFound');
	const can = canOnEntry(reader.actor, entry.officeId);
	const { documentId } = entry.content;
	return {
		...shown,
		documentTitle: documentId === null ? '' : ((await documentById(reader, documentId))?.title ?? ''),
		mayWrite: can('faq.write'),
		moves: movesFrom(entryWorkflow, entry.state, factsOf(entry), can).map((move) => ({
			...move,
			reasons: [...move.reasons],
		})),
		steps: await selectEntrySteps(reader, id),
	};
}

/** Questions of the last year by how often they were asked. */
export async function listAsked(reader: Reader, { page, pageSize, ...filter }: AskedFilter & PageOf) {
	const since = new Date(reader.now.getTime() - 366 * 86_400_000);
	return await selectAsked(reader, filter, since, partOf({ page, pageSize }));
}
