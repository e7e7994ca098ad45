import { statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundleStale, freshBundle } from '../scripts/bundle.mjs';
import { ROOT } from '../server/config.ts';
import { runGongkai, spawnGongkai } from './gongkai.ts';

const ARGS = ['clock', '--received', '2026-04-20', '--days', '20'];
/** What the tracing of modules says when sources are translated. */
const COMPILER = /node_modules\/tsx\//;

describe('the bundle (ADR 0010)', () => {
	beforeAll(async () => await bundleStale(), 120_000);

	it('says what the sources say', async () => {
		expect(freshBundle('cli')).not.toBeNull();
		const bundled = await spawnGongkai(ARGS, {});
		expect(bundled).toEqual(await runGongkai(ARGS, {}));
		expect(bundled.out).toContain('2026');
	});

	it('runs without the compiler', async () => {
		expect((await spawnGongkai(ARGS, { NODE_DEBUG: 'esm' })).err).not.toMatch(COMPILER);
	});

	it('is left alone once a source has changed since, and the command goes on from source', async () => {
		const path = join(ROOT, 'server', 'cli', 'clock.ts');
		const { atime, mtime } = statSync(path);
		utimesSync(path, atime, new Date(mtime.getTime() + 5000));
		try {
			expect(freshBundle('cli')).toBeNull();
			const { err, ...answer } = await spawnGongkai(ARGS, { NODE_DEBUG: 'esm' });
			expect(err).toMatch(COMPILER);
			expect(answer).toEqual({ status: 0, out: (await runGongkai(ARGS, {})).out });
		} finally {
			utimesSync(path, atime, mtime);
		}
	});
});
