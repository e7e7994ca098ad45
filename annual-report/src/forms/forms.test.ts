import { describe, expect, it } from 'vitest';
import {
	addressInfo,
	allAddresses,
	applicantColumns,
	identitiesOf,
	labelOf,
	layoutsOf,
	resultKeys,
	sectionsOf,
	statLines,
	table3Rows,
	unitOf,
} from './index.ts';

describe('addresses', () => {
	it('has the cells the law prescribes: 22 + 161 + 15, 10 + 175 + 15, and 74 lines with a figure', () => {
		const count = (form: '2019' | '2021', table: string) =>
			allAddresses(form).filter((address) => address.startsWith(`${table}.`)).length;
		expect([count('2019', 't2'), count('2019', 't3'), count('2019', 't4')]).toEqual([22, 161, 15]);
		expect([count('2021', 't2'), count('2021', 't3'), count('2021', 't4')]).toEqual([10, 175, 15]);
		expect(allAddresses('2014')).toHaveLength(74);
		expect(allAddresses('none')).toEqual([]);
	});

	it('gives no address twice', () => {
		for (const form of ['2014', '2019', '2021'] as const) {
			expect(new Set(allAddresses(form)).size).toBe(allAddresses(form).length);
		}
	});

	it('keeps the printed order of table 3', () => {
		const rows = table3Rows('2021').map((row) => row.key);
		expect(rows.slice(0, 4)).toEqual(['new', 'carried_in', 'granted', 'partial']);
		expect(rows.slice(-5)).toEqual(['other.correct', 'other.fee', 'other.misc', 'total', 'carried_out']);
		expect(table3Rows('2019').map((row) => row.key)).toContain('other');
		expect(table3Rows('2014')).toEqual([]);
	});

	it('labels a cell in Chinese with its groups, and by its form where wordings differ', () => {
		expect(labelOf('t3.deny.secret.natural')).toBe('三、本年度办理结果 （三）不予公开 1.属于国家秘密·自然人');
		expect(labelOf('t2.normative.made', '2019')).toBe('规范性文件·本年新制作数量');
		expect(labelOf('t2.normative.made')).toBe('行政规范性文件·本年制发件数');
		expect(labelOf('t4.direct.total')).toBe('行政诉讼 未经复议直接起诉·总计');
		expect(labelOf('stat.4.1')).not.toBe(labelOf('stat.6.1'));
		expect(labelOf('t9.nothing')).toBe('t9.nothing');
	});

	it('knows the unit of each cell', () => {
		expect(unitOf('t2.fee.wan')).toBe('万元');
		expect(unitOf('t2.procurement.yuan')).toBe('元');
		expect(unitOf('t2.license.prev')).toBe('项');
		expect(unitOf('stat.11.2')).toBe('人次');
		expect(unitOf('t3.new.total')).toBe('件');
		expect(unitOf('nothing')).toBe('');
	});

	it('answers for the form asked, not for another', () => {
		expect(addressInfo('t2.fee.wan', '2019')).toBeUndefined();
		expect(addressInfo('t3.other.total', '2021')).toBeUndefined();
		expect(addressInfo('t3.other.total')?.unit).toBe('件');
	});

	it('marks the local lines of the 2014 table', () => {
		const local = statLines.filter((line) => line.local).map((line) => line.code);
		expect(local).toEqual(['3.1.5', '8.1', '8.2', '10.1', '10.2', '11.1', '11.2']);
		expect(addressInfo('stat.8.1')?.local).toBe(true);
	});
});

