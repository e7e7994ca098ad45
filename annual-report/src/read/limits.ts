/**
 * What one file may cost. A whole annual report with tables stays below 2 MB in any format; the limits leave room for
 * pictures and stop decompression bombs and pages that are no report.
 */
export const limits = {
	/** Largest file of a packed or binary format (docx, xlsx, pdf, doc, zip), in bytes. */
	fileBytes: 40 * 1024 * 1024,
	/** Largest text file (txt, md, html), in bytes; a county's report with its page around it is below 1 MB. */
	textBytes: 10 * 1024 * 1024,
	/** Largest unpacked entry of a zip container, in bytes. */
	entryBytes: 30 * 1024 * 1024,
	/** Largest sum of unpacked entries, in bytes. */
	unpackedBytes: 60 * 1024 * 1024,
	/** Largest number of entries in a zip container. */
	entries: 2000,
	/** Largest number of files in an archive of reports; they are unpacked one at a time. */
	archiveEntries: 5000,
	/** Largest sum of the files of an archive, in bytes. */
	archiveBytes: 1024 * 1024 * 1024,
	/** Deepest nesting of elements followed in xml. */
	depth: 200,
	/** Deepest nesting of tags in html, where a tag never closed counts for the rest of the page. */
	htmlDepth: 20_000,
	/** Largest side of a table; a larger span is a defect or an attack. */
	tableSide: 2000,
	/** Largest number of squares of a table. */
	tableSquares: 200_000,
	/** Most pages of a pdf. */
	pages: 300,
	/** Longest wait for one step of opening or reading a page of a pdf, in milliseconds in which nothing else had to be done. */
	pdfStepMs: 3000,
} as const;
