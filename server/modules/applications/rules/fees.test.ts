import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkCorrection, checkQuantity, checkRefund, computeFee, naturalMonth, refundable } from './fees.ts';

const keys = (issues: readonly { key: string }[]) => issues.map(({ key }) => key);

describe('按件计收 within a natural month (国办函〔2020〕109号第四条)', () => {
	test.each([
		['2026-06-01', '2026-06-01', '2026-06-30'],
		['2026-06-30', '2026-06-01', '2026-06-30'],
		['2026-02-28', '2026-02-01', '2026-02-28'],
		['2028-02-29', '2028-02-01', '2028-02-29'],
		['2026-12-31', '2026-12-01', '2026-12-31'],
		['2026-01-31', '2026-01-01', '2026-01-31'],
	])('%s lies in %s to %s', (day, from, to) => {
		expect(naturalMonth(day)).toEqual([from, to]);
	});

	test('the ladder of law.md §3, whatever stood before', () => {
		expect(computeFee({ tariff: 'item', before: 0, quantity: 12 }).total).toBe(200);
		expect(computeFee({ tariff: 'item', before: 0, quantity: 31 }).total).toBe(2200);
		expect(computeFee({ tariff: 'item', before: 0, quantity: 45 }).total).toBe(5500);
		expect(computeFee({ tariff: 'item', before: 30, quantity: 1 }).total).toBe(200);
		expect(computeFee({ tariff: 'page', before: 99, quantity: 68 }).total).toBe(380);
	});

	test('one by one or all together costs the same', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 60 }), (before, quantity) => {
				let sum = 0;
				for (let n = 0; n < quantity; n++) sum += computeFee({ tariff: 'item', before: before + n, quantity: 1 }).total;
				expect(computeFee({ tariff: 'item', before, quantity }).total).toBe(sum);
			}),
		);
	});

	test('counts that are none are refused', () => {
		const of = (before: number, quantity: number) => keys(checkQuantity({ tariff: 'item', before, quantity }));
		expect(of(0, 1)).toEqual([]);
		expect(of(-1, 0)).toEqual(['fee.before', 'fee.quantity']);
		expect(of(10_000, 10_000)).toEqual([]);
		expect(of(10_001, 10_001)).toEqual(['fee.before', 'fee.quantity']);
		expect(checkQuantity({ tariff: 'page', before: 0, quantity: 1_000_001 })).toHaveLength(1);
		expect(of(1.5, Number.NaN)).toEqual(['fee.before', 'fee.quantity']);
	});

	test('a count other than the register’s says why; by pages there is none', () => {
		const item = { tariff: 'item', before: 10, quantity: 1 } as const;
		expect(checkCorrection(item, 10, '')).toBeNull();
		expect(checkCorrection(item, 9, '')?.key).toBe('fee.beforeReason');
		expect(checkCorrection(item, 9, ' x ')?.key).toBe('fee.beforeReason');
		expect(checkCorrection(item, 9, '另有一件纸质登记')).toBeNull();
		expect(checkCorrection(item, null, '')?.message).toContain('不能识别同一申请人');
		expect(checkCorrection({ ...item, tariff: 'page' }, null, '')).toBeNull();
	});
});

describe('退费', () => {
	const paid = { amount: 200, paidOn: '2026-06-08', refunds: [{ amount: 0.1 }, { amount: 0.2 }] };
	const refund = { amount: 199.7, ground: 'other', reason: '多收' } as const;

	test('never more than was paid, counted in fen', () => {
		expect(refundable(paid)).toBe(199.7);
		expect(checkRefund(refund, paid, false)).toEqual([]);
		expect(keys(checkRefund({ ...refund, amount: 199.71 }, paid, false))).toEqual(['refund.tooMuch']);
	});

	test('nothing goes back of what was not paid', () => {
		expect(refundable({ ...paid, paidOn: null })).toBe(0);
		expect(keys(checkRefund(refund, { ...paid, paidOn: null }, false))).toEqual(['refund.tooMuch']);
	});

	test.each([0, -1, 0.001, 1.005, Number.NaN, Number.POSITIVE_INFINITY])('%s is no sum', (amount) => {
		expect(keys(checkRefund({ ...refund, amount }, paid, false))).toEqual(['refund.amount']);
	});

	test('a decision set aside has to have been, and the reason is told', () => {
		expect(keys(checkRefund({ ...refund, ground: 'setAside' }, paid, false))).toEqual(['refund.notSetAside']);
		expect(checkRefund({ ...refund, ground: 'setAside' }, paid, true)).toEqual([]);
		expect(keys(checkRefund({ ...refund, reason: ' ' }, paid, true))).toEqual(['refund.reason']);
	});
});
