import { createHash } from 'node:crypto';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** A public answer ready to be sent: bytes in three encodings under one ETag. */
export interface CachedPage {
	status: number;
	mediaType: string;
	etag: string;
	identity: Buffer;
	gzip: Buffer;
	brotli: Buffer;
	headers: Record<string, string>;
}

/** Ready-made public pages by address, dropped by tag when what they show changes. */
export interface PageCache {
	get(key: string): CachedPage | undefined;
	/** Keeps a page, unless one of its tags was dropped after `since` (a page made from what was true before). */
	put(key: string, page: CachedPage, tags: readonly string[], since: number): void;
	/** A mark to hand to `put`, taken before the page's data is read. */
	mark(): number;
	drop(tags: readonly string[]): void;
	clear(): void;
	readonly size: number;
}

interface Entry {
	page: CachedPage;
	tags: readonly string[];
	bytes: number;
}

const COMPRESS_FROM = 1024;

/** Encodes a page once, for all the times it is sent. */
export function makePage(
	status: number,
	mediaType: string,
	body: string | Buffer,
	headers: Record<string, string> = {},
): CachedPage {
	const identity = Buffer.isBuffer(body) ? body : Buffer.from(body);
	const etag = `"${createHash('sha256').update(identity).digest('base64url').slice(0, 22)}"`;
	const small = identity.length < COMPRESS_FROM;
	const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
	return {
		status,
		mediaType,
		etag,
		identity,
		gzip: small ? identity : gzipSync(identity, { level: 6 }),
		brotli: small ? identity : brotliCompressSync(identity, quality),
		headers,
	};
}

/** A cache of at most `maxBytes`; the page not used for longest goes first. */
export function createPageCache(maxBytes = 64 * 1024 * 1024): PageCache {
	const entries = new Map<string, Entry>();
	const byTag = new Map<string, Set<string>>();
	const droppedAt = new Map<string, number>();
	let moment = 0;
	let clearedAt = 0;
	let bytes = 0;

	function remove(key: string): void {
		const entry = entries.get(key);
		if (!entry) return;
		entries.delete(key);
		bytes -= entry.bytes;
		for (const tag of entry.tags) {
			const keys = byTag.get(tag);
			keys?.delete(key);
			if (keys?.size === 0) byTag.delete(tag);
		}
	}

	function clear(): void {
		clearedAt = ++moment;
		entries.clear();
		byTag.clear();
		droppedAt.clear();
		bytes = 0;
	}

	return {
		get(key) {
			const entry = entries.get(key);
			if (!entry) return undefined;
			entries.delete(key);
			entries.set(key, entry);
			return entry.page;
		},
		mark: () => moment,
		put(key, page, tags, since) {
			if (clearedAt > since || tags.some((tag) => (droppedAt.get(tag) ?? 0) > since)) return;
			remove(key);
			const size = page.identity.length + page.gzip.length + page.brotli.length + key.length * 2;
			if (size > maxBytes / 4) return;
			entries.set(key, { page, tags, bytes: size });
			bytes += size;
			for (const tag of tags) byTag.set(tag, (byTag.get(tag) ?? new Set()).add(key));
			for (const oldest of entries.keys()) {
				if (bytes <= maxBytes) break;
				remove(oldest);
			}
		},
		drop(tags) {
			moment++;
			if (droppedAt.size > 10_000) return clear();
			for (const tag of tags) {
				droppedAt.set(tag, moment);
				for (const key of [...(byTag.get(tag) ?? [])]) remove(key);
			}
		},
		clear,
		get size() {
			return bytes;
		},
	};
}
