/** Alignment of a line or a cell. */
export type Align = 'left' | 'center' | 'right' | 'both';

/** A table cell; empty text is a blank to be filled in by hand. */
export interface Cell {
	readonly text: string;
	readonly columnSpan?: number;
	readonly rowSpan?: number;
	readonly bold?: boolean;
	readonly align?: Align;
}

/** A ruled form such as 登记表 or 审签表. Widths in millimetres; together they should be `TEXT_WIDTH_MM`. */
export interface TableBlock {
	readonly kind: 'table';
	readonly widths: readonly number[];
	readonly rows: readonly (readonly Cell[])[];
	/** Leading rows repeated on each page. */
	readonly headerRows?: number;
	/** Least height of a row, millimetres; forms signed by hand need room. */
	readonly rowHeight?: number;
	/** Type size in half points; 小四 without. */
	readonly halfPoints?: number;
}

/** Running text, indented two characters; line breaks in `text` begin a new paragraph. */
export interface ParagraphBlock {
	readonly kind: 'paragraph';
	readonly text: string;
	readonly align?: Align;
	/** No indent of the first line: 主送机关, a line of a form. */
	readonly flush?: boolean;
	/** A line of the contents: it ends with the page of the heading of this name. Only in pdf. */
	readonly pageOf?: string;
}

/** 一、 is level 1 (黑体), （一） level 2 (楷体). */
export interface HeadingBlock {
	readonly kind: 'heading';
	readonly level: 1 | 2;
	readonly text: string;
	/** For the contents; no two of a paper are the same. */
	readonly name?: string;
}

/** The code of an address for phones. It stands left of the signature, where it takes no room; below the paper in Word. */
export interface AddressCode {
	readonly png: Uint8Array;
	/** Width and height, millimetres; at most 30. */
	readonly sizeMm: number;
	/** Words under it; at most twelve. */
	readonly caption: string;
}

/** What follows begins on a new page. */
export interface PageBreakBlock {
	readonly kind: 'pageBreak';
}

export type Block = ParagraphBlock | HeadingBlock | TableBlock | PageBreakBlock;

/** Name of the office over the day, where the seal is set. */
export interface Signature {
	readonly office: string;
	/** As printed: 2026年6月1日. */
	readonly day: string;
}

/**
 * An official paper in the look of GB/T 9704: what it says, not how it is set.
 * `issuer` prints the red head with its rule; forms leave it out.
 */
export interface OfficialDocument {
	readonly title: string;
	/** A3 is for walls: the same page, half as large again. A4 without. Only in pdf. */
	readonly size?: 'a4' | 'a3';
	readonly issuer?: string;
	/** 发文字号, under the head. */
	readonly number?: string;
	/** 主送, printed with a colon. */
	readonly addressee?: string;
	readonly blocks: readonly Block[];
	/** Names of the enclosures, numbered when there are several. */
	readonly enclosures?: readonly string[];
	readonly signature?: Signature;
	/** 附注 below the signature, in brackets: contact and telephone. */
	readonly notes?: readonly string[];
	readonly code?: AddressCode;
}

export function paragraph(text: string): ParagraphBlock {
	return { kind: 'paragraph', text };
}

/** A cell that names what stands beside it. */
export function labelCell(text: string, columnSpan = 1, rowSpan = 1): Cell {
	return { text, columnSpan, rowSpan, align: 'center', bold: true };
}
