import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import { sharedReads } from './shared-reads.ts';

/** No tables of its own: each module's `store.ts` adds the ones it owns with `withTables`. */
export type Schema = Record<never, never>;
export type Sql = Kysely<Schema>;
export type SqlTransaction = Transaction<Schema>;

const INT8 = 20;
const INT8_ARRAY = 1016;
const DATE = 1082;
const NUMERIC = 1700;

// `date` must stay a civil day (the driver makes a local midnight of it) and `int8` a number that is known to be exact, in arrays
// too (one level, as ids are kept).
const types = {
	getTypeParser(oid: number, format?: 'text' | 'binary') {
		if (oid === INT8) return (text: string) => safeInteger(text);
		if (oid === INT8_ARRAY) return (text: string) => text.slice(1, -1).split(',').filter(Boolean).map(safeInteger);
		if (oid === DATE || oid === NUMERIC) return (text: string) => text;
		return pg.types.getTypeParser(oid, format);
	},
};

function safeInteger(text: string): number {
	const value = Number(text);
	if (!Number.isSafeInteger(value)) throw new Error(`int8 out of range: ${text}`);
	return value;
}

/** The connections of one process: Kysely for the modules, the pool for COPY and LISTEN. */
export interface Database {
	sql: Sql;
	/** The same for the short reads that public pages are made of, all on a few connections (`sharedReads`). */
	reads: Sql;
	/** For public pages that ask more than that, such as a search. */
	longReads: Sql;
	pool: pg.Pool;
	url: string;
	close(): Promise<void>;
}

/** A core answers no faster on more of them, and each holds ten megabytes. */
const SHORT = { connections: 2, keepsPlans: true };
const LONG = { connections: 4, keepsPlans: false };

/** Connects to PostgreSQL ≥ 15. `max` is the number of pooled connections. */
export function connect(url: string, max = 15): Database {
	const pool = new pg.Pool({ connectionString: url, max, types: types as pg.CustomTypesConfig });
	// An idle connection that the server closes must not end the process; the next query reports it.
	pool.on('error', () => {});
	// Nor one that it closes while it is being closed here: the pool has stopped listening by then.
	pool.on('connect', (client) => client.on('error', () => {}));
	const sql = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
	const shared = { connectionString: url, types: types as pg.CustomTypesConfig };
	const reads = new Kysely<Schema>({ dialect: sharedReads(shared, pool, SHORT) });
	const longReads = new Kysely<Schema>({ dialect: sharedReads(shared, pool, LONG) });
	const close = async () => {
		await Promise.all([reads.destroy(), longReads.destroy()]);
		await sql.destroy();
		// Kysely ends the pool only when a query went through it.
		if (!pool.ended && !pool.ending) await pool.end();
	};
	return { sql, reads, longReads, pool, url, close };
}
