import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Sql } from '../../../platform/database.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { LOCK_MINUTES, MAX_FAILED_SIGN_INS } from '../config.ts';
import type { Tables } from './tables.ts';

const LOCK_MS = LOCK_MINUTES * 60_000;
const KEEP_MS = 24 * 3_600_000;

/** What is kept of a name typed in: it may be nobody's, or somebody's password in the wrong field. */
export function hashOfLogin(loginName: string): string {
	return createHash('sha256').update(loginName).digest('hex');
}

/**
 * Takes one attempt before the password is looked at, so that many at once are counted like many in a row. Answers until when
 * the name is locked, and whether this attempt may still be made: the one that reaches the limit may.
 */
export async function takeAttempt(
	db: Sql,
	loginName: string,
	at: Date,
): Promise<{ allowed: boolean; lockedUntil: Date | null }> {
	const quiet = new Date(at.getTime() - LOCK_MS);
	const until = new Date(at.getTime() + LOCK_MS);
	const login = hashOfLogin(loginName);
	const taken = await sql<{ lockedUntil: Date | null }>`
		insert into sign_in_attempt as attempt (login_hash, failed, at) values (${login}, 1, ${at})
		on conflict (login_hash) do update set
			failed = case when attempt.at < ${quiet} or attempt.locked_until is not null then 1 else attempt.failed + 1 end,
			locked_until = case when attempt.at >= ${quiet} and attempt.locked_until is null
				and attempt.failed + 1 >= ${MAX_FAILED_SIGN_INS} then ${until}::timestamptz end,
			at = ${at}
		where attempt.locked_until is null or attempt.locked_until <= ${at}
		returning locked_until as "lockedUntil"
	`.execute(db);
	const [row] = taken.rows;
	if (row) return { allowed: true, lockedUntil: row.lockedUntil };
	const { rows } = await sql<{ lockedUntil: Date }>`
		select locked_until as "lockedUntil" from sign_in_attempt where login_hash = ${login}
	`.execute(db);
	return { allowed: false, lockedUntil: rows[0]?.lockedUntil ?? until };
}

/** Forgets the attempts of a name after a success or a reset, and everybody's old ones. */
export async function forgetAttempts(tx: Tx, loginName: string): Promise<void> {
	const old = new Date(tx.now.getTime() - KEEP_MS);
	await tx.sql
		.withTables<Tables>()
		.deleteFrom('sign_in_attempt')
		.where((eb) => eb.or([eb('login_hash', '=', hashOfLogin(loginName)), eb('at', '<', old)]))
		.execute();
}

/** Until when each of these names is locked; names that are not locked are left out. */
export async function selectLocks(db: Sql, loginNames: readonly string[], at: Date): Promise<Map<string, Date>> {
	const byHash = new Map(loginNames.map((name) => [hashOfLogin(name), name]));
	const rows = await db
		.withTables<Tables>()
		.selectFrom('sign_in_attempt')
		.select(['login_hash as hash', 'locked_until as until'])
		.where('locked_until', '>', at)
		.execute();
	return new Map(
		rows.flatMap(({ hash, until }) => {
			const name = byHash.get(hash);
			return name && until ? [[name, until] as const] : [];
		}),
	);
}
