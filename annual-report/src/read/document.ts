import type { Place, Warning } from '../model/index.ts';
import type { Grid } from './grid.ts';

/** A line or paragraph of the source, as printed (tabs and blanks kept). */
export interface TextBlock {
	kind: 'text';
	text: string;
	at: Place;
}

/** A table of the source with its spans. */
export interface TableBlock {
	kind: 'table';
	grid: Grid;
}

export type Block = TextBlock | TableBlock;

/**
 * What a format reader hands on: the blocks in reading order. `loose` says that physical lines are not paragraphs
 * (txt, pdf), so that words may be cut by line ends and tables may lie in the lines.
 */
export interface SourceDocument {
	blocks: Block[];
	loose: boolean;
	/** The title the container states (html title, docx core properties), if any. */
	title?: string;
	/** The publication date the page head states, YYYY-MM-DD. */
	publishedOn?: string;
	warnings: Warning[];
	/** Some pages hold no text and are pictures of it. */
	isPartial?: boolean;
}