describe('layouts', () => {
	it('has the official sizes', () => {
		const sizes = (form: '2014' | '2019' | '2021') => layoutsOf(form).map((t) => [t.key, t.rows, t.columns]);
		expect(sizes('2021')).toEqual([
			['t2', 14, 4],
			['t3', 28, 10],
			['t4', 4, 15],
		]);
		expect(sizes('2019')).toEqual([
			['t2', 18, 4],
			['t3', 26, 10],
			['t4', 4, 15],
		]);
		expect(sizes('2014')).toEqual([['stat', statLines.length + 1, 3]]);
	});

	it('covers every square of every table exactly once', () => {
		for (const form of ['2014', '2019', '2021'] as const) {
			for (const table of layoutsOf(form)) {
				const seen = new Map<string, number>();
				for (const cell of table.cells) {
					for (let r = 0; r < cell.rowSpan; r++) {
						for (let c = 0; c < cell.colSpan; c++) {
							const key = `${cell.row + r},${cell.col + c}`;
							seen.set(key, (seen.get(key) ?? 0) + 1);
						}
					}
				}
				expect(seen.size, `${form} ${table.key}`).toBe(table.rows * table.columns);
				expect([...seen.values()].every((n) => n === 1)).toBe(true);
			}
		}
	});

	it('places every address of the form once, in the order of the catalogue', () => {
		for (const form of ['2014', '2019', '2021'] as const) {
			const placed = layoutsOf(form).flatMap((t) => t.cells.flatMap((cell) => cell.address ?? []));
			expect(placed).toEqual(allAddresses(form));
		}
	});

	it('merges the groups of table 3 as printed: 20 rows in 2019, 22 in 2021', () => {
		const span = (form: '2019' | '2021', start: string) =>
			layoutsOf(form)
				.flatMap((t) => t.cells)
				.find((cell) => cell.text.startsWith(start))?.rowSpan;
		expect([span('2019', '三、本年度'), span('2021', '三、本年度')]).toEqual([20, 22]);
		expect(span('2021', '（三）不予公开')).toBe(8);
		expect(span('2021', '（六）其他处理')).toBe(3);
	});

	it('has widths that add up to 100', () => {
		for (const table of [...layoutsOf('2014'), ...layoutsOf('2021')]) {
			expect(table.widths.reduce((a, b) => a + b, 0)).toBeCloseTo(100);
			expect(table.widths).toHaveLength(table.columns);
		}
	});
});

describe('identities', () => {
	it('has 25 row sums, 7 column sums, 7 balances and 3 case sums in the 2021 form', () => {
		const rules = identitiesOf('2021').map((identity) => identity.rule);
		const count = (rule: string) => rules.filter((r) => r === rule).length;
		expect([count('T3-ROW'), count('T3-SUM'), count('T3-BAL'), count('T4-SUM')]).toEqual([25, 7, 7, 3]);
	});

	it('sums 21 result rows in 2021 and 19 in 2019, never the total itself', () => {
		expect(resultKeys('2021')).toHaveLength(21);
		expect(resultKeys('2019')).toHaveLength(19);
		expect(resultKeys('2021')).not.toContain('total');
		expect(applicantColumns).toHaveLength(7);
	});

	it('names only addresses the form has', () => {
		for (const form of ['2014', '2019', '2021'] as const) {
			const known = new Set(allAddresses(form));
			for (const identity of identitiesOf(form)) {
				for (const address of [...identity.left, ...identity.right]) expect(known, address).toContain(address);
			}
		}
	});

	it('sums the direct parts of a 2014 line only', () => {
		const of = (rule: string, total: string) =>
			identitiesOf('2014').find((i) => i.rule === rule && i.right[0] === `stat.${total}`)?.left;
		expect(of('A-03', '3.3')).toHaveLength(8);
		expect(of('A-04', '3.3.4')).toHaveLength(6);
		expect(of('A-07', '12.2')).toEqual(['stat.12.2.1', 'stat.12.2.2']);
		expect(of('A-06', '10')).toEqual(['stat.10.1', 'stat.10.2']);
	});
});

describe('sections', () => {
	it('has six for the forms of 2019 and 2021 and none for 2014', () => {
		expect(sectionsOf('2021').map((s) => s.n)).toEqual([1, 2, 3, 4, 5, 6]);
		expect(sectionsOf('2021').flatMap((s) => s.table ?? [])).toEqual(['t2', 't3', 't4']);
		expect(sectionsOf('2014')).toEqual([]);
	});
});
