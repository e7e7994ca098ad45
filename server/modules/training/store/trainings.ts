import { nameOf, type Scope } from '../../../kernel/actor.ts';
import type { Reader, Tx } from '../../../platform/transaction.ts';
import type { Kind, State, Training } from '../model.ts';
import { tables } from './tables.ts';

const TRAINING = [
	'id',
	'office_id as officeId',
	'kind',
	'title',
	'day',
	'hours',
	'place',
	'speaker',
	'content',
	'minutes',
	'state',
	'entry_id as entryId',
	'revision',
] as const;

/** Those an office organised or is asked to; all for the county. What is only planned is the organiser's own. */
function scoped(reader: Reader, scope: Scope) {
	const query = tables(reader).selectFrom('training');
	if (scope.kind === 'all') return query;
	const officeId = scope.kind === 'office' ? scope.officeId : 0;
	return query.where((eb) =>
		eb.or([
			eb('office_id', '=', officeId),
			eb.and([
				eb('state', '!=', 'planned'),
				eb(
					'id',
					'in',
					eb.selectFrom('training_office').select('training_id').where('training_office.office_id', '=', officeId),
				),
			]),
		]),
	);
}

export interface TrainingFilter {
	state?: State | undefined;
	kind?: Kind | undefined;
	q?: string | undefined;
	/** Held from this day on. */
	from?: string | undefined;
}

function filtered(reader: Reader, scope: Scope, { state, kind, q, from }: TrainingFilter) {
	let query = scoped(reader, scope);
	if (state) query = query.where('state', '=', state);
	if (kind) query = query.where('kind', '=', kind);
	if (from) query = query.where('day', '>=', from);
	if (q) query = query.where('title', 'like', `%${q.replace(/[\\%_]/g, '\\$&')}%`);
	return query;
}

export async function selectTrainings(
	reader: Reader,
	scope: Scope,
	filter: TrainingFilter,
	page: { limit: number; offset: number },
): Promise<{ rows: Training[]; total: number }> {
	const counted = await filtered(reader, scope, filter)
		.select((eb) => eb.fn.countAll<number>().as('n'))
		.executeTakeFirst();
	const rows = await filtered(reader, scope, filter)
		.select(TRAINING)
		.orderBy('day', 'desc')
		.orderBy('id', 'desc')
		.limit(page.limit)
		.offset(page.offset)
		.execute();
	return { rows, total: Number(counted?.n ?? 0) };
}

export async function selectTraining(reader: Reader, scope: Scope, id: number): Promise<Training | null> {
	return (await scoped(reader, scope).select(TRAINING).where('id', '=', id).executeTakeFirst()) ?? null;
}

export async function lockTraining(tx: Tx, scope: Scope, id: number): Promise<Training | null> {
	return (await scoped(tx, scope).select(TRAINING).where('id', '=', id).forUpdate().executeTakeFirst()) ?? null;
}

type Details = Pick<Training, 'kind' | 'title' | 'day' | 'hours' | 'place' | 'speaker' | 'content' | 'minutes'>;

export async function insertTraining(tx: Tx, officeId: number, given: Details): Promise<number> {
	const { id } = await tables(tx)
		.insertInto('training')
		.values({
			...detailsOf(given),
			office_id: officeId,
			state: 'planned',
			entry_id: null,
			person_name: nameOf(tx.actor),
			created_at: tx.now,
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	return id;
}

function detailsOf({ kind, title, day, hours, place, speaker, content, minutes }: Details): Details {
	return { kind, title: title.trim(), day, hours, place, speaker, content, minutes };
}

export async function updateTraining(
	tx: Tx,
	{ id, revision }: Training,
	change: Partial<Details> & { state?: State; entryId?: number | null },
): Promise<void> {
	const { entryId, ...rest } = change;
	await tables(tx)
		.updateTable('training')
		.set({ ...rest, ...(entryId === undefined ? {} : { entry_id: entryId }), revision: revision + 1 })
		.where('id', '=', id)
		.execute();
}

/** The training a register line stands for, if any. */
export async function trainingOfEntry(reader: Reader, entryIds: readonly number[]): Promise<Set<number>> {
	if (entryIds.length === 0) return new Set();
	const rows = await tables(reader)
		.selectFrom('training')
		.select('entry_id')
		.where('entry_id', 'in', entryIds)
		.union(tables(reader).selectFrom('training_office').select('entry_id').where('entry_id', 'in', entryIds))
		.execute();
	return new Set(rows.flatMap(({ entry_id: id }) => id ?? []));
}

export interface TrainingFile {
	id: number;
	sha256: string;
	fileName: string;
	mediaType: string;
	size: number;
}

export async function insertFile(tx: Tx, trainingId: number, file: Omit<TrainingFile, 'id'>): Promise<void> {
	await tables(tx)
		.insertInto('training_file')
		.values({
			training_id: trainingId,
			file_sha256: file.sha256,
			file_name: file.fileName,
			media_type: file.mediaType,
			size: file.size,
			person_name: nameOf(tx.actor),
			created_at: tx.now,
		})
		.execute();
}

export async function selectFiles(reader: Reader, trainingId: number): Promise<TrainingFile[]> {
	return await tables(reader)
		.selectFrom('training_file')
		.select(['id', 'file_sha256 as sha256', 'file_name as fileName', 'media_type as mediaType', 'size'])
		.where('training_id', '=', trainingId)
		.orderBy('id')
		.execute();
}

export async function deleteFile(tx: Tx, trainingId: number, id: number): Promise<void> {
	await tables(tx).deleteFrom('training_file').where('training_id', '=', trainingId).where('id', '=', id).execute();
}
