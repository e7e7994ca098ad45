import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { figuresOf, printed } from '../../../fixtures/read/figures.setup.ts';
import { type OfdLook, ofdReport, writeOfd } from '../../../fixtures/read/ofd.setup.ts';
import { allAddresses } from '../../forms/index.ts';
import { ReadError, readReport } from '../index.ts';

const looks: [string, OfdLook][] = [
	['lines as paths', {}],
	['lines as thin boxes', { boxes: true }],
	['text placed by a matrix', { matrix: true }],
	['parts named from the root', { absolute: true }],
];

describe('an OFD report (GB/T 33190)', () => {
	for (const form of ['2019', '2021'] as const) {
		for (const [name, look] of looks) {
			it(`of ${form}, ${name}: every cell`, async () => {
				const figures = figuresOf(form, 31);
				const report = await readReport(ofdReport(form, Number(form) + 1, printed(figures), look), '年报.ofd');
				expect(report).toMatchObject({ form, year: Number(form) + 1 });
				expect(allAddresses(form).filter((address) => report.cells[address]?.value !== figures[address])).toEqual([]);
			});
		}
	}

	it('says page and line of a cell', async () => {
		const report = await readReport(ofdReport('2021', 2022, printed(figuresOf('2021', 31))), 'a.ofd');
		const places = Object.values(report.cells).map(({ at }) => at);
		expect(places.every((at) => (at?.page ?? 0) > 0 && (at?.line ?? 0) > 0)).toBe(true);
	});

	it('never turns a blank into a zero', async () => {
		const figures = figuresOf('2021', 31);
		const blanks = printed(figures, '');
		const report = await readReport(ofdReport('2021', 2022, blanks), 'a.ofd');
		const silent = allAddresses('2021').filter(
			(address) => figures[address] === 0 && report.cells[address]?.value === 0,
		);
		expect(silent).toEqual([]);
	});
});

describe('an OFD that holds no report', () => {
	const reasonOf = async (bytes: Uint8Array) => {
		const outcome = await readReport(bytes, 'a.ofd').catch((error: unknown) => error);
		return outcome instanceof ReadError ? outcome.reason : 'read';
	};

	it.each([
		['without a document', zipSync({ 'OFD.xml': strToU8('<OFD/>') }), 'damaged'],
		[
			'a page of which is missing',
			zipSync({ 'OFD.xml': strToU8('<a:OFD><a:DocRoot>D.xml</a:DocRoot></a:OFD>') }),
			'damaged',
		],
		['of pictures', writeOfd([{ texts: [], lines: [] }]), 'no-text'],
		[
			'with an entity of its own',
			zipSync({
				'OFD.xml': strToU8('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><OFD><DocRoot>&x;</DocRoot></OFD>'),
			}),
			'damaged',
		],
	])('%s is refused', async (_, bytes, reason) => {
		expect(await reasonOf(bytes)).toBe(reason);
	});
});
