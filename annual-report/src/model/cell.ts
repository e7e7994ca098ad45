/**
 * The state of one report cell (the public contract of this library).
 *
 * - `number`: a figure was printed, `value` holds it.
 * - `blank`: the cell is there and empty.
 * - `dash`: the cell holds a zero mark such as `/`, `-`, `—`, `无`.
 * - `unreadable`: something is printed that is not a figure, or the cell cannot be told apart from its neighbours.
 * - `reconstructed`: recovered from a printed identity as the only split that satisfies it; never proof of that identity.
 * - `absent`: the form has this cell, the document does not.
 *
 * Only `number` and `reconstructed` carry a value; in every other state it is null and never a silent zero.
 */
export type CellState = 'number' | 'blank' | 'dash' | 'unreadable' | 'reconstructed' | 'absent';

/**
 * Where something stands in its source, in the terms of its format: pdf page and line, xlsx sheet, row and column,
 * html and docx table, row and column or paragraph, txt and md line. All counted from 1.
 */
export interface Place {
	page?: number;
	line?: number;
	sheet?: string;
	table?: number;
	row?: number;
	column?: number;
	paragraph?: number;
}

/** One cell of a report. `value` is null unless the state is `number` or `reconstructed`; `raw` is what was printed. */
export interface Cell {
	value: number | null;
	state: CellState;
	raw: string;
	at?: Place;
	/** The identity a `reconstructed` cell was recovered by, such as `T3-ROW`; it must not be tested with this cell. */
	by?: string;
}
