import { describe, expect, it } from 'vitest';
import { givenOnly, readList, writeList } from './list-params.ts';

const defaults = { q: '', state: 'active' };
const read = (text: string) => readList(new URLSearchParams(text), defaults);

describe('a list in the address', () => {
	it('starts on page 1 with the default filters', () => {
		expect(read('')).toEqual({ page: 1, pageSize: 20, filters: { q: '', state: 'active' } });
	});

	it('is read back as it was written', () => {
		const state = { page: 3, pageSize: 50, filters: { q: '土地 征收', state: '' } };
		expect(readList(writeList(new URLSearchParams(), state, defaults), defaults)).toEqual(state);
	});

	it.each(['page=0', 'page=-1', 'page=x', 'page=1.5', 'page=1e99', 'page='])('takes page 1 for %s', (text) => {
		expect(read(text).page).toBe(1);
	});

	it('takes no size the server would refuse', () => {
		expect(read('size=1000000').pageSize).toBe(20);
		expect(read('size=50').pageSize).toBe(50);
	});

	it('leaves what is usual out of the address and what is not its own in it', () => {
		const next = writeList(new URLSearchParams('tab=people&page=4&q=x'), read(''), defaults);
		expect(next.toString()).toBe('tab=people');
	});

	it('writes an emptied filter that is not empty by default', () => {
		const next = writeList(new URLSearchParams(), { page: 1, pageSize: 20, filters: { q: '', state: '' } }, defaults);
		expect(next.toString()).toBe('state=');
	});
});

describe('filters as parameters', () => {
	it('leave out what is empty', () => {
		expect(givenOnly({ q: '', state: 'active' })).toEqual({ state: 'active' });
	});
});
