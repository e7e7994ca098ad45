import { sql } from 'kysely';
import type { Reader, Tx } from '../../../platform/transaction.ts';
import type { Office, OfficeDetails, OfficeName, OfficeRegister } from '../model.ts';
import type { OfficeTable, Tables } from './tables.ts';

// What an office is called and where it sits is public (条例第十二条): these reads take no scope.

const COLUMNS = [
	'id',
	'slug',
	'name',
	'short_name as shortName',
	'kind',
	'parent_id as parentId',
	'code',
	'area_code as areaCode',
	'address',
	'postcode',
	'phone',
	'fax',
	'email',
	'office_hours as officeHours',
	'contact_office as contactOffice',
	'review_body as reviewBody',
	'court',
	'review_url as reviewUrl',
	'head',
	'position',
	'status',
	'merged_into as mergedInto',
	'revision',
] as const;

export async function selectOffices(reader: Pick<Reader, 'sql'>): Promise<Office[]> {
	const db = reader.sql.withTables<Tables>();
	return await db.selectFrom('office').select(COLUMNS).orderBy('position').orderBy('id').execute();
}

export async function selectOffice(reader: Reader, id: number): Promise<Office | null> {
	const db = reader.sql.withTables<Tables>();
	return (await db.selectFrom('office').select(COLUMNS).where('id', '=', id).executeTakeFirst()) ?? null;
}

/** The office that has or once had this slug. */
export async function selectOfficeBySlug(reader: Reader, slug: string): Promise<Office | null> {
	const db = reader.sql.withTables<Tables>();
	const current = await db.selectFrom('office').select(COLUMNS).where('slug', '=', slug).executeTakeFirst();
	if (current) return current;
	const former = db.selectFrom('office_old_slug').select('office_id').where('slug', '=', slug);
	return (await db.selectFrom('office').select(COLUMNS).where('id', 'in', former).executeTakeFirst()) ?? null;
}

export async function lockOffice(tx: Tx, id: number): Promise<Office | null> {
	const db = tx.sql.withTables<Tables>();
	return (await db.selectFrom('office').select(COLUMNS).where('id', '=', id).forUpdate().executeTakeFirst()) ?? null;
}

function row(
	details: OfficeDetails,
): Omit<OfficeTable, 'id' | 'status' | 'merged_into' | 'merged_on' | 'revision' | 'created_at'> {
	const { shortName, parentId, areaCode, officeHours, contactOffice, reviewBody, reviewUrl, ...same } = details;
	return {
		...same,
		short_name: shortName,
		parent_id: parentId,
		area_code: areaCode,
		office_hours: officeHours,
		contact_office: contactOffice,
		review_body: reviewBody,
		review_url: reviewUrl,
	};
}

export async function insertOffice(tx: Tx, details: OfficeDetails): Promise<number> {
	const db = tx.sql.withTables<Tables>();
	const { id } = await db
		.insertInto('office')
		.values({ ...row(details), created_at: tx.now })
		.returning('id')
		.executeTakeFirstOrThrow();
	return id;
}

export async function updateOffice(tx: Tx, id: number, details: OfficeDetails): Promise<void> {
	const db = tx.sql.withTables<Tables>();
	await db
		.updateTable('office')
		.set((eb) => ({ ...row(details), revision: eb('revision', '+', 1) }))
		.where('id', '=', id)
		.execute();
}

export async function deleteOffice(tx: Tx, id: number): Promise<void> {
	await tx.sql.withTables<Tables>().deleteFrom('office').where('id', '=', id).execute();
}

/** Marks an office as merged and hands the offices below it to its successor. */
export async function markMerged(tx: Tx, id: number, into: number, day: string): Promise<void> {
	const db = tx.sql.withTables<Tables>();
	await db
		.updateTable('office')
		.set((eb) => ({ status: 'merged' as const, merged_into: into, merged_on: day, revision: eb('revision', '+', 1) }))
		.where('id', '=', id)
		.execute();
	await db.updateTable('office').set({ parent_id: into }).where('parent_id', '=', id).where('id', '<>', into).execute();
}

export async function insertOfficeName(tx: Tx, officeId: number, name: OfficeName): Promise<void> {
	const db = tx.sql.withTables<Tables>();
	const { shortName, from, until } = name;
	await db
		.insertInto('office_name')
		.values({ office_id: officeId, name: name.name, short_name: shortName, valid_from: from, valid_until: until })
		.execute();
}

/** Ends the current name on its last day. */
export async function endOfficeName(tx: Tx, officeId: number, lastDay: string): Promise<void> {
	await tx.sql
		.withTables<Tables>()
		.updateTable('office_name')
		.set({ valid_until: lastDay })
		.where('office_id', '=', officeId)
		.where('valid_until', 'is', null)
		.execute();
}

/** Corrects the current name in place, for a name that was typed wrongly. */
export async function correctOfficeName(tx: Tx, officeId: number, name: string, shortName: string): Promise<void> {
	await tx.sql
		.withTables<Tables>()
		.updateTable('office_name')
		.set({ name, short_name: shortName })
		.where('office_id', '=', officeId)
		.where('valid_until', 'is', null)
		.execute();
}

/** All names of an office, oldest first. */
export async function selectOfficeNames(reader: Reader, officeId: number): Promise<OfficeName[]> {
	return await reader.sql
		.withTables<Tables>()
		.selectFrom('office_name')
		.select(['name', 'short_name as shortName', 'valid_from as from', 'valid_until as until'])
		.where('office_id', '=', officeId)
		.orderBy('valid_from')
		.execute();
}

/** Keeps an address the office had; a later office may not take it. */
export async function insertOldSlug(tx: Tx, officeId: number, slug: string): Promise<void> {
	const db = tx.sql.withTables<Tables>();
	await db
		.insertInto('office_old_slug')
		.values({ slug, office_id: officeId, until: tx.today })
		.onConflict((conflict) => conflict.column('slug').doUpdateSet({ office_id: officeId, until: tx.today }))
		.execute();
}

/** Drops an old address again when its own office takes it back. */
export async function deleteOldSlug(tx: Tx, officeId: number, slug: string): Promise<void> {
	const db = tx.sql.withTables<Tables>();
	await db.deleteFrom('office_old_slug').where('slug', '=', slug).where('office_id', '=', officeId).execute();
}

export async function selectRegister(reader: Reader): Promise<OfficeRegister> {
	const db = reader.sql.withTables<Tables>();
	const slugs = await db.selectFrom('office_old_slug').select(['slug', 'office_id as officeId']).execute();
	return {
		offices: await selectOffices(reader),
		oldSlugs: new Map(slugs.map(({ slug, officeId }) => [slug, officeId])),
	};
}

const TREE_LOCK = 7205712;

/** Lets one change of the register through at a time: two offices must not take one name, nor hang below each other. */
export async function lockTree(tx: Tx): Promise<void> {
	await sql`select pg_advisory_xact_lock(${TREE_LOCK})`.execute(tx.sql);
}
