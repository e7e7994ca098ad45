import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Report, readReport } from '../annual-report/src/index.ts';
import { compareCells } from './corpus-cells.ts';
import { compareClaims } from './corpus-claims.ts';
import { compareErrors } from './corpus-errors.ts';
import type { Gold } from './corpus-gold.ts';
import { measureLayouts } from './corpus-layouts.ts';

/**
 * Measures reader and audit against real reports with known answers: `npm run corpus` (`--verbose` names every
 * difference). The reports are not part of this repository; `GONGKAI_CORPUS` names the folder that holds `corpus/gold`
 * and what the gold files point to. Fails when a cell or a form is wrong, a zero was invented or a trap was sprung.
 */
async function main(): Promise<void> {
	const root = resolve(process.env.GONGKAI_CORPUS ?? join(import.meta.dirname, '..', '..', 'shared'));
	const folder = join(root, 'corpus');
	if (!existsSync(join(folder, 'gold'))) {
		console.log(`No corpus at ${root}: NOTHING WAS MEASURED. Set GONGKAI_CORPUS to the folder that holds corpus/gold.`);
		return;
	}
	const golds = readdirSync(join(folder, 'gold'))
		.filter((name) => name.endsWith('.json'))
		.sort()
		.map((name): Gold => JSON.parse(readFileSync(join(folder, 'gold', name), 'utf8')));
	const read = [];
	for (const gold of golds) read.push(await timed(folder, gold));
	const audits = compareErrors(
		golds,
		read.map(({ report }) => report),
	);
	const rows = read.map(({ gold, report, ms }, i) => rowOf(gold, report, ms, audits[i]));
	print(rows);
	const layouts = await measureLayouts(golds);
	console.log('The same figures in the layouts of the generator, each as html, docx, txt and pdf:');
	console.table(layouts);
	const isRight =
		rows.every((row) => row.form === 'ok' && row.wrong + row.zeros + row.sprung === 0) &&
		layouts.every(({ wrong }) => wrong === 0);
	process.exitCode = isRight ? 0 : 1;
}

async function timed(folder: string, gold: Gold): Promise<{ gold: Gold; report: Report; ms: number }> {
	const bytes = readFileSync(join(folder, gold.file));
	const started = performance.now();
	const report = await readReport(bytes, gold.file);
	return { gold, report, ms: performance.now() - started };
}

function rowOf(gold: Gold, report: Report, ms: number, audit: ReturnType<typeof compareErrors>[number] | undefined) {
	const cells = compareCells(gold, report);
	const claims = compareClaims(gold, report);
	if (process.argv.includes('--verbose')) {
		for (const line of [...cells.lines, ...claims.lines, ...(audit?.lines ?? [])]) console.log(`${gold.id}: ${line}`);
	}
	return {
		id: gold.id,
		form: report.form === gold.form && report.year === gold.year ? 'ok' : `${report.form} ${report.year}`,
		cells: cells.total,
		wrong: cells.wrong,
		zeros: cells.silentZeros,
		claims: claims.total,
		found: claims.found,
		inTable: claims.inTable,
		matched: claims.matched,
		extra: claims.extra,
		errors: audit?.errors ?? 0,
		seen: audit?.found ?? 0,
		traps: audit?.traps ?? 0,
		sprung: audit?.sprung ?? 0,
		ms: Math.round(ms),
	};
}

type Row = ReturnType<typeof rowOf>;
type Figure = Exclude<keyof Row, 'id' | 'form'>;

function print(rows: Row[]): void {
	console.table(rows);
	const sum = (key: Figure) => rows.reduce((total, row) => total + row[key], 0);
	const claims = `${sum('found')}/${sum('claims')} found (${sum('inTable')} of them stand in a table)`;
	const precision = `precision over their sentences ${sum('matched')}/${sum('matched') + sum('extra')}`;
	console.log(`files    ${rows.length}, form and year right ${rows.filter((row) => row.form === 'ok').length}`);
	console.log(`cells    ${sum('cells') - sum('wrong')}/${sum('cells')} right, silent zeros ${sum('zeros')}`);
	console.log(`claims   ${claims}, ${precision}`);
	console.log(`errors   ${sum('seen')}/${sum('errors')} found, traps sprung ${sum('sprung')}/${sum('traps')}`);
}

await main();
