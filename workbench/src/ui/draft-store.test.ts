import { describe, expect, it } from 'vitest';
import { draftStore, type TextStore } from './draft-store.ts';

/** localStorage in memory. */
export function memoryStore(entries: Record<string, string> = {}): TextStore & { entries: Map<string, string> } {
	const map = new Map(Object.entries(entries));
	return {
		entries: map,
		get length() {
			return map.size;
		},
		key: (at) => [...map.keys()][at] ?? null,
		getItem: (key) => map.get(key) ?? null,
		setItem: (key, value) => void map.set(key, value),
		removeItem: (key) => void map.delete(key),
	};
}

const now = () => new Date('2026-06-01T00:00:00Z');
const draft = (at = '2026-06-01T00:00:00Z') => ({ text: '"甲"', version: 3, at });

describe('drafts on this machine', () => {
	it('are read back as they were written', () => {
		const store = draftStore(memoryStore(), 7, now);
		expect(store.write('document:1', draft())).toBe(true);
		expect(store.read('document:1')).toEqual(draft());
		store.remove('document:1');
		expect(store.read('document:1')).toBeNull();
	});

	it('are not offered to another person of the same machine', () => {
		const shared = memoryStore();
		draftStore(shared, 7, now).write('document:1', draft());
		expect(draftStore(shared, 8, now).read('document:1')).toBeNull();
	});

	it('are dropped after two weeks, whoever they belong to, and nothing else is touched', () => {
		const old = JSON.stringify(draft('2026-05-17T00:00:00Z'));
		const fresh = JSON.stringify(draft('2026-05-19T00:00:00Z'));
		const shared = memoryStore({ 'gongkai-draft:8:a': old, 'gongkai-draft:8:b': fresh, other: 'x' });
		draftStore(shared, 7, now);
		expect([...shared.entries.keys()]).toEqual(['gongkai-draft:8:b', 'other']);
	});

	it('drop what cannot be read', () => {
		const shared = memoryStore({ 'gongkai-draft:7:a': '{half', 'gongkai-draft:7:b': '{"text":1,"at":"x"}' });
		const store = draftStore(shared, 7, now);
		expect(store.read('a')).toBeNull();
		expect(shared.entries.size).toBe(0);
	});

	it('never fail when the browser keeps nothing', () => {
		const broken = new Proxy(memoryStore(), {
			get: () => () => {
				throw new DOMException('full', 'QuotaExceededError');
			},
		});
		const store = draftStore(broken, 7, now);
		expect(store.write('a', draft())).toBe(false);
		expect(store.read('a')).toBeNull();
		expect(() => store.remove('a')).not.toThrow();
	});
});
