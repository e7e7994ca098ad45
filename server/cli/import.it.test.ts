import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/database.ts';
import { runGongkai } from '../../test/gongkai.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let folder: string;
let database: TestDatabase;

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'gongkai-cli-import-'));
	database = await createTestDatabase();
});
afterAll(async () => {
	await database.drop();
	rmSync(folder, { recursive: true, force: true });
});

const cli = (...args: string[]) => runGongkai(args, { DATABASE_URL: database.url, DATA_DIR: folder });

describe('gongkai import documents', () => {
	it('says how it is used, and what is wrong with how it was', async () => {
		expect((await cli('import', '--help')).out).toContain('gongkai import documents');
		expect((await cli('import', 'people', 'x.csv')).status).toBe(2);
		const missing = await cli('import', 'documents', join(folder, '没有.csv'));
		expect(missing).toMatchObject({ status: 1, err: expect.stringContaining('没有') });
	});

	it('tells what became of each record, in a report a spreadsheet opens', async () => {
		const path = join(folder, 'docs.jsonl');
		const rows = [
			{ id: 1, title: '=1+1', html: '<p>x</p>' },
			{ title: '', html: '' },
		];
		writeFileSync(path, rows.map((row) => JSON.stringify(row)).join('\n'));
		const report = join(folder, 'result.csv');
		const done = await cli('import', 'documents', path, '--dry-run', '--report', report);
		expect(done.status).toBe(1);
		expect(done.out).toContain('检查 2 条：可以公开 0，拟稿 0，以前导入过 0，未导入 2。');
		expect(done.err).toContain('没有标题');
		const written = readFileSync(report, 'utf8');
		expect(written.startsWith('\ufeff位置,标题,结果,说明\r\n')).toBe(true);
		// A title that would be taken for a formula.
		expect(written).toContain(`"'=1+1"`);
		expect(written.trim().split('\r\n')).toHaveLength(3);
		const nowhere = await cli('import', 'documents', path, '--report', join(folder, 'none', 'result.csv'));
		expect(nowhere).toMatchObject({ status: 1, err: expect.stringContaining('无法写入') });
	});
});

it('gongkai site export wants its two addresses, and a folder', async () => {
	expect((await cli('site', 'export')).status).toBe(2);
	const done = await cli('site', 'export', join(folder, 'site'));
	expect(done).toMatchObject({ status: 1, err: expect.stringContaining('PUBLIC_URL') });
});
