import { describe, expect, it } from 'vitest';
import { isSameOffice, officeName, placeOf } from './office.ts';

describe('officeName', () => {
	it.each([
		['青河县 清源镇人民政府', '青河县清源镇人民政府'],
		['青河县（汇总）', '青河县'],
		['青河县(汇总)', '青河县'],
		[null, ''],
	])('reads %s as «%s»', (printed, name) => {
		expect(officeName(printed)).toBe(name);
	});
});

describe('placeOf', () => {
	it.each([
		['青河县清源镇人民政府', '青河县清源镇'],
		['清源镇政府', '清源镇'],
		['城关街道办事处', '城关街道'],
		['云岭高新区管理委员会', '云岭高新区'],
		['青河县教育局', '青河县教育局'],
	])('takes %s for %s', (printed, place) => {
		expect(placeOf(printed)).toBe(place);
	});
});

describe('isSameOffice', () => {
	it.each([
		['清源镇', '青河县清源镇人民政府'],
		['青河县清源镇人民政府', '清源镇政府'],
		['教育局', '青河县教育局'],
	])('knows %s as %s', (a, b) => {
		expect(isSameOffice(a, b)).toBe(true);
		expect(isSameOffice(b, a)).toBe(true);
	});

	it.each([
		['清源镇', '青河县双桥乡人民政府'],
		['', '青河县双桥乡人民政府'],
		[null, null],
		['人民政府', '青河县人民政府'],
	])('keeps %s and %s apart', (a, b) => {
		expect(isSameOffice(a, b)).toBe(false);
	});
});
