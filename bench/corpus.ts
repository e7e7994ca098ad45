import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Report, readReport } from '../annual-report/src/index.ts';
import { compareCells } from './corpus-cells.ts';
import { compareClaims } from './corpus-claims.ts';
import type { Gold } from './corpus-gold.ts';

/**
 * Measures the reader against real reports with known answers: `npm run corpus`. The reports are not part of this
 * repository; `GONGKAI_CORPUS` names the folder that holds `corpus/gold` and what the gold files point to.
 */
async function main(): Promise<void> {
	const root = resolve(process.env.GONGKAI_CORPUS ?? join(import.meta.dirname, '..', '..', 'shared'));
	const folder = join(root, 'corpus');
	if (!existsSync(join(folder, 'gold'))) {
		console.log(`No corpus at ${root}: nothing was measured. Set GONGKAI_CORPUS to the folder that holds corpus/gold.`);
		return;
	}
	const rows = [];
	for (const name of readdirSync(join(folder, 'gold')).sort()) {
		if (!name.endsWith('.json')) continue;
		const gold: Gold = JSON.parse(readFileSync(join(folder, 'gold', name), 'utf8'));
		const started = performance.now();
		const report = await readReport(readFileSync(join(folder, gold.file)), gold.file);
		rows.push(measure(gold, report, performance.now() - started));
	}
	print(rows);
	process.exitCode = rows.every((row) => row['form ok'] && row['cells wrong'] === 0) ? 0 : 1;
}

function measure(gold: Gold, report: Report, ms: number) {
	const cells = compareCells(gold, report);
	const claims = compareClaims(gold, report);
	if (process.argv.includes('--verbose')) {
		for (const line of [...cells.lines, ...claims.lines]) console.log(`${gold.id}: ${line}`);
	}
	return {
		id: gold.id,
		form: report.form,
		'form ok': report.form === gold.form,
		'year ok': report.year === gold.year,
		cells: cells.total,
		'cells wrong': cells.wrong,
		'silent zeros': cells.silentZeros,
		claims: claims.total,
		'claims found': claims.found,
		'in table': claims.inTable,
		'claims matched': claims.matched,
		'claims extra': claims.extra,
		ms: Math.round(ms),
	};
}

function print(rows: ReturnType<typeof measure>[]): void {
	console.table(rows);
	const sum = (
		key:
			| 'cells'
			| 'cells wrong'
			| 'silent zeros'
			| 'claims'
			| 'claims found'
			| 'in table'
			| 'claims matched'
			| 'claims extra',
	) => rows.reduce((total, row) => total + row[key], 0);
	console.log(
		`${rows.length} files · forms right ${rows.filter((row) => row['form ok']).length} · ` +
			`cells ${sum('cells') - sum('cells wrong')}/${sum('cells')} · silent zeros ${sum('silent zeros')} · ` +
			`claims ${sum('claims found')}/${sum('claims')} (${sum('in table')} of them stand in a table) · precision over their sentences ${sum('claims matched')}/${sum('claims matched') + sum('claims extra')}`,
	);
}

await main();
