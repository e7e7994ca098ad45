import { brotliDecompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { createPageCache, makePage } from './page-cache.ts';

const page = (body: string) => makePage(200, 'text/html', body);

describe('page cache', () => {
	test('drops what carries a tag, and nothing else', () => {
		const cache = createPageCache();
		cache.put('/a', page('a'), ['document:1', 'office:1'], cache.mark());
		cache.put('/b', page('b'), ['document:2', 'office:1'], cache.mark());
		cache.drop(['document:1']);
		expect(cache.get('/a')).toBeUndefined();
		expect(cache.get('/b')?.identity.toString()).toBe('b');
		cache.drop(['office:1']);
		expect(cache.get('/b')).toBeUndefined();
		expect(cache.size).toBe(0);
	});

	test('does not keep a page read before its document was withdrawn', () => {
		// The second path to a withdrawn text: a slow render that ends after the withdrawal was announced.
		const cache = createPageCache();
		const since = cache.mark();
		cache.drop(['document:1']);
		cache.put('/d/1', page('withdrawn text'), ['document:1'], since);
		expect(cache.get('/d/1')).toBeUndefined();
		cache.put('/d/1', page('new'), ['document:1'], cache.mark());
		expect(cache.get('/d/1')?.identity.toString()).toBe('new');
	});

	test('a clear in between has the same effect', () => {
		const cache = createPageCache();
		const since = cache.mark();
		cache.clear();
		cache.put('/', page('old'), ['site'], since);
		expect(cache.get('/')).toBeUndefined();
	});

	test('stays within its bytes, the page not used for longest first', () => {
		const cache = createPageCache(4096);
		const body = 'x'.repeat(500);
		for (let i = 0; i < 4; i++) cache.put(`/${i}`, page(body), [], cache.mark());
		cache.get('/0');
		for (let i = 4; i < 6; i++) cache.put(`/${i}`, page(body), [], cache.mark());
		expect(cache.size).toBeLessThanOrEqual(4096);
		expect(cache.get('/0')).toBeDefined();
		expect(cache.get('/1')).toBeUndefined();
	});

	test('forgets nothing wrongly after very many drops', () => {
		const cache = createPageCache();
		const since = cache.mark();
		cache.drop(['document:1']);
		for (let i = 2; i < 10_100; i++) cache.drop([`document:${i}`]);
		cache.put('/d/1', page('old'), ['document:1'], since);
		expect(cache.get('/d/1')).toBeUndefined();
	});
});

test('the same bytes have the same ETag in every encoding, and small pages are sent as they are', () => {
	const small = page('短');
	expect(small.gzip).toBe(small.identity);
	const large = page('政府信息公开'.repeat(500));
	expect(large.brotli.length).toBeLessThan(large.identity.length / 10);
	expect(page('政府信息公开'.repeat(500)).etag).toBe(large.etag);
});

test('a page asked for again is made smaller once', () => {
	const cache = createPageCache();
	// Words that repeat, but not as one long run.
	const words = Array.from(
		{ length: 900 },
		(_, at) => `第${(at * 7919) % 1009}号通知，${at % 3 ? '县' : '乡镇'}人民政府`,
	);
	const made = page(words.join('\n'));
	const first = made.brotli;
	expect(made.isPopular).toBe(false);
	cache.put('/', made, ['site'], cache.mark());
	const asked = cache.get('/');
	expect(asked?.isPopular).toBe(true);
	expect(asked?.brotli.length).toBeLessThan(first.length);
	expect(brotliDecompressSync(made.brotli).equals(made.identity)).toBe(true);
	expect(brotliDecompressSync(first).equals(made.identity)).toBe(true);
	const kept = made.brotli;
	expect(cache.get('/')?.brotli).toBe(kept);
});
