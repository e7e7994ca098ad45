import type { Sql } from './database.ts';
import { enqueue } from './jobs.ts';

const A_DAY = 86_400_000;
const HOUR = 3_600_000;
/** China is this far ahead of UTC and has no summer time. */
const CHINA = 8 * HOUR;

/** The next moment at which clocks in China show `hour`, after `now`. */
export function nextAt(now: Date, hour: number): Date {
	const at = hour * HOUR - CHINA;
	const today = Math.floor((now.getTime() - at) / A_DAY) * A_DAY + at;
	return new Date(today + A_DAY);
}

/** Asks for tomorrow's run of a daily job, once however often it is asked. A node that was down does it when it is up again. */
export async function enqueueDaily(sql: Sql, kind: string, hour: number): Promise<void> {
	const runAt = nextAt(new Date(), hour);
	await enqueue(sql, { kind, runAt, uniqueKey: `${kind}:${runAt.toISOString().slice(0, 10)}` });
}
