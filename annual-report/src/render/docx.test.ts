import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { cleanReport } from '../../fixtures/audit/base.setup.ts';
import { layoutsOf } from '../forms/index.ts';
import { renderDocx } from './docx.ts';
import { page, textWidth } from './docx-style.ts';
import { columnWidths } from './docx-table.ts';

const count = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].length;

async function partsOf(form: '2014' | '2019' | '2021'): Promise<Record<string, string>> {
	const parts = unzipSync(await renderDocx(cleanReport(form)));
	return Object.fromEntries(Object.entries(parts).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

describe('a report as docx', () => {
	let document = '';
	let styles = '';
	let parts: Record<string, string> = {};
	beforeAll(async () => {
		parts = await partsOf('2021');
		document = parts['word/document.xml'] ?? '';
		styles = parts['word/styles.xml'] ?? '';
	});

	it('is A4 with the margins of GB/T 9704', () => {
		expect(document).toContain(`w:w="${page.width}" w:h="${page.height}"`);
		const mm = (twips: number) => Math.round((twips / 1440) * 25.4);
		expect([page.top, page.right, page.bottom, page.left].map(mm)).toEqual([37, 26, 35, 28]);
		expect(mm(textWidth)).toBe(156);
		for (const side of ['top', 'right', 'bottom', 'left'] as const)
			expect(document).toContain(`w:${side}="${page[side]}"`);
	});

	it('names the official faces and sizes', () => {
		for (const name of ['方正小标宋简体', '仿宋_GB2312', '黑体', '楷体_GB2312']) expect(styles).toContain(name);
		expect(styles).toContain('<w:sz w:val="44"/>');
		expect(styles).toContain('<w:sz w:val="32"/>');
	});

	it('indents paragraphs by 640 twips, which every reader understands', () => {
		expect(document).toContain('w:firstLine="640"');
		expect(styles).toContain('w:firstLine="640"');
	});

	it('has three tables of fixed layout whose columns fill the text block', () => {
		expect(count(document, /<w:tbl>/g)).toBe(3);
		expect(count(document, /<w:tblLayout w:type="fixed"\/>/g)).toBe(3);
		const grids = [...document.matchAll(/<w:tblGrid>(.*?)<\/w:tblGrid>/g)].map(([, grid = '']) =>
			[...grid.matchAll(/w:w="(\d+)"/g)].map(([, width]) => Number(width)),
		);
		expect(grids.map((widths) => widths.length)).toEqual([4, 10, 15]);
		for (const widths of grids) expect(widths.reduce((a, b) => a + b, 0)).toBe(textWidth);
	});

	it('repeats all three head rows of tables 3 and 4 on each page', () => {
		const tables = document.split('<w:tbl>').slice(1);
		expect(tables.map((table) => count(table, /<w:tblHeader\/>/g))).toEqual([0, 3, 3]);
	});

	it('merges the group of results over 22 rows and the four reasons below it', () => {
		const table = document.split('<w:tbl>')[2] ?? '';
		expect(count(table, /<w:vMerge w:val="restart"\/>/g)).toBeGreaterThanOrEqual(5 + 3);
		// 21 rows go on with 三, 7 + 2 + 4 + 2 with its groups, and 4 + 2 in the head.
		expect(count(table, /<w:vMerge w:val="continue"\/>/g)).toBe(21 + 15 + 2 + 1 + 1);
		expect(table).toContain('<w:gridSpan w:val="7"/>');
	});

	it('keeps short tables on one page and lets table 3 break between rows', () => {
		const [, second = '', third = ''] = document.split('<w:tbl>');
		expect(second).toContain('<w:keepNext/>');
		expect(third).not.toContain('<w:keepNext/>');
	});

	it('numbers pages outside, odd and even apart', () => {
		expect(parts['word/settings.xml']).toContain('evenAndOddHeaders');
		const footers = Object.entries(parts).filter(([name]) => /^word\/footer\d\.xml$/.test(name));
		expect(footers).toHaveLength(2);
		for (const [, footer] of footers) expect(footer).toContain('PAGE');
	});

	it('carries title and office in its properties, and no clock', () => {
		const core = parts['docProps/core.xml'] ?? '';
		expect(core).toContain('青河县清源镇人民政府2024年政府信息公开工作年度报告');
		expect(core.match(/\d{4}-\d\d-\d\dT/g)?.every((day) => day === '1980-01-01T')).toBe(true);
	});
});

describe('renderDocx', () => {
	it('gives the same bytes for the same report, again and again', async () => {
		const [a, b, c] = [
			await renderDocx(cleanReport('2021')),
			await renderDocx(cleanReport('2021')),
			await renderDocx(cleanReport('2019')),
		];
		expect(Buffer.compare(a, b)).toBe(0);
		expect(Buffer.compare(a, c)).not.toBe(0);
	});

	it('renders the one long table of 2014', async () => {
		const parts = await partsOf('2014');
		const document = parts['word/document.xml'] ?? '';
		expect(count(document, /<w:tr>|<w:tr /g)).toBe(layoutsOf('2014')[0]?.rows);
		expect(document).toContain('查阅点接待人数');
	});

	it('escapes what XML cannot hold as it stands', async () => {
		const bytes = await renderDocx({ ...cleanReport('2021'), title: '甲<乙>&"丙"' });
		expect(strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())).toContain('甲&lt;乙&gt;&amp;');
	});
});

describe('columnWidths', () => {
	it('loses no twip to rounding', () => {
		for (const form of ['2014', '2019', '2021'] as const) {
			for (const layout of layoutsOf(form)) {
				const widths = columnWidths(layout);
				expect(widths.reduce((a, b) => a + b, 0)).toBe(textWidth);
				expect(Math.min(...widths)).toBeGreaterThan(500);
			}
		}
	});
});
