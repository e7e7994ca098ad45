import { describe, expect, it } from 'vitest';
import { figuresOf, printed, wide } from '../../fixtures/read/figures.setup.ts';
import { htmlReport, pastedInParts, spannedTable, unmergedTable } from '../../fixtures/read/html-layouts.setup.ts';
import { docxReport, xlsxReport } from '../../fixtures/read/office-layouts.setup.ts';
import { pdfReport } from '../../fixtures/read/pdf.setup.ts';
import {
	cellLines,
	flat,
	piped,
	spacedRows,
	tabbedCells,
	tabbedRows,
	textReport,
	wrappedLabels,
} from '../../fixtures/read/text-layouts.setup.ts';
import { allAddresses, type TableForm } from '../forms/index.ts';
import type { Report } from '../model/index.ts';
import { readReport } from './index.ts';

type Write = (form: TableForm, year: number, figures: Record<string, string>) => Uint8Array | Promise<Uint8Array>;

const bytes = (text: string) => new TextEncoder().encode(text);
const layoutTable = (article: string) =>
	`<table><tr><td>导航</td></tr><tr><td><table><tr><td>${article}</td></tr></table></td></tr></table>`;

/** Layouts that keep every cell, empty ones too. */
const faithful: Record<string, [file: string, write: Write]> = {
	'one tabbed cell a line': ['a.txt', (...a) => textReport(...a, tabbedCells)],
	'rows parted by tabs': ['a.txt', (...a) => textReport(...a, tabbedRows)],
	'table of bars': ['a.md', (...a) => textReport(...a, piped)],
	'html with spans': ['a.html', (...a) => htmlReport(...a)],
	'html in a layout table': ['a.html', (...a) => htmlReport(...a, spannedTable, layoutTable)],
	'html pasted in parts of seven rows': ['a.html', (...a) => htmlReport(...a, pastedInParts(7))],
	'html without merged cells': ['a.html', (...a) => htmlReport(...a, unmergedTable)],
	'html saved as GB 18030': ['a.html', (...a) => toGb(htmlReport(...a))],
	docx: ['a.docx', (...a) => docxReport(...a)],
	'docx in a layout table': ['a.docx', (...a) => docxReport(...a, true)],
	xlsx: ['a.xlsx', (...a) => xlsxReport(...a)],
	pdf: ['a.pdf', (...a) => pdfReport(...a)],
};

/** Layouts that lose empty cells: only figures that are printed can come back. */
const lossy: Record<string, [file: string, write: Write]> = {
	'one filled cell a line': ['a.txt', (...a) => textReport(...a, cellLines)],
	'rows parted by blanks': ['a.txt', (...a) => textReport(...a, spacedRows)],
	'labels wrapped around their figures': ['a.txt', (...a) => textReport(...a, wrappedLabels)],
};

/** A page whose tag says UTF-8 and whose bytes are GB 18030 would need an encoder; UTF-16 with its mark does as well. */
function toGb(page: Uint8Array): Uint8Array {
	const text = new TextDecoder().decode(page);
	return new Uint8Array(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]));
}

function differences(report: Report, form: TableForm, figures: Record<string, number>, zeroState: string): string[] {
	return allAddresses(form).flatMap((address) => {
		const cell = report.cells[address];
		const expected = figures[address] ?? 0;
		const state = expected === 0 ? zeroState : 'number';
		const value = state === 'number' ? expected : null;
		const isRight = cell?.state === state && cell.value === value && cell.at !== undefined;
		return isRight ? [] : [`${address}: ${value} (${state}) read as ${cell?.value} (${cell?.state}) «${cell?.raw}»`];
	});
}

const years: Record<TableForm, number> = { '2014': 2017, '2019': 2019, '2021': 2023 };

describe.each(Object.entries(faithful))('%s', (_, [file, write]) => {
	for (const form of ['2014', '2019', '2021'] as const) {
		for (const [zero, state] of [
			['0', 'number'],
			['', 'blank'],
			['/', 'dash'],
		] as const) {
			it(`gives back every cell of the ${form} form, zeros printed as «${zero}»`, async () => {
				const figures = figuresOf(form, 11 + years[form]);
				const report = await readReport(await write(form, years[form], printed(figures, zero)), file);
				expect(report.form).toBe(form);
				expect(report.year).toBe(years[form]);
				expect(differences(report, form, figures, state)).toEqual([]);
			});
		}
	}
});

