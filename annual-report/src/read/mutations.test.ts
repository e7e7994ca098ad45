import { describe, expect, it } from 'vitest';
import { figuresOf, printed, random } from '../../fixtures/read/figures.setup.ts';
import { htmlReport } from '../../fixtures/read/html-layouts.setup.ts';
import { docxReport } from '../../fixtures/read/office-layouts.setup.ts';
import { cellLines, flat, piped, tabbedCells, textReport } from '../../fixtures/read/text-layouts.setup.ts';
import { allAddresses } from '../forms/index.ts';
import { ReadError, readReport } from './index.ts';

const figures = figuresOf('2021', 90);
const clean = printed(figures);

async function outcome(file: Uint8Array, name: string): Promise<'read' | 'refused'> {
	try {
		const report = await readReport(file, name);
		expect(
			Object.values(report.cells).every((cell) => (cell.value === null) === !/number|reconstructed/.test(cell.state)),
		).toBe(true);
		return 'read';
	} catch (error) {
		if (!(error instanceof ReadError)) throw error;
		return 'refused';
	}
}

/** Cuts, flips or repeats a piece of the bytes. */
function damage(file: Uint8Array, next: () => number): Uint8Array {
	const at = Math.floor(next() * file.length);
	const kind = Math.floor(next() * 4);
	if (kind === 0) return file.slice(0, at);
	if (kind === 1) return new Uint8Array([...file.slice(0, at), ...file.slice(at + Math.floor(next() * 200))]);
	if (kind === 2)
		return new Uint8Array([...file.slice(0, at), ...file.slice(Math.max(0, at - 100), at), ...file.slice(at)]);
	const copy = file.slice();
	for (let i = 0; i < 20; i++) copy[Math.floor(next() * copy.length)] = Math.floor(next() * 256);
	return copy;
}

describe('damaged files', () => {
	it('are read or refused, never a crash: text in three layouts', async () => {
		const next = random(1);
		for (const write of [tabbedCells, flat, piped]) {
			const file = textReport('2021', 2022, clean, write);
			for (let i = 0; i < 40; i++) await outcome(damage(file, next), 'a.txt');
		}
	});

	it('are read or refused, never a crash: html', async () => {
		const next = random(2);
		const file = htmlReport('2021', 2022, clean);
		for (let i = 0; i < 40; i++) await outcome(damage(file, next), 'a.html');
	});

	it('are read or refused, never a crash: docx', async () => {
		const next = random(3);
		const file = await docxReport('2021', 2022, clean);
		const outcomes = [];
		for (let i = 0; i < 40; i++) outcomes.push(await outcome(damage(file, next), 'a.docx'));
		expect(outcomes).toContain('refused');
	});
});

describe('one changed figure', () => {
	it('changes one cell and no other, in every faithful layout', async () => {
		const next = random(7);
		const addresses = allAddresses('2021');
		const layouts: [string, (text: Record<string, string>) => Uint8Array | Promise<Uint8Array>][] = [
			['a.txt', (text) => textReport('2021', 2022, text, tabbedCells)],
			['a.md', (text) => textReport('2021', 2022, text, piped)],
			['a.html', (text) => htmlReport('2021', 2022, text)],
			['a.docx', (text) => docxReport('2021', 2022, text)],
		];
		for (const [name, write] of layouts) {
			const before = await readReport(await write(clean), name);
			for (let i = 0; i < 8; i++) {
				const address = addresses[Math.floor(next() * addresses.length)] ?? '';
				const report = await readReport(await write({ ...clean, [address]: '98765' }), name);
				const changed = addresses.filter((a) => report.cells[a]?.value !== before.cells[a]?.value);
				expect(changed, `${name} ${address}`).toEqual([address]);
				expect(report.cells[address]?.value).toBe(98_765);
			}
		}
	});
});

describe('a lost line', () => {
	it('makes no figure of another row: the row it stood in is absent or unreadable', async () => {
		const lines = new TextDecoder().decode(textReport('2021', 2022, clean, cellLines)).split('\n');
		const next = random(9);
		for (let i = 0; i < 40; i++) {
			const at = Math.floor(next() * lines.length);
			const text = [...lines.slice(0, at), ...lines.slice(at + 1)].join('\n');
			const report = await readReport(new TextEncoder().encode(text), 'a.txt');
			const wrong = Object.entries(report.cells).filter(
				([a, cell]) => cell.value !== null && cell.value !== figures[a],
			);
			expect(wrong, `without «${lines[at]}»`).toEqual([]);
		}
	});
});

describe('a stray line', () => {
	const junk = ['— 3 —', '第 3 页 共 8 页', '收起', '（续表）', '白石镇人民政府办公室'];

	it('between two rows changes nothing', async () => {
		const lines = new TextDecoder().decode(textReport('2021', 2022, clean, cellLines)).split('\n');
		const label = lines.indexOf('4.保护第三方合法权益');
		for (const line of junk) {
			const text = [...lines.slice(0, label), line, ...lines.slice(label)].join('\n');
			const report = await readReport(new TextEncoder().encode(text), 'a.txt');
			const wrong = allAddresses('2021').filter((a) => report.cells[a]?.value !== figures[a]);
			expect(wrong, line).toEqual([]);
		}
	});
});
