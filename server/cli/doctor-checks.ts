import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { type Config, isLoopback, ROOT } from '../config.ts';
import { countySettings, demoSignIns, workingCalendar } from '../modules/offices/index.ts';
import { LOCKS_OF_RESTORE } from '../platform/backup/restore.ts';
import { civilDay, systemClock } from '../platform/clock.ts';
import { connect, type Database } from '../platform/database.ts';
import { folderStore } from '../platform/files.ts';
import { readMigrations } from '../platform/migrate.ts';
import { findBinaries } from '../platform/postgres/binaries.ts';
import { chooseRunner } from '../platform/postgres/run-as.ts';
import type { Finding } from './doctor.ts';
import { sizeText } from './options.ts';

const MIB = 1024 * 1024;
const OLDEST_POSTGRES = 15;

const ok = (text: string): Finding => ({ level: 'ok', text });
const warn = (text: string): Finding => ({ level: 'warn', text });
const fail = (text: string): Finding => ({ level: 'fail', text });

/** The machine: Node, folder, disk, database programs, the built workbench. */
export function hostChecks(config: Config): Finding[] {
	return [nodeCheck(process.versions.node), folderCheck(config), ...programCheck(config), workbenchCheck()];
}

export function nodeCheck(version: string): Finding {
	const [major = 0, minor = 0] = version.split('.').map(Number);
	const fits = major > 20 || (major === 20 && minor >= 19);
	return fits ? ok(`Node.js ${version}`) : fail(`Node.js ${version} 过旧，需要 20.19 或更高版本`);
}

function folderCheck({ dataDir }: Config): Finding {
	try {
		mkdirSync(dataDir, { recursive: true });
		accessSync(dataDir, constants.W_OK);
	} catch {
		return fail(`数据目录 ${dataDir} 不能写入`);
	}
	const { bavail, bsize } = statfsSync(dataDir);
	return diskCheck(dataDir, bavail * bsize);
}

export function diskCheck(dataDir: string, free: number): Finding {
	const text = `数据目录 ${dataDir}，可用空间 ${sizeText(free)}`;
	if (free < 200 * MIB) return fail(`${text}，空间不足，数据库可能停止写入`);
	return free < 2048 * MIB ? warn(`${text}，请尽快清理`) : ok(text);
}

function programCheck(config: Config): Finding[] {
	if (config.databaseUrl) return [ok('使用 DATABASE_URL 指定的数据库')];
	try {
		const runner = chooseRunner(findBinaries(config.pgBin), join(config.dataDir, 'pg'));
		const { file, args, options } = runner.command('postgres', ['--version']);
		const { stdout, status } = spawnSync(file, args, { ...options, encoding: 'utf8' });
		return [status === 0 ? ok(`数据库程序 ${String(stdout).trim()}`) : fail('内置数据库程序不能运行')];
	} catch (error) {
		return [fail((error as Error).message)];
	}
}

function workbenchCheck(): Finding {
	const built = existsSync(join(ROOT, 'workbench', 'dist', 'index.html'));
	return built ? ok('工作台已构建') : warn('工作台尚未构建，启动时会自动构建');
}

/** The database and what it holds. Changes nothing. */
export async function databaseChecks(config: Config, url: string): Promise<Finding[]> {
	const database = connect(url, 2);
	try {
		const findings = [await versionCheck(database), await lockCheck(database)];
		const pending = await migrationCheck(database);
		findings.push(pending);
		if (pending.level !== 'ok') return findings;
		findings.push(...(await countyChecks(config, database)), await calendarCheck(database), await jobCheck(database));
		findings.push(await fileCheck(config, database));
		return findings;
	} finally {
		await database.close();
	}
}

async function versionCheck({ pool }: Database): Promise<Finding> {
	const { rows } = await pool.query<{ text: string; number: string }>(
		"select current_setting('server_version') as text, current_setting('server_version_num') as number",
	);
	const text = `PostgreSQL ${rows[0]?.text ?? '?'}`;
	const old = Number(rows[0]?.number ?? 0) < OLDEST_POSTGRES * 10_000;
	return old ? fail(`${text} 过旧，需要 ${OLDEST_POSTGRES} 或更高版本`) : ok(text);
}

