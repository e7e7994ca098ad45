import type { Outside } from '../api.ts';

type Place = NonNullable<Outside['lines'][number]['at']>;

/** The source line something stands on: the line with the same place, else the last one that begins before it. */
export function lineOf(lines: Outside['lines'], at: Place | undefined): number | null {
	if (!at) return null;
	const exact = lines.findIndex((line) => line.at !== undefined && same(line.at, at));
	if (exact >= 0) return exact;
	// A cell of a table stands on the line of its row.
	const row = lines.findIndex(
		(line) =>
			at.row !== undefined && line.at?.row === at.row && line.at.table === at.table && line.at.sheet === at.sheet,
	);
	if (row >= 0) return row;
	const before = lines.findLastIndex((line) => line.at !== undefined && comesBefore(line.at, at));
	return before >= 0 ? before : null;
}

function same(a: Place, b: Place): boolean {
	const keys = ['page', 'line', 'sheet', 'table', 'row', 'column', 'paragraph'] as const;
	return keys.every((key) => a[key] === b[key]);
}

/** Within the same page, table, sheet: the line whose number is not past the one sought. */
function comesBefore(a: Place, b: Place): boolean {
	if (a.page !== b.page || a.table !== b.table || a.sheet !== b.sheet) return false;
	const number = (place: Place) => place.line ?? place.row ?? place.paragraph;
	const [mine, sought] = [number(a), number(b)];
	return mine !== undefined && sought !== undefined && mine <= sought;
}
