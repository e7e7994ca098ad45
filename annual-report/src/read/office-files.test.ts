import { describe, expect, it } from 'vitest';
import { figuresOf } from '../../fixtures/read/figures.setup.ts';
import { readFixture } from '../../fixtures/read/read-fixture.setup.ts';
import { allAddresses } from '../forms/index.ts';

/** Files that LibreOffice made of generated reports: what no writer of our own would think of. */
const figures = figuresOf('2019', 77);

describe('an old Word file', () => {
	it('gives back every cell, though the whole table stands in one line', async () => {
		const report = await readFixture('office-2019-blank.doc');
		expect(report).toMatchObject({ form: '2019', year: 2019, signedOn: '2020-01-16' });
		const wrong = allAddresses('2019').filter((address) => {
			const expected = figures[address] === 0 ? null : figures[address];
			return report.cells[address]?.value !== expected;
		});
		expect(wrong).toEqual([]);
	});

	it('tells empty cells from figures', async () => {
		const report = await readFixture('office-2019-blank.doc');
		const states = new Set(Object.values(report.cells).map((cell) => cell.state));
		expect([...states].sort()).toEqual(['blank', 'number']);
	});

	it('has its outline', async () => {
		const report = await readFixture('office-2019-blank.doc');
		expect(report.sections.map((section) => section.n)).toEqual([1, 2, 3, 4, 5, 6]);
	});
});

describe('a pdf whose page end cuts through rows', () => {
	it('joins the halves of the rows', async () => {
		const report = await readFixture('office-2019-row-cut.pdf');
		const wrong = allAddresses('2019').filter((address) => report.cells[address]?.value !== figures[address]);
		expect(wrong).toEqual([]);
	});

	it('places every cell on a page and a line', async () => {
		const report = await readFixture('office-2019-row-cut.pdf');
		const pages = Object.values(report.cells).map((cell) => cell.at?.page);
		expect(new Set(pages)).toEqual(new Set([1, 2, 3]));
		expect(Object.values(report.cells).every((cell) => (cell.at?.line ?? 0) > 0)).toBe(true);
	});

	it('reads the text around the tables', async () => {
		const report = await readFixture('office-2019-row-cut.pdf');
		expect(report.title).toBe('青河县白石镇人民政府2019年政府信息公开工作年度报告');
		expect(report.organ).toBe('青河县白石镇人民政府');
		expect(report.sections.map((section) => section.heading)).toContain('存在的主要问题及改进情况');
	});
});
