import { calibrate } from './support/calibration.ts';

/** Measurements, each beside its limit in the same run. `npm run bench -- portal report` runs only those. */
const SECTIONS: Record<string, () => Promise<{ run(): Promise<void> }>> = {
	clock: () => import('./clock.ts'),
	report: () => import('./report.ts'),
	mutation: () => import('./mutation.ts'),
	cases: () => import('./cases.ts'),
	compile: () => import('./compile.ts'),
	leaks: () => import('./leaks.ts'),
	monitoring: () => import('./monitoring.ts'),
	ask: () => import('./ask.ts'),
	start: () => import('./start.ts'),
	portal: () => import('./portal.ts'),
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in SECTIONS));
if (unknown.length > 0) {
	console.error(`没有这项测量：${unknown.join('、')}。可用：${Object.keys(SECTIONS).join('、')}`);
	process.exit(2);
}

console.log(
	`Node ${process.version} · ${process.platform}-${process.arch} · calibration ${calibrate()} (sha256 of 64 KiB, times a second on one core)`,
);
for (const [name, load] of Object.entries(SECTIONS)) {
	if (wanted.length > 0 && !wanted.includes(name)) continue;
	console.log(`\n── ${name}`);
	const section = await load();
	await section.run();
}
