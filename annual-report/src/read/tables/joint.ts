import { type Identity, identitiesOf, type TableForm } from '../../forms/index.ts';
import type { Cell } from '../../model/index.ts';
import type { Split } from './split.ts';

/** A row with several possible cuts. */
export interface OpenRow {
	addresses: readonly string[];
	candidates: readonly Split[];
}

/** After this many tested sums the search is given up: the rows stay unreadable. */
const mostSteps = 100_000;

/**
 * Tries all combinations of cuts of the open rows of table 3 against the column sums and balances (T3-SUM, T3-BAL).
 * The answer holds, per row, the cut that every surviving combination agrees on; undefined where they differ, where no
 * combination survives, or where no identity could be tested.
 */
export function solveJointly(
	form: TableForm,
	rows: readonly OpenRow[],
	cells: ReadonlyMap<string, Cell>,
): (Split | undefined)[] {
	const rowOf = new Map(rows.flatMap((row, i) => row.addresses.map((address, k) => [address, [i, k] as const])));
	const checks = testable(form, rowOf, cells);
	if (checks.length === 0) return rows.map(() => undefined);
	const checksOf = rows.map((_, i) => checks.filter((check) => check.last === i).map((check) => check.identity));
	const chosen: Split[] = [];
	const agreed: (Split | undefined)[] = [];
	let survivors = 0;
	let steps = 0;
	const value = (address: string): number => {
		const place = rowOf.get(address);
		if (!place) return knownValue(cells.get(address)) ?? Number.NaN;
		return Number(chosen[place[0]]?.[place[1]]);
	};
	const holds = (identity: Identity) => {
		steps++;
		return total(identity.left, value) === total(identity.right, value);
	};
	const walk = (i: number): void => {
		if (steps > mostSteps) return;
		if (i === rows.length) {
			rows.forEach((_, r) => {
				const mine = chosen[r];
				if (survivors === 0) agreed[r] = mine;
				else if (agreed[r]?.join() !== mine?.join()) agreed[r] = undefined;
			});
			survivors++;
			return;
		}
		for (const candidate of rows[i]?.candidates ?? []) {
			chosen[i] = candidate;
			if (checksOf[i]?.every(holds)) walk(i + 1);
		}
	};
	walk(0);
	if (steps > mostSteps || survivors === 0) return rows.map(() => undefined);
	return rows.map((_, r) => agreed[r]);
}

/** The identities that touch an open row and whose other cells are known, with the last open row they need. */
function testable(
	form: TableForm,
	rowOf: ReadonlyMap<string, readonly [number, number]>,
	cells: ReadonlyMap<string, Cell>,
): { identity: Identity; last: number }[] {
	return identitiesOf(form).flatMap((identity) => {
		if (identity.rule === 'T3-ROW') return [];
		const addresses = [...identity.left, ...identity.right];
		const open = addresses.flatMap((address) => rowOf.get(address)?.[0] ?? []);
		const known = addresses.every((a) => rowOf.has(a) || knownValue(cells.get(a)) !== undefined);
		return open.length > 0 && known ? [{ identity, last: Math.max(...open) }] : [];
	});
}

function knownValue(cell: Cell | undefined): number | undefined {
	if (cell?.state === 'blank' || cell?.state === 'dash') return 0;
	return cell?.value ?? undefined;
}

function total(side: readonly string[], value: (address: string) => number): number {
	return side.reduce((sum, address) => sum + value(address), 0);
}
