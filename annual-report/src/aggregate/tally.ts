import type { TableForm } from '../forms/index.ts';
import { allAddresses } from '../forms/index.ts';
import type { Cell, CellState } from '../model/index.ts';

/** States that are counted, in the order of the counters. */
const others: readonly CellState[] = ['reconstructed', 'blank', 'dash', 'unreadable', 'absent'];

/** A summed cell: the sum of its figures, and how many cells of which state went in. */
export interface SumCell {
	/** Null where not one unit gave a figure. */
	value: number | null;
	states: Partial<Record<CellState, number>>;
}

/** Running sums of one form. Fixed size: adding a report allocates nothing, however many there are. */
export interface Tally {
	form: TableForm;
	reports: number;
	add(cells: Readonly<Record<string, Cell>>): void;
	cells(): Map<string, SumCell>;
}

/** Starts the sums of a form at nothing. */
export function newTally(form: TableForm): Tally {
	const addresses = allAddresses(form);
	const sums = new Float64Array(addresses.length);
	const counts = new Uint32Array(addresses.length * others.length);
	const tally: Tally = {
		form,
		reports: 0,
		add(cells) {
			tally.reports++;
			for (let i = 0; i < addresses.length; i++) {
				const cell = cells[addresses[i] as string];
				// Nearly every cell is a plain figure: those are not counted one by one, they are what is left over.
				if (cell?.state !== 'number') {
					const at = i * others.length + others.indexOf(cell?.state ?? 'absent');
					counts[at] = (counts[at] as number) + 1;
				}
				if (cell && cell.value !== null) sums[i] = (sums[i] as number) + cell.value;
			}
		},
		cells: () =>
			new Map(addresses.map((address, i) => [address, sumCell(sums[i] as number, tally.reports, counts, i)])),
	};
	return tally;
}

function sumCell(sum: number, reports: number, counts: Uint32Array, i: number): SumCell {
	const own: SumCell['states'] = {};
	let counted = 0;
	others.forEach((state, j) => {
		const count = counts[i * others.length + j] as number;
		if (count > 0) own[state] = count;
		counted += count;
	});
	if (reports > counted) own.number = reports - counted;
	const figures = (own.number ?? 0) + (own.reconstructed ?? 0);
	return { value: figures === 0 ? null : tidy(sum), states: own };
}

/** Amounts have at most four decimals (万元); what is beyond is the dust of binary fractions. */
export function tidy(value: number): number {
	return Math.round(value * 10_000) / 10_000;
}

/** Adds two summed cells, for tables that two forms share. */
export function joined(a: SumCell, b: SumCell): SumCell {
	const own: SumCell['states'] = { ...a.states };
	for (const state of ['number', ...others] as const) {
		const count = b.states[state];
		if (count) own[state] = (own[state] ?? 0) + count;
	}
	const value = a.value === null ? b.value : b.value === null ? a.value : tidy(a.value + b.value);
	return { value, states: own };
}
