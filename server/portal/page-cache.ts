import { createHash } from 'node:crypto';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { createMemo, type Memo } from '../platform/memo.ts';
import { createMakings, type Makings } from './makings.ts';

/** A public answer ready to be sent: bytes in three encodings under one ETag. */
export interface CachedPage {
	readonly status: number;
	readonly mediaType: string;
	readonly etag: string;
	readonly identity: Buffer;
	/** Same buffer as `identity` when compressing is not worth it. */
	readonly gzip: Buffer;
	readonly brotli: Buffer;
	readonly headers: Record<string, string>;
	/** The whole answer by encoding, from the first time it was sent. */
	readonly sent: Map<string, SentPage>;
	/** For nobody else's cache. */
	unshared: boolean;
	/** Somebody else wants it: worth being made as small as it can be, and kept as it goes out. */
	askedAgain(): void;
	readonly isPopular: boolean;
}

/** An answer as it went out: headers as name and value in turn, also of a 304. */
export interface SentPage {
	headers: string[];
	unchanged: string[];
	/** A character a byte: Node sends a text and its headers in one piece, a buffer in two. */
	body: string;
}

/** Ready-made public pages by address, dropped by tag when what they show changes. */
export interface PageCache {
	get(key: string): CachedPage | undefined;
	/**
	 * Keeps a page, unless one of its tags was dropped after `since`: it was made from what was true before, and is for nobody who
	 * asked later. Answers whether it is true still.
	 */
	put(key: string, page: CachedPage, tags: readonly string[], since: number): boolean;
	/** A mark to hand to `put`, taken before the page's data is read. */
	mark(): number;
	/** Told what a page was made of, whether it is kept or not. */
	note?(key: string, tags: readonly string[]): void;
	drop(tags: readonly string[]): void;
	clear(): void;
	readonly size: number;
	/** What pages are made of, dropped by the same tags. */
	readonly memo: Memo;
	/** Pages being made just now. */
	readonly makings: Makings<CachedPage>;
}

interface Entry {
	page: CachedPage;
	tags: readonly string[];
	bytes: number;
}

const COMPRESS_FROM = 1024;
/** For an answer that may be the only one, a quarter of the work for a fifth more bytes; the other for all that follow. */
const QUICK = { params: { [constants.BROTLI_PARAM_QUALITY]: 2 } };
const SMALL = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

/** A page for sending. Each encoding is made when first asked for, and once: search results are sent in one only. */
export function makePage(
	status: number,
	mediaType: string,
	body: string | Buffer,
	headers: Record<string, string> = {},
): CachedPage {
	return new EncodedPage(status, mediaType, Buffer.isBuffer(body) ? body : Buffer.from(body), headers);
}

class EncodedPage implements CachedPage {
	readonly status: number;
	readonly mediaType: string;
	readonly identity: Buffer;
	readonly headers: Record<string, string>;
	readonly etag: string;
	readonly sent: CachedPage['sent'] = new Map();
	unshared = false;
	#gzip: Buffer | undefined;
	#brotli: Buffer | undefined;
	isPopular = false;

	constructor(status: number, mediaType: string, identity: Buffer, headers: Record<string, string>) {
		this.status = status;
		this.mediaType = mediaType;
		this.identity = identity;
		this.headers = headers;
		this.etag = `"${createHash('sha256').update(identity).digest('base64url').slice(0, 22)}"`;
	}

	askedAgain(): void {
		if (this.isPopular) return;
		this.isPopular = true;
		this.#brotli = undefined;
	}

	get gzip(): Buffer {
		this.#gzip ??= this.#small ? this.identity : gzipSync(this.identity, { level: 6 });
		return this.#gzip;
	}

	get brotli(): Buffer {
		this.#brotli ??= this.#small ? this.identity : brotliCompressSync(this.identity, this.isPopular ? SMALL : QUICK);
		return this.#brotli;
	}

	get #small(): boolean {
		return this.identity.length < COMPRESS_FROM;
	}
}

/** A cache of at most `maxBytes`; the page not used for longest goes first. */
export function createPageCache(maxBytes = 64 * 1024 * 1024): PageCache {
	return new TaggedCache(maxBytes);
}

/** Past this many remembered drops, forgetting everything is cheaper than remembering more. */
const MOST_DROPS = 10_000;

class TaggedCache implements PageCache {
	readonly memo = createMemo();
	readonly makings = createMakings<CachedPage>();
	readonly #maxBytes: number;
	readonly #entries = new Map<string, Entry>();
	readonly #byTag = new Map<string, Set<string>>();
	readonly #droppedAt = new Map<string, number>();
	#moment = 0;
	#clearedAt = 0;
	#bytes = 0;

	constructor(maxBytes: number) {
		this.#maxBytes = maxBytes;
	}

	get size(): number {
		return this.#bytes;
	}

	get(key: string): CachedPage | undefined {
		const entry = this.#entries.get(key);
		if (!entry) return undefined;
		this.#entries.delete(key);
		this.#entries.set(key, entry);
		entry.page.askedAgain();
		return entry.page;
	}

	mark(): number {
		return this.#moment;
	}

	put(key: string, page: CachedPage, tags: readonly string[], since: number): boolean {
		const stale = tags.some((tag) => (this.#droppedAt.get(tag) ?? 0) > since);
		if (stale || this.#clearedAt > since) return false;
		this.#remove(key);
		// Encodings are made when somebody asks for them; together, and as they are sent, they are about as much as the page.
		const bytes = page.identity.length * 2 + key.length * 2;
		if (bytes > this.#maxBytes / 4) return true;
		this.#entries.set(key, { page, tags, bytes });
		this.#bytes += bytes;
		for (const tag of tags) this.#byTag.set(tag, (this.#byTag.get(tag) ?? new Set()).add(key));
		for (const oldest of this.#entries.keys()) {
			if (this.#bytes <= this.#maxBytes) break;
			this.#remove(oldest);
		}
		return true;
	}

	drop(tags: readonly string[]): void {
		this.memo.drop(tags);
		this.#moment++;
		if (this.#droppedAt.size > MOST_DROPS) {
			this.clear();
			return;
		}
		for (const tag of tags) {
			this.#droppedAt.set(tag, this.#moment);
			for (const key of [...(this.#byTag.get(tag) ?? [])]) this.#remove(key);
		}
	}

	clear(): void {
		this.memo.clear();
		this.#clearedAt = ++this.#moment;
		this.#entries.clear();
		this.#byTag.clear();
		this.#droppedAt.clear();
		this.#bytes = 0;
	}

	#remove(key: string): void {
		const entry = this.#entries.get(key);
		if (!entry) return;
		this.#entries.delete(key);
		this.#bytes -= entry.bytes;
		for (const tag of entry.tags) {
			const keys = this.#byTag.get(tag);
			keys?.delete(key);
			if (keys?.size === 0) this.#byTag.delete(tag);
		}
	}
}
