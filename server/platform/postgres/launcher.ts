import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { findBinaries } from './binaries.ts';
import { alive } from './instance-lock.ts';
import { chooseRunner, type Runner } from './run-as.ts';

/** A running embedded PostgreSQL: its address, and how to end it (fast shutdown; committed work is safe). */
export interface RunningPostgres {
	url: string;
	/** True when a server left over by a killed process was taken over instead of started. */
	adopted: boolean;
	stop(): Promise<void>;
}

export interface LaunchOptions {
	/** Folder for the cluster, its password and its log. */
	dataDir: string;
	pgBin?: string | undefined;
	/** Extra server settings, such as `fsync=off` in tests. */
	settings?: string[];
	progress?: (text: string) => void;
}

const SETTINGS = [
	'max_connections=100',
	'shared_buffers=64MB',
	'timezone=Asia/Shanghai',
	'log_timezone=Asia/Shanghai',
	'jit=off',
	// A restore takes every table, index and key of the county away and makes them anew in one transaction.
	'max_locks_per_transaction=256',
];

/** Starts (or adopts) the PostgreSQL of this data folder and makes the database `gongkai`. The folder must be locked by the caller. */
export async function launchPostgres(options: LaunchOptions): Promise<RunningPostgres> {
	const { dataDir, progress = () => {} } = options;
	mkdirSync(dataDir, { recursive: true });
	const runner = chooseRunner(findBinaries(options.pgBin), join(dataDir, 'pg'));
	const password = readPassword(dataDir);
	if (!existsSync(join(runner.cluster, 'PG_VERSION'))) {
		progress('正在初始化数据库…');
		initialize(runner, dataDir, password);
	}
	const running = await adopt(runner.cluster, password);
	if (running) return running;
	progress('正在启动数据库…');
	return await start(runner, dataDir, password, options.settings ?? []);
}

function readPassword(dataDir: string): string {
	const path = join(dataDir, 'pg-password');
	if (!existsSync(path)) writeFileSync(path, randomBytes(24).toString('hex'), { mode: 0o600 });
	return readFileSync(path, 'utf8').trim();
}

function initialize(runner: Runner, dataDir: string, password: string): void {
	// PG_VERSION is written last; a folder without it is an initialisation that was killed.
	rmSync(runner.cluster, { recursive: true, force: true });
	mkdirSync(runner.cluster, { mode: 0o700, recursive: true });
	runner.own(runner.cluster);
	const passwordFile = join(runner.cluster, '..', '.pg-init-password');
	writeFileSync(passwordFile, password, { mode: 0o600 });
	runner.own(passwordFile);
	const modern = version(runner) >= 17 ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'] : [];
	const args = [
		'-D',
		runner.cluster,
		'-U',
		'gongkai',
		'-A',
		'scram-sha-256',
		`--pwfile=${passwordFile}`,
		'-E',
		'UTF8',
		'--locale=C',
		...modern,
	];
	const { file, args: line, options } = runner.command('initdb', args);
	const result = spawnSync(file, line, { ...options, encoding: 'utf8' });
	rmSync(passwordFile, { force: true });
	if (result.status !== 0)
		throw new Error(`数据库初始化失败（目录 ${dataDir}）：${result.stderr || result.error?.message || ''}`);
}

function version(runner: Runner): number {
	const { file, args, options } = runner.command('postgres', ['--version']);
	const result = spawnSync(file, args, { ...options, encoding: 'utf8' });
	return Number(/(\d+)/.exec(result.stdout)?.[1] ?? 0);
}

/** A server whose Node process was killed lives on; its owner being gone (the caller holds the lock), it is ours to use. */
async function adopt(cluster: string, password: string): Promise<RunningPostgres | null> {
	const pidFile = join(cluster, 'postmaster.pid');
	if (!existsSync(pidFile)) return null;
	const [pid, , , port] = readFileSync(pidFile, 'utf8').split('\n');
	if (!pid || !port || !alive(Number(pid))) return null;
	const url = address(Number(port), password);
	try {
		await ensureDatabase(url, 20);
	} catch {
		return null;
	}
	return { url, adopted: true, stop: () => endByPid(Number(pid)) };
}

async function start(runner: Runner, dataDir: string, password: string, settings: string[]): Promise<RunningPostgres> {
	const port = await freePort();
	const flags = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', ...SETTINGS, ...settings].flatMap((s) => [
		'-c',
		s,
	]);
	const log = openSync(join(dataDir, 'postgres.log'), 'a', 0o600);
	const { file, args, options } = runner.command('postgres', ['-D', runner.cluster, '-p', String(port), ...flags]);
	// Its own process group: Ctrl-C in the terminal reaches only us, and we end it in order.
	const child = spawn(file, args, { ...options, stdio: ['ignore', log, log], detached: process.platform !== 'win32' });
	let failed: string | null = null;
	child.once('error', (error) => {
		failed = error.message;
	});
	child.once('exit', (code) => {
		failed = `退出码 ${code}`;
	});
	const url = address(port, password);
	try {
		await ensureDatabase(url, 600, () => failed);
	} catch (error) {
		child.kill('SIGINT');
		throw new Error(`数据库没有启动成功：${(error as Error).message}。详情见 ${join(dataDir, 'postgres.log')}`);
	}
	child.unref();
	return { url, adopted: false, stop: () => end(child) };
}

function address(port: number, password: string): string {
	return `postgres://gongkai:${password}@127.0.0.1:${port}/gongkai`;
}

async function ensureDatabase(url: string, attempts: number, failed: () => string | null = () => null): Promise<void> {
	const admin = new URL(url);
	admin.pathname = '/postgres';
	for (let attempt = 0; ; attempt++) {
		const reason = failed();
		if (reason) throw new Error(reason);
		const client = new pg.Client({ connectionString: admin.href });
		try {
			await client.connect();
			const found = await client.query("select 1 from pg_database where datname = 'gongkai'");
			if (found.rowCount === 0) await client.query('create database gongkai');
			return;
		} catch (error) {
			if (attempt >= attempts) throw error;
			await sleep(50);
		} finally {
			await client.end().catch(() => {});
		}
	}
}

async function end(child: ChildProcess): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
	child.ref();
	child.kill('SIGINT');
	await gone;
}

async function endByPid(pid: number): Promise<void> {
	process.kill(pid, 'SIGINT');
	for (let i = 0; i < 400 && alive(pid); i++) await sleep(25);
}

function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const probe = createServer();
		probe.once('error', reject);
		probe.listen(0, '127.0.0.1', () => {
			const found = probe.address();
			probe.close(() => resolve(typeof found === 'object' && found ? found.port : 0));
		});
	});
}
