import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MODULES } from '../server/compose.ts';
import { type House, openHouse } from './support/house.ts';

/**
 * «A job may run twice; every handler bears it»: a node that dies is succeeded by another, which does again what was done. Each
 * job the house knows is run on the demo county with the payloads it had there, again, and on two nodes at once.
 */
let house: House;
beforeAll(async () => {
	house = await openHouse();
});
afterAll(() => house?.close());

const kinds = MODULES.flatMap(({ jobs = {} }) => Object.keys(jobs)).sort();
/** What waits for machines outside has tests with such machines; here it would wait for its time-outs. */
const OUTSIDE = /^messaging\.|^channels\.draft|^supervision\.visit/;

/** What nothing in the demo starts; its tests are with its module. */
const NEVER = ['applications.lookThrough', 'applications.tellApplicant', 'publishing.reindex'];
const tried = kinds.filter((kind) => !OUTSIDE.test(kind) && !NEVER.includes(kind));

/** Tables that tell what the machine did, not what the county has. */
const NOTES = ['job', 'event', 'monitor_round'];

/** Payloads a kind of job had, the newest first; an empty one for what runs by the clock. */
async function payloads(kind: string): Promise<Record<string, unknown>[]> {
	const { rows } = await house.database.pool.query<{ payload: Record<string, unknown> }>(
		'select payload from job where kind = $1 order by id desc limit 3',
		[kind],
	);
	if (rows.length > 0) return rows.map(({ payload }) => payload);
	return kind.endsWith('Imported') ? [{ documentIds: await somePublic() }] : [{}];
}

/** The demo imports nothing that is public: documents of its own stand for what an import takes in. */
async function somePublic(): Promise<number[]> {
	const { rows } = await house.database.pool.query('select document_id from publication order by 1 limit 20');
	return rows.map(({ document_id }) => Number(document_id));
}

async function changedBy(work: () => Promise<unknown>): Promise<string[]> {
	const before = await house.everything();
	await work();
	const after = await house.everything();
	return [...after].filter(([name, hash]) => !NOTES.includes(name) && before.get(name) !== hash).map(([name]) => name);
}

describe('a job', () => {
	it('is known by a name of its own', () => {
		expect(new Set(kinds).size).toBe(kinds.length);
		expect(tried.length).toBeGreaterThan(15);
	});

	it.each(tried)('%s, done again, changes nothing', async (kind) => {
		for (const payload of await payloads(kind)) {
			await house.work(kind, payload);
			expect(await changedBy(() => house.work(kind, payload)), JSON.stringify(payload)).toEqual([]);
		}
	});

	it.each(tried)('%s, done by two nodes at once, is done once', async (kind) => {
		const [payload = {}] = await payloads(kind);
		const both = () => Promise.allSettled([house.work(kind, payload), house.work(kind, payload)]);
		expect(await changedBy(both), JSON.stringify(payload)).toEqual([]);
		// One of the two may lose to the other and be tried again; both must not fail.
		expect((await both()).some(({ status }) => status === 'fulfilled')).toBe(true);
	});
});
