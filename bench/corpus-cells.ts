import type { Report } from '../annual-report/src/index.ts';
import type { Gold } from './corpus-gold.ts';

/** How the cells of a report compare with the gold: a cell is right in value and state, as corpus/README.md counts. */
export function compareCells(gold: Gold, report: Report) {
	const lines: string[] = [];
	let wrong = 0;
	let silentZeros = 0;
	const entries = Object.entries(gold.cells);
	for (const [address, expected] of entries) {
		const cell = report.cells[address];
		const state = cell?.state === 'reconstructed' ? 'number' : (cell?.state ?? 'missing');
		const value = cell?.value ?? null;
		const isRight =
			(state === expected.state && value === expected.value) || (value === null && expected.alsoRight?.includes(state));
		if (isRight) continue;
		wrong++;
		if (value === 0 && expected.value !== 0) silentZeros++;
		lines.push(
			`${address} expected ${expected.value} (${expected.state}), read ${value} (${state}) from «${cell?.raw ?? ''}»`,
		);
	}
	return { total: entries.length, wrong, silentZeros, lines };
}
