/** Largest part that is unpacked, and largest sum, in bytes; a file beyond them is left to a person. */
export const PART_BYTES = 30 * 1024 * 1024;
export const ALL_BYTES = 120 * 1024 * 1024;

const ZIP = [0x50, 0x4b, 0x03, 0x04];
/** Where words can stand: SharePoint calls the body `document2.xml`, so that no name is taken for granted. */
const WORDED = /^(?:word|xl|ppt|docProps|customXml)\/.*\.(?:xml|vml)$/;
/** Links lead to telephones and mailboxes. */
const LINKS = /^(?:word|xl|ppt)\/.*\.rels$/;
/** Looks, and numbers of cells: no word of a person. */
const LOOKS =
	/^(?:xl\/(?:calcChain|styles|theme\/[^/]+)|(?:word|ppt)\/(?:styles|stylesWithEffects|fontTable|numbering|webSettings|tableStyles|viewProps|theme\/[^/]+))\.xml$/;

/** A docx, xlsx or pptx by its parts; other packages (ofd, plain zip) are none. */
export function isOffice(bytes: Uint8Array): boolean {
	if (!ZIP.every((byte, i) => bytes[i] === byte)) return false;
	const tail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	return tail.includes('[Content_Types].xml');
}

/** Whether words for people may stand in a part of a package. */
export function isWorded(name: string): boolean {
	return LINKS.test(name) || (WORDED.test(name) && !LOOKS.test(name));
}

/** The markup of a part: UTF-8 but for the rare writer that says otherwise with its first two bytes. */
export function decodePart(bytes: Uint8Array): string {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
	return new TextDecoder().decode(bytes);
}
