import { describe, expect, test } from 'vitest';
import { runGongkai } from '../../test/gongkai.ts';
import { sizeText } from './options.ts';

describe('the command line', () => {
	test('without a command shows what there is, status 2; with --help status 0', async () => {
		const none = await runGongkai([], {});
		expect(none.status).toBe(2);
		for (const name of ['serve', 'init', 'backup', 'restore', 'migrate', 'doctor', 'clock', 'report']) {
			expect(none.out).toMatch(new RegExp(`^ {2}${name} +\\S`, 'm'));
		}
		expect(await runGongkai(['--help'], {})).toMatchObject({ status: 0, out: none.out });
	});

	test('does not know every word', async () => {
		const answer = await runGongkai(['destroy'], {});
		expect(answer.status).toBe(2);
		expect(answer.err).toContain('没有「destroy」这个命令');
	});

	test.each(['init', 'backup', 'restore', 'doctor'])('%s --help says how it is used and does nothing', async (name) => {
		const answer = await runGongkai([name, '--help'], { DATA_DIR: '/nowhere/at/all' });
		expect(answer).toMatchObject({ status: 0, err: '' });
		expect(answer.out).toMatch(new RegExp(`^用法：gongkai ${name}`));
	});

	test('names the variable that is wrong', async () => {
		const answer = await runGongkai(['migrate'], { PORT: 'eighty' });
		expect(answer).toMatchObject({ status: 1 });
		expect(answer.err).toContain('环境变量 PORT 不正确');
	});
});

test.each([
	[0, '0 B'],
	[1023, '1023 B'],
	[1024, '1.0 kB'],
	[5_000_000, '4.8 MB'],
	[3e12, '2.7 TB'],
])('%d bytes: %s', (bytes, text) => expect(sizeText(bytes)).toBe(text));
