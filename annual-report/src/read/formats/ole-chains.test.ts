import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readReport } from '../read-report.ts';
import { chainsEnd } from './ole-chains.ts';

const sound = new Uint8Array(readFileSync(new URL('../../../fixtures/read/office-2019-blank.doc', import.meta.url)));

/** The file with one 32-bit number changed. */
function changed(offset: number, value: number): Uint8Array {
	const bytes = sound.slice();
	new DataView(bytes.buffer).setInt32(offset, value, true);
	return bytes;
}

const view = new DataView(sound.buffer);
const sectorBytes = 2 ** view.getUint16(30, true);
const tableAt = (view.getInt32(76, true) + 1) * sectorBytes;
const directory = view.getInt32(48, true);

describe('chains of sectors', () => {
	it('end in a sound file', () => {
		expect(chainsEnd(sound)).toBe(true);
	});

	it('of the directory that comes back to itself is found, and the file refused with a sentence', async () => {
		const next = directory + 1;
		const circle = changed(tableAt + directory * 4, next);
		new DataView(circle.buffer).setInt32(tableAt + next * 4, directory, true);
		expect(chainsEnd(circle)).toBe(false);
		await expect(readReport(circle, 'a.doc')).rejects.toThrow('Word 文件已损坏');
	});

	it('of any stream that comes back to itself is found', () => {
		const entries = Array.from({ length: sectorBytes / 128 }, (_, i) => (directory + 1) * sectorBytes + i * 128);
		const streams = entries.filter((at) => view.getUint8(at + 66) === 2 && view.getInt32(at + 120, true) > 4096);
		expect(streams.length).toBeGreaterThan(0);
		for (const at of streams) {
			const first = view.getInt32(at + 116, true);
			expect(chainsEnd(changed(tableAt + first * 4, first))).toBe(false);
		}
	});

	it('need a header with a size of sectors the format knows', () => {
		expect(chainsEnd(sound.slice(0, 300))).toBe(false);
		expect(chainsEnd(changed(30, 31))).toBe(false);
	});

	it('a table said to be larger than the file is read as far as the file goes', () => {
		expect(() => chainsEnd(changed(44, 0x7fffffff))).not.toThrow();
		expect(() => chainsEnd(changed(68, 3))).not.toThrow();
	});
});
