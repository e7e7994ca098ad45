import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { ReadError } from '../errors.ts';
import { openZip } from './zip.ts';

const reasonOf = (open: () => unknown): string => {
	try {
		open();
	} catch (error) {
		if (error instanceof ReadError) return error.reason;
	}
	return 'none';
};

describe('openZip', () => {
	it('lists entries and reads those it is asked for', () => {
		const zip = openZip(zipSync({ 'a.xml': strToU8('甲'), 'b/c.xml': strToU8('乙') }));
		expect(zip.entries.map(({ name, size }) => [name, size])).toEqual([
			['a.xml', 3],
			['b/c.xml', 3],
		]);
		expect(zip.has('a.xml')).toBe(true);
		expect(zip.text('b/c.xml')).toBe('乙');
		expect(zip.text('nothing')).toBeUndefined();
		expect(zip.read('a.xml')).toEqual(strToU8('甲'));
	});

	it('reads stored entries too', () => {
		expect(openZip(zipSync({ a: strToU8('甲') }, { level: 0 })).text('a')).toBe('甲');
	});

	it('refuses a directory that is cut off', () => {
		const file = zipSync({ a: strToU8('甲'.repeat(50)) });
		expect(reasonOf(() => openZip(file.slice(0, file.length - 10)))).toBe('damaged');
	});

	it('refuses an empty archive', () => {
		expect(reasonOf(() => openZip(zipSync({})))).toBe('empty');
	});

	it('refuses entries and sums beyond the limits before unpacking them', () => {
		const zeros = new Uint8Array(35 * 1024 * 1024);
		expect(reasonOf(() => openZip(zipSync({ a: zeros })))).toBe('too-large');
		const half = new Uint8Array(25 * 1024 * 1024);
		expect(reasonOf(() => openZip(zipSync({ a: half, b: half, c: half })))).toBe('too-large');
	});

	it('cannot be made to grow by an entry that lies about its size', () => {
		const file = zipSync({ a: new Uint8Array(1_000_000) });
		const view = new DataView(file.buffer);
		for (let i = 0; i + 4 < file.length; i++) {
			if (view.getUint32(i, true) === 1_000_000) view.setUint32(i, 10, true);
		}
		expect(openZip(file).read('a')?.length).toBe(10);
	});

	it('takes the first of two entries of one name', () => {
		const zip = openZip(zipSync({ 'a.xml': strToU8('甲') }));
		expect(zip.text('a.xml')).toBe('甲');
	});
});
