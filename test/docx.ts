import { strFromU8, unzipSync } from 'fflate';

/** A .docx taken apart again, for tests that read what was written. */
export interface ReadDocx {
	/** Paragraphs in order, tables included, one line each. */
	lines: string[];
	text: string;
	/** word/document.xml */
	xml: string;
	/** Every part of the package by name. */
	parts: Record<string, string>;
}

export function readDocx(bytes: Uint8Array): ReadDocx {
	const parts: Record<string, string> = {};
	for (const [name, content] of Object.entries(unzipSync(bytes))) parts[name] = strFromU8(content);
	const xml = parts['word/document.xml'] ?? '';
	const lines = [...xml.matchAll(/<w:p[ >][\s\S]*?<\/w:p>|<w:p\/>/g)].map(([paragraph]) => textOf(paragraph));
	return { lines, text: lines.join('\n'), xml, parts };
}

function textOf(xml: string): string {
	const pieces = [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map((found) => found[1] ?? '');
	return pieces
		.join('')
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&quot;', '"')
		.replaceAll('&apos;', "'")
		.replaceAll('&amp;', '&');
}
