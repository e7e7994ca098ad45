import { sql } from 'kysely';
import type { Reader, Tx } from '../../../platform/transaction.ts';
import type { Person } from '../model.ts';
import type { Tables } from './tables.ts';

const PERSON = [
	'id',
	'login_name as loginName',
	'name',
	'phone',
	'must_change_password as mustChangePassword',
	'demo',
	'disabled_at as disabledAt',
	'revision',
	'created_at as createdAt',
] as const;

/** What a sign-in has to know, the hash included; goes nowhere else. */
export interface Credentials {
	id: number;
	name: string;
	passwordHash: string;
	mustChangePassword: boolean;
	demo: boolean;
	disabledAt: Date | null;
}

export async function selectCredentials(reader: Reader, loginName: string): Promise<Credentials | null> {
	const row = await reader.sql
		.withTables<Tables>()
		.selectFrom('person')
		.select([
			'id',
			'name',
			'password_hash as passwordHash',
			'must_change_password as mustChangePassword',
			'demo',
			'disabled_at as disabledAt',
		])
		.where('login_name', '=', loginName)
		.executeTakeFirst();
	return row ?? null;
}

export interface NewPerson {
	loginName: string;
	name: string;
	phone: string;
	passwordHash: string;
	mustChangePassword: boolean;
	demo: boolean;
}

export async function insertPerson(tx: Tx, person: NewPerson): Promise<number> {
	const { id } = await tx.sql
		.withTables<Tables>()
		.insertInto('person')
		.values({
			login_name: person.loginName,
			name: person.name,
			phone: person.phone,
			password_hash: person.passwordHash,
			must_change_password: person.mustChangePassword,
			demo: person.demo,
			created_at: tx.now,
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	return id;
}

/** People who have held a role in one of these offices (all people for null). */
export async function selectPeople(reader: Reader, officeIds: readonly number[] | null): Promise<Person[]> {
	const db = reader.sql.withTables<Tables>();
	let query = db.selectFrom('person').select(PERSON).orderBy('name').orderBy('id');
	if (officeIds) {
		const members = db
			.selectFrom('assignment')
			.select('person_id')
			.where('office_id', 'in', [...officeIds, -1]);
		query = query.where('id', 'in', members);
	}
	return await query.execute();
}

export async function selectPerson(reader: Reader, id: number): Promise<Person | null> {
	const db = reader.sql.withTables<Tables>();
	return (await db.selectFrom('person').select(PERSON).where('id', '=', id).executeTakeFirst()) ?? null;
}

export async function lockPerson(tx: Tx, id: number): Promise<Person | null> {
	const db = tx.sql.withTables<Tables>();
	return (await db.selectFrom('person').select(PERSON).where('id', '=', id).forUpdate().executeTakeFirst()) ?? null;
}

export async function selectNames(reader: Reader, ids: readonly number[]): Promise<Map<number, string>> {
	if (ids.length === 0) return new Map();
	const db = reader.sql.withTables<Tables>();
	const rows = await db
		.selectFrom('person')
		.select(['id', 'name'])
		.where('id', 'in', [...ids])
		.execute();
	return new Map(rows.map(({ id, name }) => [id, name]));
}

export async function loginNameTaken(reader: Reader, loginName: string): Promise<boolean> {
	const db = reader.sql.withTables<Tables>();
	return (
		(await db.selectFrom('person').select('id').where('login_name', '=', loginName).executeTakeFirst()) !== undefined
	);
}

export async function updatePerson(
	tx: Tx,
	id: number,
	change: { name?: string; phone?: string; loginName?: string; disabledAt?: Date | null },
): Promise<void> {
	const { name, phone, loginName, disabledAt } = change;
	await tx.sql
		.withTables<Tables>()
		.updateTable('person')
		.set((eb) => ({ name, phone, login_name: loginName, disabled_at: disabledAt, revision: eb('revision', '+', 1) }))
		.where('id', '=', id)
		.execute();
}

export async function deletePerson(tx: Tx, id: number): Promise<void> {
	await tx.sql.withTables<Tables>().deleteFrom('person').where('id', '=', id).execute();
}

/** The present hash, with the login name the rules compare a new password with. */
export async function selectPassword(
	reader: Reader,
	personId: number,
): Promise<{ passwordHash: string; loginName: string } | null> {
	const row = await reader.sql
		.withTables<Tables>()
		.selectFrom('person')
		.select(['password_hash as passwordHash', 'login_name as loginName'])
		.where('id', '=', personId)
		.executeTakeFirst();
	return row ?? null;
}

/** Hashes of the passwords set before the present one, newest first. */
export async function selectUsedPasswords(reader: Reader, personId: number, limit: number): Promise<string[]> {
	const rows = await reader.sql
		.withTables<Tables>()
		.selectFrom('old_password')
		.select('password_hash as hash')
		.where('person_id', '=', personId)
		.orderBy('id', 'desc')
		.limit(limit)
		.execute();
	return rows.map(({ hash }) => hash);
}

/** Replaces the password and keeps the hash of the old one. */
export async function setPassword(
	tx: Tx,
	personId: number,
	{ passwordHash, mustChange }: { passwordHash: string; mustChange: boolean },
): Promise<void> {
	const db = tx.sql.withTables<Tables>();
	await db
		.insertInto('old_password')
		.columns(['person_id', 'password_hash', 'replaced_at'])
		.expression((eb) =>
			eb
				.selectFrom('person')
				.select((of) => ['id', 'password_hash', of.val(tx.now).as('replaced_at')])
				.where('id', '=', personId),
		)
		.execute();
	await db
		.updateTable('person')
		.set({ password_hash: passwordHash, must_change_password: mustChange })
		.where('id', '=', personId)
		.execute();
}

const ADMINISTRATION_LOCK = 7205713;

/** Lets one change of who may administer through at a time. */
export async function lockAdministration(tx: Tx): Promise<void> {
	await sql`select pg_advisory_xact_lock(${ADMINISTRATION_LOCK})`.execute(tx.sql);
}
