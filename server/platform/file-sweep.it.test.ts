import { readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../../test/app.ts';
import { eraseFiles, sweepFiles } from './file-sweep.ts';
import { noteFile } from './files.ts';

let server: TestApp;
beforeAll(async () => {
	server = await createTestApp();
	// A table of tomorrow: the sweep has to find it by itself.
	await query('create table tomorrow (id int, paper text references file (sha256))');
});
afterAll(() => server?.close());
beforeEach(() => query('delete from tomorrow'));

const LONG_AGO = new Date(Date.now() - 8 * 86_400_000);
let made = 0;

async function query(statement: string, values: unknown[] = []) {
	return (await server.services.database.pool.query(statement, values)).rows;
}

/** A stored file; `old` as if put there eight days ago. */
async function stored({ noted = true, old = true } = {}): Promise<string> {
	const { files, database } = server.services;
	made += 1;
	const file = await files.put(Buffer.from(`第${made}份`), 1000);
	if (noted) await noteFile(database.sql, file);
	if (old) {
		utimesSync(files.path(file.sha256), LONG_AGO, LONG_AGO);
		await query('update file set created_at = $1 where sha256 = $2', [LONG_AGO, file.sha256]);
	}
	return file.sha256;
}

const sweep = () => sweepFiles(server.services.database.sql, server.services.files);
const there = (sha256: string) => server.services.files.has(sha256);
const row = async (sha256: string) => (await query('select erased_at from file where sha256 = $1', [sha256]))[0];

test('what nobody refers to goes after a week, what somebody does stays, in whatever table', async () => {
	const [loose, nameless, kept, fresh, freshNameless] = [
		await stored(),
		await stored({ noted: false }),
		await stored(),
		await stored({ old: false }),
		await stored({ noted: false, old: false }),
	];
	await query('insert into tomorrow values (1, $1)', [kept]);
	await query(`insert into file_text values ($1, '', '[]', false, now())`, [loose]);
	expect((await sweep()).removed).toBe(2);
	expect(await Promise.all([loose, nameless, kept, fresh, freshNameless].map(there))).toEqual([
		false,
		false,
		true,
		true,
		true,
	]);
	expect(await row(loose)).toBeUndefined();
	expect((await sweep()).removed).toBe(0);
});

test('what a killed upload left is cleared, one under way is not', async () => {
	const incoming = join(server.services.config.dataDir, 'files', 'incoming');
	for (const [name, at] of [
		['left', LONG_AGO],
		['under-way', new Date()],
	] as const) {
		writeFileSync(join(incoming, name), '半份');
		utimesSync(join(incoming, name), at, at);
	}
	await sweep();
	expect(readdirSync(incoming)).toEqual(['under-way']);
	rmSync(join(incoming, 'under-way'));
});

test('an erased file is gone at the next sweep, its row stays; erased and put again, it is there again', async () => {
	const { database, files } = server.services;
	const [erased, again] = [await stored({ old: false }), await stored({ old: false })];
	for (const paper of [erased, again]) await query('insert into tomorrow values (1, $1)', [paper]);
	expect(await eraseFiles(database.sql, new Map([erased, again].map((paper) => [paper, 1])))).toBe(2);
	await noteFile(database.sql, await files.put(Buffer.from(`第${made}份`), 1000));
	expect((await sweep()).removed).toBe(1);
	expect([await there(erased), await there(again)]).toEqual([false, true]);
	expect([(await row(erased))?.erased_at !== null, (await row(again))?.erased_at]).toEqual([true, null]);
});

test('put again but not yet noted while the sweep runs, it is not taken', async () => {
	const { database, files } = server.services;
	const paper = await stored({ old: false });
	await query('insert into tomorrow values (1, $1)', [paper]);
	await eraseFiles(database.sql, new Map([[paper, 1]]));
	await new Promise((resolve) => setTimeout(resolve, 20));
	await files.put(Buffer.from(`第${made}份`), 1000);
	expect((await sweep()).removed).toBe(0);
	expect(await there(paper)).toBe(true);
});

test('what another refers to as well is not erased', async () => {
	const { database } = server.services;
	const paper = await stored({ old: false });
	for (const id of [1, 2]) await query('insert into tomorrow values ($1, $2)', [id, paper]);
	expect(await eraseFiles(database.sql, new Map([[paper, 1]]))).toBe(0);
	expect(await eraseFiles(database.sql, new Map([[paper, 2]]))).toBe(1);
});

test('a folder full of what the database does not know is another county’s: nothing of it is removed', async () => {
	await sweep();
	const before = made;
	for (let count = 0; count < 130; count += 1) await stored({ noted: false });
	const swept = await sweep();
	expect(swept).toEqual({ removed: 0, left: expect.any(Number) });
	expect(swept.left).toBeGreaterThanOrEqual(130);
	expect(made - before).toBe(130);
	// Known to it, most of them are its own, and what is left over goes.
	for await (const name of server.services.files.names()) {
		await query('insert into file values ($1, 1, $2, now()) on conflict do nothing', [name, 'text/plain']);
		await query('insert into tomorrow values (1, $1)', [name]);
	}
	const loose = await stored({ noted: false });
	expect(await sweep()).toEqual({ removed: 1, left: 0 });
	expect(await there(loose)).toBe(false);
});
