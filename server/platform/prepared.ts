import type { CompiledQuery } from 'kysely';
import type { Sql } from './database.ts';

interface Buildable<Row> {
	compile(): CompiledQuery<Row>;
}

/** Stands in a statement where a value will. */
class Place {
	readonly key: string;

	constructor(key: string) {
		this.key = key;
	}

	/** A statement made for one value would be sent for all. */
	[Symbol.toPrimitive](): never {
		throw new Error(`«${this.key}» of a prepared statement was looked at while it was built`);
	}
}

/**
 * A statement that public pages ask time and again: built once, since building its statements anew is a
 * tenth of what such a page takes. `build` may hand the values of `given` on to the statement and nothing else; a list goes in as `any(…)`.
 */
export function prepared<Given extends object, Row>(
	build: (db: Sql, given: Given) => Buildable<Row>,
): (db: Sql, given: Given) => Promise<Row[]> {
	let built: CompiledQuery<Row> | null = null;
	return async (db, given) => {
		built ??= build(db, places<Given>()).compile();
		const parameters = built.parameters.map((one) =>
			one instanceof Place ? (given as Record<string, unknown>)[one.key] : one,
		);
		const { rows } = await db.executeQuery<Row>({ ...built, parameters });
		return rows;
	};
}

function places<Given extends object>(): Given {
	return new Proxy({}, { get: (_, key) => new Place(String(key)) }) as Given;
}
