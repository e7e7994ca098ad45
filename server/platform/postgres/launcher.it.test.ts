import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FolderInUse, lockFolder } from './instance-lock.ts';
import { launchPostgres } from './launcher.ts';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'gongkai-launcher-'));
	// `nobody` has to reach it when the tests run as root.
	chmodSync(folder, 0o755);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function ask(url: string, text: string): Promise<unknown[]> {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	try {
		return (await client.query(text)).rows;
	} finally {
		await client.end();
	}
}

describe('the embedded server', () => {
	test('starts on an empty folder, keeps what was committed, and stops', async () => {
		const first = await launchPostgres({ dataDir: folder });
		await ask(first.url, 'create table kept as select 42 as answer');
		await first.stop();
		const second = await launchPostgres({ dataDir: folder });
		expect(await ask(second.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
		await second.stop();
		expect(existsSync(join(folder, 'pg', 'postmaster.pid'))).toBe(false);
	});

	test('listens on this machine only, wants a password, and keeps it in a file only its owner reads', async () => {
		const running = await launchPostgres({ dataDir: folder });
		expect(await ask(running.url, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
		const wrong = new URL(running.url);
		wrong.password = 'wrong';
		await expect(ask(wrong.href, 'select 1')).rejects.toThrow('password authentication failed');
		expect(statSync(join(folder, 'pg-password')).mode & 0o077).toBe(0);
		await running.stop();
	});

	test('a server that outlived its killed parent is taken over, with everything committed', async () => {
		const first = await launchPostgres({ dataDir: folder });
		await ask(first.url, 'create table kept as select 1 as n');
		const second = await launchPostgres({ dataDir: folder });
		expect(second.adopted).toBe(true);
		expect(second.url).toBe(first.url);
		await second.stop();
	});

	test('an initialisation that was killed half way is done again', async () => {
		mkdirSync(join(folder, 'pg', 'base'), { recursive: true });
		writeFileSync(join(folder, 'pg', 'half'), '');
		const running = await launchPostgres({ dataDir: folder });
		expect(existsSync(join(folder, 'pg', 'half'))).toBe(false);
		await running.stop();
	});

	test.runIf(process.getuid?.() === 0)(
		'works under a folder only root can enter, without a user namespace too',
		async () => {
			chmodSync(folder, 0o700);
			const inside = join(folder, 'inner');
			const running = await launchPostgres({ dataDir: inside });
			expect(await ask(running.url, 'select 1 as n')).toEqual([{ n: 1 }]);
			await running.stop();
		},
	);

	test('a cluster it cannot start is reported with the place of the log', async () => {
		const running = await launchPostgres({ dataDir: folder });
		await running.stop();
		const failing = launchPostgres({ dataDir: folder, settings: ['shared_buffers=nonsense'] });
		await expect(failing).rejects.toThrow('postgres.log');
		expect(readFileSync(join(folder, 'postgres.log'), 'utf8')).toContain('shared_buffers');
	});
});

describe('one instance per folder', () => {
	const lock = () => join(folder, 'instance.lock');

	test('a second one is refused while the first lives, and may come after it', () => {
		const first = lockFolder(lock());
		expect(() => lockFolder(lock())).toThrow(FolderInUse);
		expect(() => lockFolder(lock())).toThrow(`进程号 ${process.pid}`);
		first.release();
		lockFolder(lock()).release();
	});

	test('the lock of a dead process, a torn lock, and a pid now worn by another are taken over', async () => {
		const dead = spawnSync(process.execPath, ['-e', '']).pid;
		writeFileSync(lock(), JSON.stringify({ pid: dead, born: '1' }));
		lockFolder(lock()).release();
		writeFileSync(lock(), '{"pid":');
		lockFolder(lock()).release();
		const other = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 10000)']);
		writeFileSync(lock(), JSON.stringify({ pid: other.pid, born: 'before it was born' }));
		lockFolder(lock()).release();
		other.kill();
	});
});
