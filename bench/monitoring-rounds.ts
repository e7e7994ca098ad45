import { runRound } from '../server/modules/supervision/index.ts';
import { fillOffices } from './support/archive.ts';
import { calibrate, row } from './support/calibration.ts';
import { type BenchCounty, openCounty } from './support/county.ts';

/** `GONGKAI_BENCH_DOCS=200000` measures what a county of sixty offices has after ten years. */
const DOCUMENTS = Number(process.env.GONGKAI_BENCH_DOCS ?? 20_000);
/** What a county changes in a day. */
const CHANGED = 200;
/** A night is long, but others work in it too. */
const LIMIT_SECONDS = 300;

/** The first round over an archive nobody has looked through, the next, and one after a day's work. */
export async function measureRounds(offices: number): Promise<void> {
	const county = await openCounty();
	try {
		await fillOffices(county, { offices, documents: DOCUMENTS });
		console.log(`calibration ${calibrate()} · ${offices} offices · ${DOCUMENTS} documents · limit ${LIMIT_SECONDS} s`);
		await timed(county, 'first round');
		await timed(county, 'nothing changed');
		await fillOffices(county, { offices, documents: CHANGED });
		await timed(county, `${CHANGED} documents more`);
	} finally {
		await county.close();
	}
}

async function timed({ services }: BenchCounty, what: string): Promise<void> {
	const actor = { kind: 'system' as const, name: '测量' };
	const began = performance.now();
	const processor = process.cpuUsage();
	const context = {
		...{ sql: services.database.sql, clock: services.clock, actor, auditEvent: 'bench' },
		...{ listeners: services.listeners, dropPages: () => {} },
	};
	const { work, appeared } = await runRound(context, services);
	const seconds = (performance.now() - began) / 1000;
	const { user, system } = process.cpuUsage(processor);
	row(`${what}: documents looked through a second`, (work.scanned ?? 0) / seconds, 'docs/s');
	console.log(
		`  ${seconds.toFixed(1)} s (${((user + system) / 1e6).toFixed(1)} s of this process) · scanned ${work.scanned} · new findings ${appeared} · ${JSON.stringify(work.milliseconds)}`,
	);
}
