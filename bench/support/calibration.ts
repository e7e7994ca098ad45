import { createHash } from 'node:crypto';

const BLOCK = new Uint8Array(64 * 1024);

/** How fast this machine is just now: hashes of 64 KiB a second on one core, over 300 ms. Absolute limits are read beside it. */
export function calibrate(): number {
	const until = performance.now() + 300;
	let count = 0;
	while (performance.now() < until) {
		createHash('sha256').update(BLOCK).digest();
		count++;
	}
	return Math.round(count / 0.3);
}

/** Times a second `work` can be done, over at least `seconds`; the first tenth is warm-up and not counted. */
export async function rate(work: () => unknown, seconds = 2): Promise<number> {
	const warm = performance.now() + seconds * 100;
	while (performance.now() < warm) await work();
	const started = performance.now();
	const until = started + seconds * 1000;
	let count = 0;
	while (performance.now() < until) {
		await work();
		count++;
	}
	return count / ((performance.now() - started) / 1000);
}

/** A row: what was measured, the figure, its limit and the ratio to it. */
export function row(name: string, value: number, unit: string, limit?: { name: string; value: number }): void {
	const figure = value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(2);
	const beside = limit
		? `   ${limit.name} ${Math.round(limit.value).toLocaleString('en')}   ratio ${(value / limit.value).toFixed(2)}`
		: '';
	console.log(`${name.padEnd(44)} ${figure.padStart(12)} ${unit}${beside}`);
}
