import type { Layout } from '../api.ts';
import type { CellLook } from './official-table.tsx';

/** The figures of a table in printed order, each with its full name. */
export function cellsOf(layout: Pick<Layout, 'cells'>): { address: string; label: string }[] {
	return layout.cells.flatMap(({ address, label }) =>
		address === undefined ? [] : [{ address, label: label ?? address }],
	);
}

/** A zero that the system counted and nobody questions can wait; all else is shown. */
export function worthShowing({ text, mark }: Pick<CellLook, 'text' | 'mark'>): boolean {
	return text !== '0' || /gk-cell-(entered|override|blank|error|warning)/.test(mark);
}
