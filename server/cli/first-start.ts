import { existsSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { compose } from '../compose.ts';
import { type Config, ROOT } from '../config.ts';
import { DEMO_STATE } from '../modules/offices/index.ts';
import { emptySchema } from '../platform/backup/catalog.ts';
import { keysFolder, settleKeys } from '../platform/backup/keys.ts';
import { migrate } from '../platform/migrate.ts';
import type { Services } from '../services.ts';

type LoadDemo = (services: Services, progress: (text: string) => void) => Promise<void>;

const LOADER = join(ROOT, 'db', 'demo', 'load.ts');

// A package without the demo is a real one.
const fromCheckout: LoadDemo | null = existsSync(LOADER)
	? async (services, progress) => {
			const { loadDemo } = await import('../../db/demo/load.ts');
			await loadDemo(services, progress);
		}
	: null;

const LOCK = 7205715;

/**
 * Puts the demo county into a database without a county, unless DEMO=off or `gongkai init` said otherwise. A load that was
 * killed half way is done again from nothing; two nodes starting together load it once.
 */
export async function loadDemoIfEmpty(
	config: Config,
	url: string,
	progress: (text: string) => void,
	load: LoadDemo | null = fromCheckout,
): Promise<void> {
	if (!config.demo || !load) return;
	const services = compose(config, url);
	const lock = new pg.Client({ connectionString: url });
	try {
		await migrate(services.database.pool);
		await lock.connect();
		await lock.query('select pg_advisory_lock($1)', [LOCK]);
		if (!(await wanted(lock, services))) return;
		progress('首次启动，正在载入演示数据…');
		await setState(lock, 'loading');
		await load(services, progress);
		await setState(lock, 'loaded');
	} finally {
		await lock.end().catch(() => {});
		await services.database.close();
	}
}

/** Ends a restore that was cut off between its last two steps; see `settleKeys`. */
export async function finishRestore(config: Config, url: string): Promise<void> {
	const folder = keysFolder(config.dataDir);
	if (!existsSync(folder)) return;
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	try {
		const there = await client.query<{ at: string | null }>("select to_regclass('public.setting')::text as at");
		if (there.rows[0]?.at) await settleKeys(folder, client, new Date());
	} finally {
		await client.end();
	}
}

/** Whether the demo is to be loaded now; clears what a killed load left behind. */
async function wanted(client: pg.Client, services: Services): Promise<boolean> {
	const { rows } = await client.query<{ state: string | null; offices: string }>(
		`select (select value #>> '{}' from setting where key = $1) as state, (select count(*) from office) as offices`,
		[DEMO_STATE],
	);
	const [found] = rows;
	if (found?.state === 'loading') {
		// Only we write this mark, and only into a database that held no county.
		await client.query('begin');
		await emptySchema(client);
		await client.query('commit');
		await migrate(services.database.pool);
		return true;
	}
	return Number(found?.offices) === 0 && found?.state !== 'off';
}

async function setState(client: pg.Client, state: 'loading' | 'loaded'): Promise<void> {
	await client.query(
		`insert into setting (key, value) values ($1, to_jsonb($2::text))
		on conflict (key) do update set value = excluded.value, changed_at = now()`,
		[DEMO_STATE, state],
	);
}