describe.each(Object.entries(lossy))('%s', (_, [file, write]) => {
	for (const form of ['2019', '2021'] as const) {
		it(`gives back every printed figure of the ${form} form`, async () => {
			const figures = figuresOf(form, 5 + years[form]);
			const report = await readReport(await write(form, years[form], printed(figures)), file);
			expect(report.form).toBe(form);
			expect(differences(report, form, figures, 'number')).toEqual([]);
		});

		it(`invents no zero where the empty cells of the ${form} form are gone`, async () => {
			const figures = figuresOf(form, 5 + years[form]);
			const report = await readReport(await write(form, years[form], printed(figures, '')), file);
			const invented = allAddresses(form).filter((a) => report.cells[a]?.value === 0 && figures[a] !== 0);
			const wrong = allAddresses(form).filter((a) => {
				const value = report.cells[a]?.value ?? null;
				return value !== null && value !== figures[a];
			});
			expect(invented).toEqual([]);
			expect(wrong).toEqual([]);
		});
	}
});

describe('figures', () => {
	it('reads full-width digits in text, html and docx', async () => {
		const figures = figuresOf('2021', 3);
		const text = wide(printed(figures));
		const files: [Uint8Array, string][] = [
			[textReport('2021', 2022, text, tabbedCells), 'a.txt'],
			[htmlReport('2021', 2022, text), 'a.html'],
			[await docxReport('2021', 2022, text), 'a.docx'],
		];
		for (const [file, name] of files) {
			expect(differences(await readReport(file, name), '2021', figures, 'number'), name).toEqual([]);
		}
	});

	it('reads large figures and many of them', async () => {
		const figures = figuresOf('2021', 8, 4_000_000);
		const report = await readReport(await docxReport('2021', 2024, printed(figures)), 'a.docx');
		expect(differences(report, '2021', figures, 'number')).toEqual([]);
	});
});

describe('runs without anything between the cells', () => {
	it('cuts the rows of tables 3 and 4 only as the sums allow, and never wrongly', async () => {
		let cells = 0;
		let known = 0;
		for (let seed = 1; seed <= 12; seed++) {
			const figures = figuresOf('2021', seed);
			const report = await readReport(textReport('2021', 2022, printed(figures), flat, ''), 'a.txt');
			for (const address of allAddresses('2021')) {
				const cell = report.cells[address];
				if (!/^t[34]\./.test(address)) continue;
				cells++;
				if (cell?.value == null) continue;
				known++;
				expect(cell.value, `seed ${seed} ${address}`).toBe(figures[address]);
				expect(cell.state).toBe('reconstructed');
				expect(cell.by).toMatch(/^(?:T3-ROW|T4-SUM|T3-SUM|digits)/);
			}
		}
		expect(known / cells).toBeGreaterThan(0.9);
	});

	it('leaves a run in table 2 unreadable', async () => {
		const figures = {
			...figuresOf('2021', 2),
			't2.normative.made': 12,
			't2.normative.repealed': 3,
			't2.normative.valid': 45,
		};
		const report = await readReport(textReport('2021', 2022, printed(figures), flat, ''), 'a.txt');
		for (const column of ['made', 'repealed', 'valid']) {
			expect(report.cells[`t2.normative.${column}`]).toMatchObject({ value: null, state: 'unreadable', raw: '12345' });
		}
	});

	it('cuts a run in table 2 where the text states enough of its figures', async () => {
		const figures = {
			...figuresOf('2021', 2),
			't2.normative.made': 12,
			't2.normative.repealed': 3,
			't2.normative.valid': 45,
		};
		const page = new TextDecoder().decode(textReport('2021', 2022, printed(figures), flat, ''));
		const said = '全年制发规范性文件12件，现行有效规范性文件45件。';
		const report = await readReport(
			bytes(page.replace('全镇公开工作平稳有序。', `全镇公开工作平稳有序。${said}`)),
			'a.txt',
		);
		expect(report.cells['t2.normative.repealed']).toMatchObject({ value: 3, state: 'reconstructed', by: 'narrative' });
	});
});
