import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createDrill, type Drill } from '../../../test/backup-drill.ts';
import { queryOn } from '../../../test/everything.ts';
import { launchPostgres, type RunningPostgres } from '../postgres/launcher.ts';
import { CannotRestore, LOCKS_OF_RESTORE, restoreBackup } from './restore.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let drill: Drill;
let small: RunningPostgres;
const dataDir = mkdtempSync(join(tmpdir(), 'gongkai-locks-'));
beforeAll(async () => {
	drill = await createDrill();
	// As an administrator may have set a database that is not ours.
	small = await launchPostgres({
		dataDir,
		pgBin: process.env.GONGKAI_PG_BIN,
		settings: ['max_locks_per_transaction=10', 'max_connections=20'],
	});
});
afterAll(async () => {
	await drill.close();
	await small.stop();
	rmSync(dataDir, { recursive: true, force: true });
});

test('a database with too few locks is told what to set, and holds nothing of the archive', async () => {
	const place = await drill.emptyPlace();
	const restored = restoreBackup(drill.archive, { ...place, url: small.url });
	await expect(restored).rejects.toThrow(CannotRestore);
	await expect(restored).rejects.toThrow(/max_locks_per_transaction 改为 256/);
	expect(await queryOn(small.url, "select to_regclass('public.office')::text as at")).toEqual([{ at: null }]);
});

test('ours allows what a restore over a county takes (PostgreSQL 15 ran out of the usual 64)', async () => {
	const [allowed] = await queryOn<{ locks: number }>(
		drill.server.services.database.url,
		`select current_setting('max_locks_per_transaction')::int * current_setting('max_connections')::int as locks`,
	);
	expect(allowed?.locks).toBeGreaterThanOrEqual(LOCKS_OF_RESTORE);
});
