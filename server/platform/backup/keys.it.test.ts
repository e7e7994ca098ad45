import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { createDrill, type Drill, KEY, type Place } from '../../../test/backup-drill.ts';
import { queryOn } from '../../../test/everything.ts';
import { finishRestore } from '../../cli/first-start.ts';
import { readConfig } from '../../config.ts';
import { readKeys, settleKeys, stageKeys } from './keys.ts';
import { restoreBackup } from './restore.ts';
import { verifyBackup } from './verify.ts';
import { writeBackup } from './write.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let drill: Drill;
beforeAll(async () => {
	drill = await createDrill();
});
afterEach(() => drill.clear());
afterAll(() => drill.close());

const keyOf = (place: Place) => readFileSync(join(place.keys, 'drill.key'), 'utf8');
const marker = (place: Place) => queryOn(place.url, "select key from setting where key = 'restore.keys'");

/** Does something on a connection of its own, as the end of a restore does. */
async function on(place: Place, work: (client: pg.Client) => Promise<void>): Promise<void> {
	const client = new pg.Client({ connectionString: place.url });
	await client.connect();
	await work(client).finally(() => client.end());
}

describe('the keys', () => {
	test('go with the archive and come back with it, for their owner only', async () => {
		expect(drill.manifest.keys.map(({ name }) => name)).toContain('drill.key');
		const place = await drill.emptyPlace();
		await restoreBackup(drill.archive, place);
		expect(keyOf(place)).toBe(KEY);
		expect(readdirSync(place.keys)).not.toContain('restoring');
		expect(await marker(place)).toEqual([]);
	});

	test('that were there before are put aside, not lost', async () => {
		const place = await drill.emptyPlace();
		mkdirSync(place.keys, { recursive: true });
		writeFileSync(join(place.keys, 'drill.key'), 'another key');
		await restoreBackup(drill.archive, place);
		expect(keyOf(place)).toBe(KEY);
		const [aside = ''] = readdirSync(place.keys).filter((name) => name.startsWith('drill.key.before-'));
		expect(readFileSync(join(place.keys, aside), 'utf8')).toBe('another key');
		expect([...readKeys(place.keys).keys()]).not.toContain(aside);
	});

	test('can be kept apart; then those in place stay', async () => {
		const { services } = drill.server;
		const target = join(drill.folder, 'keyless.tar.gz');
		const source = { url: services.database.url, files: services.files, keys: null, program: 'test' };
		expect((await writeBackup(source, target)).keys).toEqual([]);
		expect((await verifyBackup(target)).keys).toEqual([]);
		const place = await drill.emptyPlace();
		mkdirSync(place.keys, { recursive: true });
		writeFileSync(join(place.keys, 'drill.key'), 'brought by hand');
		await restoreBackup(target, place);
		expect(keyOf(place)).toBe('brought by hand');
	});
});

describe('a restore that is killed', () => {
	const staged = new Map([['drill.key', Buffer.from('the new key')]]);

	test('before its commit leaves the old keys with the old database', async () => {
		const place = await drill.emptyPlace();
		await restoreBackup(drill.archive, place);
		await on(place, async (client) => {
			await client.query('begin');
			await stageKeys(place.keys, staged, client);
			await client.query('rollback');
		});
		expect(keyOf(place)).toBe(KEY);
		await finishRestore(readConfig({ DATA_DIR: join(place.keys, '..') }), place.url);
		expect(keyOf(place)).toBe(KEY);
		expect(existsSync(join(place.keys, 'restoring'))).toBe(false);
	});

	test('after its commit gets its keys at the next start, also when that was begun already', async () => {
		const place = await drill.emptyPlace();
		await restoreBackup(drill.archive, place);
		const two = new Map([...staged, ['second.key', Buffer.from('the second')] as const]);
		await on(place, (client) => stageKeys(place.keys, two, client));
		// The first of the two was moved when the power went.
		writeFileSync(join(place.keys, 'drill.key'), 'the new key');
		const config = readConfig({ DATA_DIR: join(place.keys, '..') });
		await finishRestore(config, place.url);
		await finishRestore(config, place.url);
		expect(keyOf(place)).toBe('the new key');
		expect(readFileSync(join(place.keys, 'second.key'), 'utf8')).toBe('the second');
		expect(await marker(place)).toEqual([]);
	});
});

describe('the folder of the keys', () => {
	test('is read without what is none', async () => {
		const place = await drill.emptyPlace();
		mkdirSync(join(place.keys, 'folder'), { recursive: true });
		for (const name of ['good.key', '.hidden', 'Upper.key', 'old.key.before-20260101000000']) {
			writeFileSync(join(place.keys, name), name);
		}
		writeFileSync(join(place.keys, 'huge.key'), Buffer.alloc(65 * 1024));
		expect([...readKeys(place.keys).keys()]).toEqual(['good.key']);
		expect(readKeys(join(place.keys, 'none'))).toEqual(new Map());
	});

	test('without anything staged, settling does nothing', async () => {
		const place = await drill.emptyPlace();
		await on(place, (client) => settleKeys(place.keys, client, new Date()));
		expect(existsSync(place.keys)).toBe(false);
	});
});
