import { describe, expect, it } from 'vitest';
import type { StandingEntry } from '../model.ts';
import { figuresOf } from './figures.ts';

let nextId = 1;

function line(kind: string, day: string, quantity: string, fields: StandingEntry['fields'] = {}): StandingEntry {
	return { id: nextId++, kind, entryType: 'entry', day, quantity, fields, note: '' };
}

describe('the 2021 form', () => {
	it('gets its four register cells and no others', () => {
		expect(Object.keys(figuresOf('2021', 2025, 'township', [])).sort()).toEqual([
			't2.fee.wan',
			't2.force.decisions',
			't2.license.decisions',
			't2.punish.decisions',
		]);
	});

	it('keeps «not kept» apart from zero', () => {
		const figures = figuresOf('2021', 2025, 'township', [line('license', '2025-03-01', '4')]);
		expect(figures['t2.license.decisions']).toMatchObject({ value: '4', basis: '「行政许可处理决定」台账' });
		expect(figures['t2.punish.decisions']).toMatchObject({ value: null, ids: [] });
	});

	it('says on what ground a zero stands', () => {
		const zero: StandingEntry = {
			...line('force', '2025-12-31', '0'),
			entryType: 'zero',
			note: '经核对案卷，没有行政强制。',
		};
		expect(figuresOf('2021', 2025, 'township', [zero])['t2.force.decisions']).toEqual({
			value: '0',
			ids: [zero.id],
			basis: '零报告：经核对案卷，没有行政强制。',
			kind: 'force',
		});
	});
});

describe('the 2019 form', () => {
	it('takes last year’s number of items and the change, signed', () => {
		const lines = [line('licenseItem', '2018-06-01', '12'), line('licenseItem', '2020-07-01', '9')];
		const figures = figuresOf('2019', 2020, 'department', lines);
		expect(figures['t2.license.prev']?.value).toBe('12');
		expect(figures['t2.license.delta']?.value).toBe('-3');
		expect(figures['t2.license.delta']?.ids).toEqual(lines.map((one) => one.id));
	});

	it('does not know a change from nothing', () => {
		const figures = figuresOf('2019', 2020, 'department', [line('punishItem', '2020-01-10', '4')]);
		expect(figures['t2.punish.prev']?.value).toBeNull();
		expect(figures['t2.punish.delta']?.value).toBeNull();
	});

	it('counts procurement projects and their money apart', () => {
		const lines = [
			line('procurement', '2020-04-01', '1', { yuan: '106424.00' }),
			line('procurement', '2020-08-01', '2', { yuan: '0.55' }),
		];
		const figures = figuresOf('2019', 2020, 'township', lines);
		expect(figures['t2.procurement.count']?.value).toBe('3');
		expect(figures['t2.procurement.yuan']?.value).toBe('106424.55');
	});
});

describe('the 2014 form', () => {
	it('fills the line of its own level and puts 0 into the other', () => {
		const lines = [line('accessPoint', '2016-01-01', '2')];
		const township = figuresOf('2014', 2017, 'township', lines);
		expect([township['stat.10.1']?.value, township['stat.10.2']?.value]).toEqual(['0', '2']);
		const department = figuresOf('2014', 2017, 'department', lines);
		expect([department['stat.10.1']?.value, department['stat.10.2']?.value]).toEqual(['2', '0']);
	});

	it('splits complaints by result, and zero of one kind is known once any is entered', () => {
		const lines = [line('complaint', '2017-05-01', '2', { result: 'corrected' })];
		const figures = figuresOf('2014', 2017, 'township', lines);
		expect(['6.1', '6.2', '6.3'].map((code) => figures[`stat.${code}`]?.value)).toEqual(['0', '2', '0']);
		expect(figures['stat.2.1']?.value).toBeNull();
	});

	it('feeds the particulars of a line into their own cell', () => {
		const lines = [
			line('pressConference', '2017-02-01', '3', { leader: 1 }),
			line('gazette', '2017-12-01', '12', { copies: '576' }),
		];
		const figures = figuresOf('2014', 2017, 'county', lines);
		expect([figures['stat.2.2.1']?.value, figures['stat.2.2.1a']?.value]).toEqual(['3', '1']);
		expect([figures['stat.9.1']?.value, figures['stat.9.2']?.value]).toEqual(['12', '576']);
	});
});
