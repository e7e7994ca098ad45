import type { WordingView } from './api.ts';

/** A line of a wording as the preview shows it: a paragraph, or the cells of a form's row. */
export type SheetLine = { text: string } | { cells: readonly string[] };

/** What is typed as it would read, every blank by its name. The server judges it; this only shows it. */
export function sheetOf(source: string, blanks: WordingView['blanks']): SheetLine[] {
	const labels = new Set(blanks.map(({ label }) => label));
	const read = (text: string) =>
		text.replace(/\{\s*([^{}]*?)\s*\}/g, (whole, label: string) => (labels.has(label) ? `〔${label}〕` : whole));
	return source
		.split('\n')
		.map((line) => line.trim())
		.filter(Boolean)
		.map((line) => {
			if (!line.startsWith('|')) return { text: read(line) };
			const inner = line.slice(1, line.endsWith('|') ? -1 : undefined);
			return { cells: inner.split('|').map((cell) => read(cell.trim())) };
		});
}
