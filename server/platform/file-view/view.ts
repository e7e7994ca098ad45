/** A line or paragraph of a file, or a table; a heading names a sheet or a page. */
export type ViewBlock =
	| { readonly kind: 'heading' | 'text'; readonly text: string }
	| { readonly kind: 'table'; readonly rows: readonly (readonly ViewCell[])[] };

export interface ViewCell {
	readonly text: string;
	readonly rowSpan?: number;
	readonly colSpan?: number;
}

/** What a file shows whoever opens it, as words and tables. */
export interface FileView {
	readonly blocks: readonly ViewBlock[];
	/** What of it is not shown here and why, in whole Chinese sentences. */
	readonly notes: readonly string[];
	/** Pages of a pdf that are to be looked at as pictures, from 1: those that hold no text. */
	readonly pictures: number;
	/** It could not be read just now; another time it may. */
	readonly isPassing?: true;
}

/** What one page of the portal shows of a file at most; the rest is in the file. */
export const MOST = { rows: 300, columns: 40, squares: 6_000, characters: 150_000, sheets: 10, pictures: 20 } as const;

export const DOWNLOAD = '请下载原文件查看';

/** Nothing to show, for one reason. */
export function refused(note: string): FileView {
	return { blocks: [], notes: [note], pictures: 0 };
}

/** Cuts blocks to what a page shows, and says so. */
export function fitted(blocks: readonly ViewBlock[], told: readonly string[] = []): FileView {
	const kept: ViewBlock[] = [];
	const notes = new Set(told);
	let letters = 0;
	let squares = 0;
	for (const block of blocks) {
		const table = block.kind === 'table' ? cutTable(block.rows, MOST.squares - squares) : null;
		if (table?.isCut) notes.add(`表格较长，这里显示到第${MOST.rows}行、第${MOST.columns}列为止，其余内容${DOWNLOAD}。`);
		const next: ViewBlock = block.kind === 'table' ? { kind: 'table', rows: table?.rows ?? [] } : block;
		const cells = next.kind === 'table' ? next.rows.flat() : [];
		squares += cells.length;
		letters += next.kind === 'table' ? cells.reduce((sum, { text }) => sum + text.length, 0) : next.text.length;
		if (letters > MOST.characters || (next.kind === 'table' && next.rows.length === 0)) {
			notes.add(`文件较长，这里没有显示全部内容，其余${DOWNLOAD}。`);
			if (letters > MOST.characters) break;
			continue;
		}
		kept.push(next);
	}
	return { blocks: kept, notes: [...notes], pictures: 0 };
}

function cutTable(rows: readonly (readonly ViewCell[])[], room: number): { rows: ViewCell[][]; isCut: boolean } {
	const kept: ViewCell[][] = [];
	let isCut = false;
	let left = room;
	for (const row of rows) {
		if (kept.length === MOST.rows || left <= 0) {
			isCut = true;
			break;
		}
		const cells = row.slice(0, MOST.columns);
		isCut ||= cells.length < row.length;
		left -= cells.length;
		kept.push(cells);
	}
	// A span must not reach below the last row.
	const fitting = kept.map((row, at) =>
		row.map((cell) =>
			cell.rowSpan && cell.rowSpan > kept.length - at ? { ...cell, rowSpan: kept.length - at } : cell,
		),
	);
	return { rows: fitting, isCut };
}
