import { sql } from 'kysely';
import type { Reader, Tx } from '../../../platform/transaction.ts';
import type { ImportLine } from '../import/run.ts';
import type { ImportFate, ImportPhase, ImportState } from '../model.ts';
import { personOf } from './history.ts';
import type { Tables } from './tables.ts';

/** One file of another system's documents, and where its import stands. */
export interface ImportRun {
	id: number;
	sha256: string;
	fileName: string;
	/** Tells the source from others: the same document of the same source is taken in once. */
	name: string;
	officeId: number | null;
	columnName: string;
	createColumns: boolean;
	state: ImportState;
	stopAsked: boolean;
	reason: string;
	newColumns: string[];
	revision: number;
	createdAt: Date;
	createdBy: number;
	changedAt: Date;
}

const COLUMNS = [
	'id',
	'sha256',
	'file_name as fileName',
	'name',
	'office_id as officeId',
	'column_name as columnName',
	'create_columns as createColumns',
	'state',
	'stop_asked as stopAsked',
	'reason',
	'new_columns as newColumns',
	'revision',
	'created_at as createdAt',
	'created_by as createdBy',
	'changed_at as changedAt',
] as const;
/** Newest shown; older ones are found in the audit trail. */
const MOST = 200;

export type NewImport = Pick<ImportRun, 'sha256' | 'fileName' | 'name' | 'officeId' | 'columnName' | 'createColumns'>;

export async function insertImportRun(tx: Tx, run: NewImport): Promise<number> {
	const { id } = await tx.sql
		.withTables<Tables>()
		.insertInto('import_run')
		.values({
			sha256: run.sha256,
			file_name: run.fileName,
			name: run.name,
			office_id: run.officeId,
			column_name: run.columnName,
			create_columns: run.createColumns,
			state: 'checking',
			created_at: tx.now,
			created_by: personOf(tx) as number,
			changed_at: tx.now,
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	return id;
}

export async function selectImportRuns(reader: Reader): Promise<ImportRun[]> {
	const rows = await reader.sql
		.withTables<Tables>()
		.selectFrom('import_run')
		.select(COLUMNS)
		.orderBy('id', 'desc')
		.limit(MOST)
		.execute();
	return rows as ImportRun[];
}

export async function selectImportRun(reader: Reader, id: number): Promise<ImportRun | null> {
	const row = await reader.sql
		.withTables<Tables>()
		.selectFrom('import_run')
		.select(COLUMNS)
		.where('id', '=', id)
		.executeTakeFirst();
	return (row as ImportRun | undefined) ?? null;
}

export async function lockImportRun(tx: Tx, id: number): Promise<ImportRun | null> {
	const row = await tx.sql
		.withTables<Tables>()
		.selectFrom('import_run')
		.select(COLUMNS)
		.where('id', '=', id)
		.forUpdate()
		.executeTakeFirst();
	return (row as ImportRun | undefined) ?? null;
}

export type ImportRunChange = Partial<Pick<ImportRun, 'state' | 'stopAsked' | 'reason' | 'newColumns'>>;

/** Changes an import while it is in a state; answers whether it was. */
export async function updateImportRun(
	reader: Reader,
	id: number,
	from: ImportState,
	{ state, stopAsked, reason, newColumns }: ImportRunChange,
): Promise<boolean> {
	const { numUpdatedRows } = await reader.sql
		.withTables<Tables>()
		.updateTable('import_run')
		.set((eb) => ({
			...(state === undefined ? {} : { state }),
			...(stopAsked === undefined ? {} : { stop_asked: stopAsked }),
			...(reason === undefined ? {} : { reason }),
			...(newColumns === undefined ? {} : { new_columns: JSON.stringify(newColumns) }),
			changed_at: reader.now,
			revision: eb('revision', '+', 1),
		}))
		.where('id', '=', id)
		.where('state', '=', from)
		.executeTakeFirst();
	return numUpdatedRows > 0n;
}

/** Keeps what became of records. What was told of one before and says more than «known» stays. */
export async function saveImportLines(
	reader: Reader,
	runId: number,
	phase: ImportPhase,
	lines: readonly ImportLine[],
): Promise<void> {
	if (lines.length === 0) return;
	const values = lines.map(({ number, place, title, became, notes }) => ({
		run_id: runId,
		phase,
		number,
		place: place.slice(0, 200),
		title: title.slice(0, 200),
		became,
		notes: JSON.stringify(notes),
	}));
	await reader.sql
		.withTables<Tables>()
		.insertInto('import_line')
		.values(values)
		.onConflict((conflict) => conflict.columns(['run_id', 'phase', 'number']).doNothing())
		.execute();
}

/** The last record up to which every one has been dealt with. */
export async function selectImportProgress(reader: Reader, runId: number, phase: ImportPhase): Promise<number> {
	const { rows } = await sql<{ last: number }>`
		select coalesce(min(number), 0) as last from (
			select 0 as number union all select number from import_line where run_id = ${runId} and phase = ${phase}
		) done
		where not exists (
			select 1 from import_line l where l.run_id = ${runId} and l.phase = ${phase} and l.number = done.number + 1
		)
	`.execute(reader.sql);
	return rows[0]?.last ?? 0;
}

/** How many records became what, by import and phase. */
export async function selectImportCounts(
	reader: Reader,
	runIds: readonly number[],
): Promise<{ runId: number; phase: ImportPhase; became: ImportFate; count: number }[]> {
	if (runIds.length === 0) return [];
	return await reader.sql
		.withTables<Tables>()
		.selectFrom('import_line')
		.select(['run_id as runId', 'phase', 'became'])
		.select((eb) => eb.fn.countAll<number>().as('count'))
		.where('run_id', 'in', [...runIds])
		.groupBy(['run_id', 'phase', 'became'])
		.execute();
}

export type KeptLine = Omit<ImportLine, 'notes'> & { notes: string[] };

/** Lines of one phase in the order of the source, after a number. */
export async function selectImportLines(
	reader: Reader,
	runId: number,
	phase: ImportPhase,
	{ became, after = 0, offset = 0, limit }: { became?: ImportFate; after?: number; offset?: number; limit: number },
): Promise<KeptLine[]> {
	let query = reader.sql
		.withTables<Tables>()
		.selectFrom('import_line')
		.select(['number', 'place', 'title', 'became', 'notes'])
		.where('run_id', '=', runId)
		.where('phase', '=', phase)
		.where('number', '>', after)
		.orderBy('number')
		.offset(offset)
		.limit(limit);
	if (became) query = query.where('became', '=', became);
	return (await query.execute()) as KeptLine[];
}
