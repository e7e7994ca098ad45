import { describe, expect, it } from 'vitest';
import type { Cell, Claim } from '../model/index.ts';
import { statedFigures, withCarriedIn } from './index.ts';

const claim = (value: number | null, refs: string[], more: Partial<Claim> = {}): Claim => ({
	kind: 'count',
	text: '',
	value,
	unit: '件',
	precision: 'exact',
	refs,
	...more,
});
const number = (value: number): Cell => ({ value, state: 'number', raw: String(value) });

describe('statedFigures', () => {
	it('takes exact figures of one cell', () => {
		const stated = statedFigures([
			claim(88, ['t2.normative.made']),
			claim(0, ['t3.new.total'], { kind: 'none' }),
			claim(5, ['t4.direct.total', 't4.afterReview.total']),
			claim(20, ['t2.normative.valid'], { precision: 'atLeast' }),
			claim(7, []),
			claim(9, ['t2.regulation.made'], { kind: 'growth' }),
			claim(null, ['t2.fee.wan']),
		]);
		expect([...stated]).toEqual([
			['t2.normative.made', 88],
			['t3.new.total', 0],
		]);
	});

	it('leaves out a cell of which the text says two things', () => {
		expect([...statedFigures([claim(1, ['t3.new.total']), claim(2, ['t3.new.total'])])]).toEqual([]);
		expect([...statedFigures([claim(1, ['t3.new.total']), claim(1, ['t3.new.total'])])]).toEqual([['t3.new.total', 1]]);
	});
});

describe('withCarriedIn', () => {
	const cells = { 't3.new.natural': number(71), 't3.carried_in.natural': number(1), 't3.new.business': number(3) };

	it('speaks of both cells where only their sum agrees', () => {
		expect(withCarriedIn([claim(72, ['t3.new.natural'])], cells)[0]?.refs).toEqual([
			't3.new.natural',
			't3.carried_in.natural',
		]);
	});

	it('leaves a claim alone that agrees already, or with neither', () => {
		for (const value of [71, 99]) {
			expect(withCarriedIn([claim(value, ['t3.new.natural'])], cells)[0]?.refs).toEqual(['t3.new.natural']);
		}
	});

	it('leaves totals and unknown cells alone: 75 against 74 new is for the audit to say', () => {
		const total = { 't3.new.total': number(74), 't3.carried_in.total': number(1) };
		expect(withCarriedIn([claim(75, ['t3.new.total'])], total)[0]?.refs).toEqual(['t3.new.total']);
		expect(withCarriedIn([claim(4, ['t3.new.business'])], cells)[0]?.refs).toEqual(['t3.new.business']);
	});
});
