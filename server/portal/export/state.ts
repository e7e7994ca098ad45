import { createReadStream, createWriteStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { finished } from 'node:stream/promises';

/** A page as it was last written out. */
export interface Written {
	path: string;
	/** Place in the release; null for what is only a way to another address. */
	file: string | null;
	sha256: string;
	size: number;
	mediaType: string;
	/** What makes it stale; null = nobody tells, so that it is made anew each time. */
	tags: string[] | null;
	/** Where it leads instead. */
	to: string | null;
}

export interface State {
	/** What all pages depend on: addresses, program, templates. Another one, and all is written anew. */
	made: string;
	/** When it was written; changes are not remembered for ever. */
	at: string;
	/** The newest change when it was written. */
	mark: string;
	/** Changes of transactions from here on are not in it. */
	watermark: string;
	/** Folder below `releases/`. */
	release: string;
	pages: Map<string, Written>;
}

/** Reads what the last export left; null when there is none, or it broke off. */
export async function readState(path: string): Promise<State | null> {
	const pages = new Map<string, Written>();
	let head: Omit<State, 'pages'> | null = null;
	try {
		for await (const line of createInterface({ input: createReadStream(path, 'utf8') })) {
			if (head === null) head = JSON.parse(line) as Omit<State, 'pages'>;
			else {
				const page = JSON.parse(line) as Written;
				pages.set(page.path, page);
			}
		}
	} catch {
		return null;
	}
	return head ? { ...head, pages } : null;
}

/** Written aside and put in place at once. */
export async function writeState(path: string, { pages, ...head }: State): Promise<void> {
	const out = createWriteStream(`${path}.part`);
	out.write(`${JSON.stringify(head)}\n`);
	for (const page of pages.values()) {
		if (!out.write(`${JSON.stringify(page)}\n`))
			await new Promise<void>((resolve) => out.once('drain', () => resolve()));
	}
	out.end();
	await finished(out);
	await rename(`${path}.part`, path);
}