/** A backup that cannot be restored is found out too late. */
async function lockCheck({ pool }: Database): Promise<Finding> {
	const { rows } = await pool.query<{ locks: number }>(
		`select current_setting('max_locks_per_transaction')::int
			* (current_setting('max_connections')::int + current_setting('max_prepared_transactions')::int) as locks`,
	);
	return (rows[0]?.locks ?? 0) < LOCKS_OF_RESTORE
		? warn('数据库允许的锁太少，恢复备份会失败：请把 max_locks_per_transaction 改为 256')
		: ok('数据库允许的锁足够恢复备份');
}

async function migrationCheck({ pool }: Database): Promise<Finding> {
	const there = await pool.query<{ at: string | null }>("select to_regclass('public.migration')::text as at");
	if (!there.rows[0]?.at) return warn('数据库是空的，启动时会建立表结构');
	const { rows } = await pool.query<{ name: string; hash: string }>('select name, hash from migration');
	const done = new Map(rows.map(({ name, hash }) => [name, hash]));
	const known = readMigrations();
	const newer = rows.filter(({ name }) => !known.some((migration) => migration.name === name));
	if (newer.length > 0) return fail(`数据库来自更新版本的程序（${newer[0]?.name}）`);
	const changed = known.find(({ name, hash }) => done.has(name) && done.get(name) !== hash);
	if (changed) return fail(`已执行的迁移 ${changed.name} 与程序中的内容不一致`);
	const missing = known.filter(({ name }) => !done.has(name));
	return missing.length > 0 ? warn(`数据库结构待升级 ${missing.length} 步，启动时自动进行`) : ok('数据库结构为最新');
}

const asReader = ({ sql }: Database) => {
	const now = systemClock.now();
	return { sql, now, today: civilDay(now), actor: { kind: 'system', name: 'gongkai doctor' } as const };
};

async function countyChecks(config: Config, database: Database): Promise<Finding[]> {
	const { rows } = await database.pool.query<{ n: number }>("select count(*) as n from office where status = 'active'");
	const offices = rows[0]?.n ?? 0;
	if (offices === 0) return [warn('尚未建立县级系统：运行 gongkai init，或启动后载入演示数据')];
	const { site } = await countySettings(asReader(database));
	const findings = [ok(`${site.county || '本县'}，机关 ${offices} 个`)];
	const demo = await demoSignIns(database);
	if (demo.length > 0 && !isLoopback(config.host)) findings.push(warn('这是演示数据；演示账号只能在本机登录'));
	return findings;
}

/** The notice of the next year appears in November; from then on limits reach into a year nobody has arranged yet. */
async function calendarCheck(database: Database): Promise<Finding> {
	const { latest } = await workingCalendar(database);
	return coverageCheck(latest.lastCovered, civilDay(systemClock.now()));
}

export function coverageCheck(covered: string | null, today: string): Finding {
	if (covered === null || covered < today)
		return fail(`工作日历只到 ${covered ?? '—'}，期限暂按周末推算，请载入节假日通知`);
	const late = covered.slice(0, 4) === today.slice(0, 4) && today.slice(5) >= '11-01';
	return late ? warn(`工作日历到 ${covered}，请载入下一年的节假日通知`) : ok(`工作日历到 ${covered}`);
}

async function jobCheck({ pool }: Database): Promise<Finding> {
	const { rows } = await pool.query<{ failed: number; waiting: number }>(
		`select count(*) filter (where failed_at is not null) as failed,
			count(*) filter (where done_at is null and failed_at is null and run_at < now() - interval '1 hour') as waiting from job`,
	);
	const { failed = 0, waiting = 0 } = rows[0] ?? {};
	if (failed > 0) return warn(`有 ${failed} 项后台任务多次失败后停止，见运行日志`);
	return waiting > 0 ? warn(`有 ${waiting} 项后台任务等待超过一小时，系统可能没有运行`) : ok('后台任务正常');
}

async function fileCheck(config: Config, { pool }: Database): Promise<Finding> {
	const files = folderStore(join(config.dataDir, 'files'));
	const { rows } = await pool.query<{ sha256: string }>('select sha256 from file');
	const missing = rows.filter(({ sha256 }) => !existsSync(files.path(sha256)));
	if (missing.length > 0)
		return fail(`数据目录中缺少 ${missing.length} 个已登记的文件（共 ${rows.length} 个），请从备份恢复`);
	return ok(`文件 ${rows.length} 个，齐全`);
}
