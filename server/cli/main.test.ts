import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { runGongkai } from '../../test/gongkai.ts';
import { keyPath, openVault } from '../platform/vault/index.ts';
import { sizeText } from './options.ts';

describe('the command line', () => {
	test('without a command shows what there is, status 2; with --help status 0', async () => {
		const none = await runGongkai([], {});
		expect(none.status).toBe(2);
		for (const name of ['serve', 'init', 'backup', 'restore', 'migrate', 'doctor', 'keys', 'clock', 'report']) {
			expect(none.out).toMatch(new RegExp(`^ {2}${name} +\\S`, 'm'));
		}
		expect(await runGongkai(['--help'], {})).toMatchObject({ status: 0, out: none.out });
	});

	test('does not know every word', async () => {
		const answer = await runGongkai(['destroy'], {});
		expect(answer.status).toBe(2);
		expect(answer.err).toContain('没有「destroy」这个命令');
	});

	test.each(['init', 'backup', 'restore', 'doctor', 'keys'])(
		'%s --help says how it is used and does nothing',
		async (name) => {
			const answer = await runGongkai([name, '--help'], { DATA_DIR: '/nowhere/at/all' });
			expect(answer).toMatchObject({ status: 0, err: '' });
			expect(answer.out).toMatch(new RegExp(`^用法：gongkai ${name}`));
		},
	);

	test('names the variable that is wrong', async () => {
		const answer = await runGongkai(['migrate'], { PORT: 'eighty' });
		expect(answer).toMatchObject({ status: 1 });
		expect(answer.err).toContain('环境变量 PORT 不正确');
	});
});

describe('gongkai keys', () => {
	const dataDir = mkdtempSync(join(tmpdir(), 'gongkai-keys-'));
	const run = (...args: string[]) => runGongkai(['keys', ...args], { DATA_DIR: dataDir });
	afterAll(() => rmSync(dataDir, { recursive: true }));

	test('says that there is none yet, and makes none', async () => {
		expect(await run()).toMatchObject({ status: 1, out: '' });
		expect(await run('rotate')).toMatchObject({ status: 1 });
		expect(existsSync(keyPath(dataDir))).toBe(false);
	});

	test('lists them without showing them, and adds one', async () => {
		openVault(dataDir);
		const before = await run();
		expect(before.out).toMatch(/^当前 {2}k1-[0-9a-f]{8}\n$/);
		const rotated = await run('rotate');
		expect([rotated.status, rotated.out]).toEqual([0, expect.stringContaining('请备份')]);
		const after = await run();
		expect(after.out).toMatch(/^旧　 {2}k1-[0-9a-f]{8}\n当前 {2}k2-[0-9a-f]{8}\n$/);
		const { keys } = JSON.parse(readFileSync(keyPath(dataDir), 'utf8')) as { keys: Record<string, string> };
		for (const key of Object.values(keys)) expect(after.out + rotated.out).not.toContain(key);
		expect((await run('destroy')).status).toBe(2);
	});
});

test.each([
	[0, '0 B'],
	[1023, '1023 B'],
	[1024, '1.0 kB'],
	[5_000_000, '4.8 MB'],
	[3e12, '2.7 TB'],
])('%d bytes: %s', (bytes, text) => expect(sizeText(bytes)).toBe(text));
