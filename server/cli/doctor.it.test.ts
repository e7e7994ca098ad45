import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createTestApp, type TestApp } from '../../test/app.ts';
import { createTestDatabase } from '../../test/database.ts';
import { makeCounty } from '../../test/fixtures.ts';
import { runGongkai } from '../../test/gongkai.ts';
import { noteFile } from '../platform/files.ts';
import { coverageCheck, diskCheck, nodeCheck } from './doctor-checks.ts';

// Whole databases are filled, written and compared; on a busy machine that takes its time.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let server: TestApp;
const folder = mkdtempSync(join(tmpdir(), 'gongkai-doctor-'));
beforeAll(async () => {
	server = await createTestApp();
	await makeCounty(server);
});
afterAll(async () => {
	await server.close();
	rmSync(folder, { recursive: true, force: true });
});

const doctor = (env: Record<string, string> = {}) => {
	const { dataDir } = server.services.config;
	return runGongkai(['doctor'], { DATABASE_URL: server.services.database.url, DATA_DIR: dataDir, ...env });
};

describe('gongkai doctor', () => {
	test('finds a sound county sound', async () => {
		const answer = await doctor();
		expect(answer.status).toBe(0);
		expect(answer.out).toContain('✓ 数据库结构为最新');
		expect(answer.out).toContain('机关 4 个');
		expect(answer.out).toContain('✓ 后台任务正常');
		expect(answer.out).toContain('✓ 文件 0 个，齐全');
		expect(answer.out).not.toContain('✗');
	});

	test('finds files that are gone, jobs that gave up, a changed migration', async () => {
		const { files, database } = server.services;
		const file = await files.put(Buffer.from('x'), 10);
		await noteFile(database.sql, file);
		rmSync(files.path(file.sha256));
		await database.pool.query(`insert into job (kind, failed_at) values ('test', now())`);
		const answer = await doctor();
		expect(answer.status).toBe(1);
		expect(answer.out).toContain('✗ 数据目录中缺少 1 个已登记的文件（共 1 个），请从备份恢复');
		expect(answer.out).toContain('！ 有 1 项后台任务多次失败后停止');
		await database.pool.query(`update migration set hash = 'x' where name = '0001_platform.sql'`);
		expect((await doctor()).out).toContain('✗ 已执行的迁移 0001_platform.sql 与程序中的内容不一致');
	});

	test('tells an empty database from one that is newer or not there', async () => {
		const empty = await createTestDatabase();
		await empty.pool.query(`insert into migration (name, hash) values ('9001_future.sql', 'x')`);
		const newer = await doctor({ DATABASE_URL: empty.url });
		expect(newer.out).toContain('✗ 数据库来自更新版本的程序（9001_future.sql）');
		await empty.pool.query('drop schema public cascade; create schema public');
		const answer = await doctor({ DATABASE_URL: empty.url });
		expect(answer).toMatchObject({ status: 0 });
		expect(answer.out).toContain('！ 数据库是空的');
		await empty.drop();
		const gone = await doctor({ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' });
		expect(gone.status).toBe(1);
		expect(gone.out).toContain('✗ 数据库无法使用');
	});

	test('says that the programs for a database are missing', async () => {
		const answer = await runGongkai(['doctor'], { DATA_DIR: join(folder, 'new'), GONGKAI_PG_BIN: '/nowhere' });
		expect(answer.status).toBe(1);
		expect(answer.out).toContain('✗ GONGKAI_PG_BIN 指定的目录里没有 postgres：/nowhere');
	});
});

describe('single checks', () => {
	test.each([
		['20.19.0', 'ok'],
		['20.18.3', 'fail'],
		['18.20.0', 'fail'],
		['22.1.0', 'ok'],
	])('Node %s: %s', (version, level) => expect(nodeCheck(version).level).toBe(level));

	test.each([
		[50_000_000, 'fail'],
		[1_000_000_000, 'warn'],
		[90_000_000_000, 'ok'],
	])('%d bytes free: %s', (free, level) => expect(diskCheck('/data', free).level).toBe(level));

	test.each([
		['2026-12-31', '2026-10-31', 'ok'],
		['2026-12-31', '2026-11-01', 'warn'],
		['2027-12-31', '2026-12-30', 'ok'],
		['2026-12-31', '2027-01-01', 'fail'],
		[null, '2026-01-01', 'fail'],
	])('calendar to %s on %s: %s', (covered, today, level) => expect(coverageCheck(covered, today).level).toBe(level));
});
