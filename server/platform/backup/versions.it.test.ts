import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { createDrill } from '../../../test/backup-drill.ts';
import { everythingIn, queryOn } from '../../../test/everything.ts';
import { folderStore } from '../files.ts';
import { launchPostgres } from '../postgres/launcher.ts';
import { restoreBackup } from './restore.ts';
import { writeBackup } from './write.ts';

// Whole databases are filled, written and compared; on a busy machine that takes its time.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const OLDEST = '/usr/lib/postgresql/15/bin';

test.skipIf(!existsSync(OLDEST))('a county moves to PostgreSQL 15 and back', async () => {
	const drill = await createDrill();
	const dataDir = mkdtempSync(join(tmpdir(), 'gongkai-pg15-'));
	const postgres = await launchPostgres({ dataDir, pgBin: OLDEST, settings: ['fsync=off'] });
	try {
		const files = folderStore(join(dataDir, 'files'));
		const there = { url: postgres.url, files, keys: join(dataDir, 'keys'), replace: false };
		await restoreBackup(drill.archive, there);
		expect(await everythingIn(there.url)).toEqual(drill.original);
		const [version] = await queryOn<{ v: string }>(there.url, "select current_setting('server_version') as v");
		expect(version?.v).toMatch(/^15\./);
		const archive = join(dataDir, 'back.tar.gz');
		const manifest = await writeBackup({ url: there.url, files, keys: null, program: 'test' }, archive);
		expect(manifest.postgres).toMatch(/^15\./);
		const place = await drill.emptyPlace();
		await restoreBackup(archive, place);
		expect(await everythingIn(place.url)).toEqual(drill.original);
	} finally {
		await postgres.stop();
		rmSync(dataDir, { recursive: true, force: true });
		await drill.close();
	}
});
