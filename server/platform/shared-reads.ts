import {
	type CompiledQuery,
	type DatabaseConnection,
	type Dialect,
	type Driver,
	PostgresAdapter,
	PostgresDialect,
	PostgresIntrospector,
	PostgresQueryCompiler,
	type QueryResult,
	type TransactionSettings,
} from 'kysely';
import pg from 'pg';

/** How many readers share. */
export interface Sharing {
	connections: number;
	/** Short statements gain by a plan that is kept; a search is planned for its words, each time. */
	keepsPlans: boolean;
}

/** A read that takes longer than this would hold up everybody behind it; milliseconds. */
const LONGEST_READ = 15_000;
/** As many statements are kept ready on a connection; the rest are parsed each time. */
const MOST_PREPARED = 300;
/** «Cached plan must not change result type»: a migration changed the table under a statement that was kept ready. */
const STALE = '0A000';

/**
 * A dialect for many short reads at once: all share a few connections, what is asked in one turn of the event loop goes out in
 * one packet, and the server answers in order (libpq's pipeline mode). A connection of its own for each reader costs a system
 * call a question and some ten megabytes of the database. Transactions get a connection of the pool.
 */
export function sharedReads(config: pg.ClientConfig, pool: pg.Pool, sharing: Sharing): Dialect {
	return {
		createAdapter: () => new PostgresAdapter(),
		createDriver: () => new SharedDriver(config, pool, sharing),
		createIntrospector: (db) => new PostgresIntrospector(db),
		createQueryCompiler: () => new PostgresQueryCompiler(),
	};
}

class SharedDriver implements Driver {
	readonly #lines: Line[];
	readonly #pooled: Driver;

	constructor(config: pg.ClientConfig, pool: pg.Pool, { connections, keepsPlans }: Sharing) {
		this.#lines = Array.from({ length: connections }, () => new Line(config, keepsPlans));
		this.#pooled = new PostgresDialect({ pool }).createDriver();
	}

	async init(): Promise<void> {
		await this.#pooled.init();
	}

	async acquireConnection(): Promise<SharedConnection> {
		const [first, ...others] = this.#lines;
		if (!first) throw new Error('no connection to share');
		return new SharedConnection(others.reduce((least, line) => (line.readers < least.readers ? line : least), first));
	}

	async beginTransaction(connection: SharedConnection, settings: TransactionSettings): Promise<void> {
		connection.own = await this.#pooled.acquireConnection();
		await this.#pooled.beginTransaction(connection.own, settings);
	}

	async commitTransaction({ own }: SharedConnection): Promise<void> {
		if (own) await this.#pooled.commitTransaction(own);
	}

	async rollbackTransaction({ own }: SharedConnection): Promise<void> {
		if (own) await this.#pooled.rollbackTransaction(own);
	}

	async releaseConnection(connection: SharedConnection): Promise<void> {
		const { own, line } = connection;
		connection.own = null;
		line.readers -= 1;
		if (own) await this.#pooled.releaseConnection(own);
	}

	/** The pool belongs to whoever made it. */
	async destroy(): Promise<void> {
		await Promise.all(this.#lines.map((line) => line.end()));
	}
}

class SharedConnection implements DatabaseConnection {
	/** In a transaction: a connection of the pool. */
	own: DatabaseConnection | null = null;
	readonly line: Line;

	constructor(line: Line) {
		this.line = line;
		line.readers += 1;
	}

	async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
		if (this.own) return await this.own.executeQuery<R>(query);
		const { command, rowCount, rows } = await this.line.ask(query);
		const isWrite = command === 'INSERT' || command === 'UPDATE' || command === 'DELETE' || command === 'MERGE';
		return { rows: rows as R[], ...(isWrite && { numAffectedRows: BigInt(rowCount ?? 0) }) };
	}

	/** A row at a time would hold up everybody else. */
	streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
		throw new Error('streams need a connection of their own');
	}
}

/** An open connection with the statements kept ready on it. */
interface Opened {
	client: pg.Client;
	/** Text → name. */
	statements: Map<string, string>;
}

/** One connection in pipeline mode; made when first asked, and anew after it broke. */
class Line {
	/** Readers that are not done with it. */
	readers = 0;
	readonly #config: pg.ClientConfig;
	readonly #keepsPlans: boolean;
	#opened: Promise<Opened> | null = null;
	#isHeld = false;

	constructor(config: pg.ClientConfig, keepsPlans: boolean) {
		this.#config = config;
		this.#keepsPlans = keepsPlans;
	}

	/** @throws as the database does; so does all that was on its way when the connection broke. */
	async ask(query: CompiledQuery): Promise<pg.QueryResult> {
		this.#opened ??= this.#open();
		const { client, statements } = await this.#opened;
		const name = nameOf(statements, query.sql);
		try {
			return await this.#send(client, query, name);
		} catch (error) {
			if (name === undefined || (error as { code?: string }).code !== STALE) throw error;
			// Another that met the same may have named it anew already.
			if (statements.get(query.sql) === name) statements.delete(query.sql);
			return await this.#send(client, query);
		}
	}

	async #send(client: pg.Client, { sql, parameters }: CompiledQuery, name?: string): Promise<pg.QueryResult> {
		this.#hold(client);
		return await client.query({ text: sql, values: [...parameters], ...(name !== undefined && { name }) });
	}

	async end(): Promise<void> {
		const opened = await this.#opened?.catch(() => null);
		await opened?.client.end();
	}

	#open(): Promise<Opened> {
		const client = new pg.Client({ ...this.#config, pipeline: true, statement_timeout: LONGEST_READ });
		const opened = client.connect().then(async () => {
			if (!this.#keepsPlans) await client.query('set plan_cache_mode = force_custom_plan');
			return { client, statements: new Map() };
		});
		const forget = () => {
			if (this.#opened === opened) this.#opened = null;
		};
		client.on('error', forget);
		client.on('end', forget);
		opened.catch(forget);
		return opened;
	}

	/** What is asked until the end of this turn of the event loop leaves together. */
	#hold({ connection: { stream } }: pg.Client): void {
		if (this.#isHeld) return;
		this.#isHeld = true;
		stream.cork();
		setImmediate(() => {
			this.#isHeld = false;
			stream.uncork();
		});
	}
}

let named = 0;

function nameOf(statements: Map<string, string>, text: string): string | undefined {
	const known = statements.get(text);
	if (known !== undefined || statements.size >= MOST_PREPARED) return known;
	named += 1;
	const name = `read${named}`;
	statements.set(text, name);
	return name;
}
