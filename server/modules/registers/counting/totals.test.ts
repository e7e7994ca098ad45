import { describe, expect, it } from 'vitest';
import { registerKind } from '../kinds/index.ts';
import type { RegisterKind, StandingEntry } from '../model.ts';
import { totalOf, yearPeriod } from './totals.ts';

let nextId = 1;

function line(kind: string, day: string, quantity: string, more: Partial<StandingEntry> = {}): StandingEntry {
	return { id: nextId++, kind, entryType: 'entry', day, quantity, fields: {}, note: '', ...more };
}

function kindOf(key: string): RegisterKind {
	const kind = registerKind(key);
	if (!kind) throw new Error(`no register ${key}`);
	return kind;
}

const y2025 = yearPeriod(2025);

describe('a register that is added up', () => {
	const license = kindOf('license');

	it('knows nothing while nothing is written: not zero', () => {
		expect(totalOf(license, [], y2025)).toMatchObject({ quantity: null, ids: [], zero: null });
	});

	it('adds the lines of the period, first and last day counted, and no others', () => {
		const lines = [
			line('license', '2024-12-31', '100'),
			line('license', '2025-01-01', '2'),
			line('license', '2025-12-31', '3'),
			line('license', '2026-01-01', '100'),
			line('punish', '2025-06-01', '100'),
		];
		const total = totalOf(license, lines, y2025);
		expect(total.quantity).toBe('5');
		expect(total.ids).toEqual([lines[1]?.id, lines[2]?.id]);
	});

	it('is zero by a zero report, and names its ground', () => {
		const zero = line('license', '2025-12-31', '0', { entryType: 'zero', note: '经核对许可案卷' });
		expect(totalOf(license, [zero], y2025)).toMatchObject({
			quantity: '0',
			ids: [zero.id],
			zero: { id: zero.id, basis: '经核对许可案卷' },
		});
	});

	it('drops the zero report as soon as a line contradicts it', () => {
		const zero = line('license', '2025-12-31', '0', { entryType: 'zero', note: '经核对' });
		const real = line('license', '2025-05-01', '1');
		expect(totalOf(license, [zero, real], y2025)).toMatchObject({ quantity: '1', ids: [real.id], zero: null });
	});

	it('adds money exactly', () => {
		const lines = Array.from({ length: 10 }, () => line('fee', '2025-04-01', '0.1'));
		expect(totalOf(kindOf('fee'), lines, y2025).quantity).toBe('1');
	});

	it('totals number fields and splits by choice', () => {
		const lines = [
			line('delivery', '2025-02-01', '4', { fields: { carrier: 'paper' } }),
			line('delivery', '2025-03-01', '6', { fields: { carrier: 'electronic' } }),
			line('delivery', '2025-04-01', '1', { fields: { carrier: 'paper' } }),
		];
		expect(totalOf(kindOf('delivery'), lines, y2025).choices).toEqual({
			'carrier=paper': '5',
			'carrier=electronic': '6',
		});
		const held = [
			line('trainingHeld', '2025-02-01', '1', { fields: { trainees: 30, topic: '保密审查' } }),
			line('trainingHeld', '2025-03-01', '2', { fields: { trainees: '12' } }),
		];
		expect(totalOf(kindOf('trainingHeld'), held, y2025).fields).toEqual({ trainees: '42' });
	});
});

describe('a stock', () => {
	const staff = kindOf('staffFull');
	const lines = [
		line('staffFull', '2023-03-01', '1'),
		line('staffFull', '2025-09-01', '3'),
		line('staffFull', '2025-02-01', '2'),
		line('staffFull', '2026-01-05', '9'),
	];

	it('is the last line on or before the end of the period, in whatever order the lines come', () => {
		expect(totalOf(staff, lines, y2025).quantity).toBe('3');
		expect(totalOf(staff, lines, yearPeriod(2024)).quantity).toBe('1');
		expect(totalOf(staff, lines, yearPeriod(2022)).quantity).toBeNull();
	});

	it('takes the later of two lines of one day', () => {
		const same = [line('staffFull', '2025-02-01', '2'), line('staffFull', '2025-02-01', '5')];
		expect(totalOf(staff, same, y2025).quantity).toBe('5');
	});
});
