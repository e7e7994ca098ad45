import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/database.ts';
import { prepared } from './prepared.ts';

type Tables = { setting: { key: string; value: unknown } };

let database: TestDatabase;
beforeAll(async () => {
	database = await createTestDatabase();
	const values = ['a', 'b', 'c'].map((key) => sql`(${key}, ${JSON.stringify(`${key}'s`)}, now())`);
	await sql`insert into setting (key, value, changed_at) values ${sql.join(values)}`.execute(database.sql);
});
afterAll(() => database.drop());

const valuesOf = prepared((db, { keys, except }: { keys: readonly string[]; except: string }) =>
	db
		.withTables<Tables>()
		.selectFrom('setting')
		.select(['key', 'value'])
		.where('key', '=', sql<string>`any(${keys}::text[])`)
		.where('key', '<>', except)
		.where('key', '<>', 'constant')
		.orderBy('key'),
);

it('is asked with the values of each call, in their places, wherever it is asked', async () => {
	expect(await valuesOf(database.sql, { keys: ['a', 'b'], except: 'a' })).toEqual([{ key: 'b', value: "b's" }]);
	expect(await valuesOf(database.reads, { except: 'b', keys: ['c', 'b', 'a'] })).toEqual([
		{ key: 'a', value: "a's" },
		{ key: 'c', value: "c's" },
	]);
	const inside = await database.sql.transaction().execute(async (tx) => {
		await sql`delete from setting where key = 'c'`.execute(tx);
		return await valuesOf(tx, { keys: ['a', 'c'], except: '' });
	});
	expect(inside.map(({ key }) => key)).toEqual(['a']);
	expect(await valuesOf(database.sql, { keys: [], except: '' })).toEqual([]);
});

it('two at once do not take each other’s values', async () => {
	const asked = Array.from({ length: 20 }, (_, n) =>
		valuesOf(n % 2 ? database.reads : database.sql, { keys: ['a', 'b'], except: n % 3 ? 'a' : 'b' }),
	);
	const keys = (await Promise.all(asked)).map(([row]) => row?.key);
	expect(keys).toEqual(Array.from({ length: 20 }, (_, n) => (n % 3 ? 'b' : 'a')));
});

it('that looks at a value while it is built is refused: it would be built for that one', async () => {
	const wrong = prepared((db, { key }: { key: string }) =>
		db.withTables<Tables>().selectFrom('setting').select('value').where('key', '=', `${key}!`),
	);
	await expect(wrong(database.sql, { key: 'a' })).rejects.toThrow(/«key»/);
});
