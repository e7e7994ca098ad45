import type { Report } from 'annual-report';
import { describe, expect, it } from 'vitest';
import { middleOf, type OfficeFigures, outliersOf } from './outliers.ts';

function figures(values: Readonly<Record<string, number | null>>): Report['cells'] {
	return Object.fromEntries(
		Object.entries(values).map(([address, value]) => [
			address,
			{ value, state: value === null ? 'blank' : 'number', raw: String(value ?? '') },
		]),
	);
}

const office = (officeId: number, now: number | null, before?: number): OfficeFigures => ({
	officeId,
	kind: 'township',
	form: '2021',
	cells: figures({ 't2.license.decisions': now }),
	before: before === undefined ? null : figures({ 't2.license.decisions': before }),
});
const found = (...offices: OfficeFigures[]) =>
	outliersOf(offices).map(({ officeId, kind, beside }) => [officeId, kind, beside]);

describe('a figure worth a second look', () => {
	it('jumps to three times last year’s, or to a third, by twenty at least', () => {
		expect(found(office(1, 90, 30))).toEqual([[1, 'jump', 30]]);
		expect(found(office(1, 10, 30))).toEqual([[1, 'jump', 30]]);
		expect(found(office(1, 20, 0))).toEqual([[1, 'jump', 0]]);
		expect(found(office(1, 19, 0), office(2, 89, 30), office(3, 30))).toEqual([]);
	});

	it('stands apart from five or more offices of its kind', () => {
		const others = [10, 11, 12, 13].map((value, at) => office(at + 1, value));
		expect(found(...others, office(9, 400))).toEqual([[9, 'apart', 12]]);
		expect(found(...others.slice(1), office(9, 400))).toEqual([]);
		expect(found(...others, { ...office(9, 400), kind: 'department' })).toEqual([]);
	});

	it('is never a blank, and never a sum whose parts are told', () => {
		expect(found(office(1, null, 300))).toEqual([]);
		const sums = {
			...office(1, 0),
			cells: figures({ 't3.granted.total': 300 }),
			before: figures({ 't3.granted.total': 1 }),
		};
		expect(found(sums)).toEqual([]);
	});

	it('is measured from the middle', () => {
		expect([middleOf([3, 1, 2]), middleOf([4, 1, 2, 3]), middleOf([])]).toEqual([2, 2.5, 0]);
	});
});
