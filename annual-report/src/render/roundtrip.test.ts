import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanReport } from '../../fixtures/audit/base.setup.ts';
import type { TableForm } from '../forms/index.ts';
import { allAddresses } from '../forms/index.ts';
import type { Cell, Report } from '../model/index.ts';
import { readReport } from '../read/index.ts';
import { renderDocx } from './docx.ts';
import { renderHtml } from './html.ts';
import { renderXlsx } from './xlsx.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const writers = {
	'report.html': async (report: Report) => utf8(renderHtml(report, { page: true })),
	'fragment.html': async (report: Report) => utf8(renderHtml(report)),
	'report.docx': renderDocx,
	'report.xlsx': renderXlsx,
} as const;

/** Every state a rendered cell can keep; `reconstructed` comes back as the figure it is printed as. */
const anyCell: fc.Arbitrary<Cell> = fc.oneof(
	{ weight: 6, arbitrary: fc.nat(99999).map((value): Cell => ({ value, state: 'number', raw: String(value) })) },
	{ weight: 2, arbitrary: fc.constant<Cell>({ value: 0, state: 'number', raw: '0' }) },
	{ weight: 2, arbitrary: fc.constant<Cell>({ value: null, state: 'blank', raw: '' }) },
	{
		weight: 2,
		arbitrary: fc.constantFrom('/', '-', '—', '无').map((raw): Cell => ({ value: null, state: 'dash', raw })),
	},
	{
		weight: 1,
		arbitrary: fc.constantFrom('12?', '3余', '1 2/3').map((raw): Cell => ({ value: null, state: 'unreadable', raw })),
	},
);

const reportOf = (form: TableForm): fc.Arbitrary<Report> => {
	const addresses = allAddresses(form);
	return fc.array(anyCell, { minLength: addresses.length, maxLength: addresses.length }).map((cells) => ({
		...cleanReport(form),
		cells: Object.fromEntries(addresses.map((a, i) => [a, cells[i] as Cell])),
	}));
};

const plain = (cells: Record<string, Cell>) =>
	Object.fromEntries(Object.entries(cells).map(([address, { value, state }]) => [address, { value, state }]));

describe.each(['2014', '2019', '2021'] as const)('a rendered report of form %s', (form) => {
	it.each(Object.entries(writers))(
		'reads back from %s cell by cell, in value and state',
		async (name, write) => {
			await fc.assert(
				fc.asyncProperty(reportOf(form), async (report) => {
					const back = await readReport(await write(report), name);
					expect(back.form).toBe(form);
					expect(plain(back.cells)).toEqual(plain(report.cells));
				}),
				{ numRuns: 3 },
			);
		},
		60_000,
	);

	it.each(['report.html', 'report.docx'] as const)('reads back from %s with its words', async (name) => {
		const report = cleanReport(form);
		const back = await readReport(await writers[name](report), name);
		expect(back).toMatchObject({
			title: report.title,
			organ: report.organ,
			year: report.year,
			period: report.period,
			signedOn: report.signedOn,
		});
		const headings = (one: Report) => one.sections.map(({ n, level, heading }) => `${level}/${n}/${heading}`);
		expect(headings(back).slice(0, report.sections.length)).toEqual(headings(report));
		expect(back.sections[0]?.body).toBe(report.sections[0]?.body);
	});
});

describe('what is printed', () => {
	it('of a recovered cell reads back as a figure', async () => {
		const report = cleanReport('2021');
		report.cells['t3.new.natural'] = { value: 12, state: 'reconstructed', raw: '', by: 'T3-ROW' };
		const back = await readReport(utf8(renderHtml(report)), 'a.html');
		expect(back.cells['t3.new.natural']).toMatchObject({ value: 12, state: 'number' });
	});

	it('of an absent cell never reads back as a figure or a zero', async () => {
		const report = cleanReport('2021');
		report.cells['t3.new.natural'] = { value: null, state: 'absent', raw: '' };
		const back = await readReport(await renderDocx(report), 'a.docx');
		expect(back.cells['t3.new.natural']?.value).toBeNull();
		expect(back.cells['t3.new.natural']?.state).toBe('unreadable');
	});

	it('of amounts and deltas keeps the figure', async () => {
		const report = cleanReport('2019');
		report.cells['t2.procurement.yuan'] = { value: 106424.5, state: 'number', raw: '10.64245万元' };
		report.cells['t2.license.delta'] = { value: -7, state: 'number', raw: '减7' };
		const back = await readReport(await renderDocx(report), 'a.docx');
		expect(back.cells['t2.procurement.yuan']?.value).toBe(106424.5);
		expect(back.cells['t2.license.delta']?.value).toBe(-7);
	});
});
