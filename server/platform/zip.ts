import { type Zippable, zipSync } from 'fflate';

export const ZIP_TYPE = 'application/zip';

export interface ZipEntry {
	/** Path inside the archive, with `/` between folders. */
	name: string;
	content: Uint8Array;
}

/** The earliest day a zip can hold: the same entries give the same bytes whenever they are packed. */
const EPOCH = new Date(1980, 0, 1);

/** Packs entries in the order given. @throws Error when two entries bear the same name, or a name leads out of the archive. */
export function zip(entries: readonly ZipEntry[]): Uint8Array {
	const files: Zippable = {};
	for (const { name, content } of entries) {
		const parts = name.split('/');
		if (parts.some((part) => part === '' || part === '.' || part === '..'))
			throw new Error(`zip entry «${name}» is no path`);
		if (name in files) throw new Error(`zip entry «${name}» twice`);
		files[name] = [content, { mtime: EPOCH }];
	}
	return zipSync(files, { level: 6 });
}

/** A name that every system can unpack: no separators, no control or reserved characters, no leading or trailing dots. */
export function fileNamePart(text: string, most = 80): string {
	const plain = text
		.normalize('NFC')
		.replace(/[\p{Cc}\\/:*?"<>|]/gu, '_')
		.replace(/^[\s.]+|[\s.]+$/g, '');
	const dot = plain.lastIndexOf('.');
	const extension = dot > 0 && plain.length - dot <= 6 ? plain.slice(dot) : '';
	const stem = extension ? plain.slice(0, dot) : plain;
	return `${[...stem].slice(0, most).join('')}${extension}` || '_';
}
