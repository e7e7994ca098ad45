import type { Cell, Report } from 'annual-report';
import type { ReportCells } from '../model.ts';

/** Our cells in the terms of the library: a figure, or a blank that is no zero. */
export function libraryCells(cells: ReportCells): Report['cells'] {
	return Object.fromEntries(
		Object.values(cells).map((cell): [string, Cell] => [
			cell.address,
			cell.value === null
				? { value: null, state: 'blank', raw: '' }
				: { value: cell.value, state: 'number', raw: String(cell.value) },
		]),
	);
}
