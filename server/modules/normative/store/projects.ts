import type { Scope } from '../../../kernel/actor.ts';
import type { Reader, Tx } from '../../../platform/transaction.ts';
import type { Project, State } from '../model.ts';
import { tables } from './tables.ts';

const PROJECT = [
	'id',
	'office_id as officeId',
	'title',
	'basis',
	'major',
	'state',
	'document_id as documentId',
	'number',
	'created_at as createdAt',
	'created_by as createdBy',
	'revision',
] as const;

function scoped(reader: Reader, scope: Scope) {
	const query = tables(reader).selectFrom('normative_project');
	if (scope.kind === 'all') return query;
	return query.where('office_id', '=', scope.kind === 'office' ? scope.officeId : -1);
}

export interface ProjectFilter {
	states?: readonly State[] | undefined;
	officeId?: number | undefined;
	/** Part of the title or of the number. */
	q?: string | undefined;
}

function filtered(reader: Reader, scope: Scope, { states, officeId, q }: ProjectFilter) {
	let query = scoped(reader, scope);
	if (states) query = query.where('state', 'in', states);
	if (officeId !== undefined) query = query.where('office_id', '=', officeId);
	if (q) {
		const like = `%${q.replace(/[\\%_]/g, '\\$&')}%`;
		query = query.where((eb) => eb.or([eb('title', 'like', like), eb('number', 'like', like)]));
	}
	return query;
}

/** A page of projects in scope, the newest first. */
export async function selectProjects(
	reader: Reader,
	scope: Scope,
	filter: ProjectFilter,
	page: { limit: number; offset: number },
): Promise<{ rows: Project[]; total: number }> {
	const counted = await filtered(reader, scope, filter)
		.select((eb) => eb.fn.countAll<number>().as('n'))
		.executeTakeFirst();
	const rows = await filtered(reader, scope, filter)
		.select(PROJECT)
		.orderBy('id', 'desc')
		.limit(page.limit)
		.offset(page.offset)
		.execute();
	return { rows, total: Number(counted?.n ?? 0) };
}

export async function selectProject(reader: Reader, scope: Scope, id: number): Promise<Project | null> {
	return (await scoped(reader, scope).select(PROJECT).where('id', '=', id).executeTakeFirst()) ?? null;
}

export async function lockProject(tx: Tx, scope: Scope, id: number): Promise<Project | null> {
	return (await scoped(tx, scope).select(PROJECT).where('id', '=', id).forUpdate().executeTakeFirst()) ?? null;
}

/** The project a document came out of, whoever asks: the caller has read the document. */
export async function selectProjectOfDocument(reader: Reader, documentId: number): Promise<Project | null> {
	const query = tables(reader).selectFrom('normative_project').select(PROJECT).where('document_id', '=', documentId);
	return (await query.executeTakeFirst()) ?? null;
}

/** Every project whose document may be public, for what the county looks after. */
export async function selectNumbered(reader: Reader): Promise<Project[]> {
	return await tables(reader)
		.selectFrom('normative_project')
		.select(PROJECT)
		.where('state', 'in', ['numbered', 'submitted', 'filed'])
		.orderBy('id')
		.execute();
}

export async function insertProject(
	tx: Tx,
	given: Pick<Project, 'officeId' | 'title' | 'basis' | 'major' | 'createdBy'>,
): Promise<number> {
	const { officeId, title, basis, major, createdBy } = given;
	const { id } = await tables(tx)
		.insertInto('normative_project')
		.values({
			...{ office_id: officeId, title, basis, major, state: 'planned', created_by: createdBy },
			...{ document_id: null, number: null, created_at: tx.now },
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	return id;
}

export type ProjectChange = Partial<Pick<Project, 'title' | 'basis' | 'major' | 'state' | 'documentId' | 'number'>>;

const COLUMNS = {
	title: 'title',
	basis: 'basis',
	major: 'major',
	state: 'state',
	documentId: 'document_id',
	number: 'number',
} as const;

/** Changes a locked project. */
export async function updateProject(tx: Tx, { id, revision }: Project, change: ProjectChange): Promise<void> {
	const set = Object.fromEntries(
		Object.entries(change).map(([key, value]) => [COLUMNS[key as keyof ProjectChange], value]),
	);
	await tables(tx)
		.updateTable('normative_project')
		.set({ ...set, revision: revision + 1 })
		.where('id', '=', id)
		.execute();
}
