import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { createDrill, type Drill } from '../../test/backup-drill.ts';
import { everythingIn, queryOn } from '../../test/everything.ts';
import { runGongkai, startGongkai } from '../../test/gongkai.ts';
import { restoreBackup } from '../platform/backup/restore.ts';

// Whole databases are filled, written and compared; on a busy machine that takes its time.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let drill: Drill;
beforeAll(async () => {
	drill = await createDrill();
});
afterEach(() => drill.clear());
afterAll(() => drill.close());

const folderOf = (name: string) => {
	const folder = join(drill.folder, name);
	mkdirSync(folder, { recursive: true });
	return folder;
};

describe('gongkai backup', () => {
	test('takes the database of DATABASE_URL or --url, and the files of the data folder', async () => {
		const { url } = drill.server.services.database;
		const env = { DATA_DIR: drill.server.services.config.dataDir };
		const [one, two] = [join(drill.folder, 'one.tar.gz'), join(drill.folder, 'deep', 'two.tar.gz')];
		const first = await runGongkai(['backup', one], { ...env, DATABASE_URL: url });
		expect(first).toMatchObject({ status: 0, err: '' });
		expect(first.out).toMatch(/已备份到 .*one\.tar\.gz\n {2}\d+ 行数据，3 个文件，[\d.]+ MB/);
		expect((await runGongkai(['backup', two, '--url', url], env)).status).toBe(0);
		const check = await runGongkai(['restore', '--check', two], env);
		expect(check.out).toMatch(/^青河县，备份于 .*\n备份完好。\n$/);
	});

	test('does not overwrite a file', async () => {
		const target = join(drill.folder, 'taken.tar.gz');
		writeFileSync(target, 'precious');
		const refused = await runGongkai(['backup', target], { DATA_DIR: drill.folder });
		expect(refused.status).toBe(1);
		expect(refused.err).toContain('文件已存在');
		expect(readFileSync(target, 'utf8')).toBe('precious');
	});

	test('says which files were lost and ends with status 1, the archive kept', async () => {
		const { files, config, database } = drill.server.services;
		const [file] = drill.manifest.files.filter(({ size }) => size > 0);
		const path = files.path(file?.sha256 ?? '');
		const bytes = readFileSync(path);
		rmSync(path);
		const target = join(drill.folder, 'lossy.tar.gz');
		const answer = await runGongkai(['backup', target], { DATA_DIR: config.dataDir, DATABASE_URL: database.url });
		writeFileSync(path, bytes);
		expect(answer.status).toBe(1);
		expect(answer.err).toContain(`有 1 个文件在磁盘上缺失或已损坏，没有备份：\n  ${file?.sha256}`);
		expect(statSync(target).size).toBeGreaterThan(1000);
	});

	test('explains a database it cannot reach', async () => {
		const answer = await runGongkai(['backup', join(drill.folder, 'x.tar.gz')], {
			DATA_DIR: folderOf('nowhere'),
			DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
		});
		expect(answer).toMatchObject({ status: 1, err: '数据库没有响应，请检查 DATABASE_URL，或数据库是否已启动。\n' });
	});
});

describe('gongkai restore', () => {
	test('without a file, or with an unknown option, shows how it is used', async () => {
		const none = await runGongkai(['restore'], {});
		expect(none.status).toBe(2);
		expect(none.err).toContain('请指定备份文件。\n\n用法：gongkai restore');
		expect((await runGongkai(['restore', '--force', 'x'], {})).err).toContain('无法识别的参数：--force');
	});

	test('killed in the middle, leaves what was there; the next one succeeds', async () => {
		const place = await drill.emptyPlace();
		await restoreBackup(drill.archive, place);
		await queryOn(place.url, `update person set phone = '0999-1' where login_name = 'clerk'`);
		const before = await everythingIn(place.url);
		const env = { DATABASE_URL: place.url, DATA_DIR: folderOf('killed') };
		const { child, ended } = startGongkai(['restore', drill.archive, '--replace'], env);
		child.stdout?.on('data', (chunk: Buffer) => {
			if (chunk.toString().includes('已恢复 audit_entry')) child.kill('SIGKILL');
		});
		expect(await ended).toMatchObject({ status: -1, err: '' });
		expect(child.signalCode).toBe('SIGKILL');
		expect(await everythingIn(place.url)).toEqual(before);
		expect((await runGongkai(['restore', drill.archive, '--replace'], env)).status).toBe(0);
		expect(await everythingIn(place.url)).toEqual(drill.original);
	});
});
