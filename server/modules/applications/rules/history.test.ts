import { describe, expect, test } from 'vitest';
import { officialCalendar } from '../../../law/calendars.ts';
import { type ClockEntry, clockEvents, clockFacts, clockToday } from './history.ts';

const calendar = officialCalendar.latest;
const received: ClockEntry = { type: 'received', on: '2026-06-01', channel: 'counter' };
const sent = (id: string, on = '2026-06-03'): ClockEntry => ({ type: 'consultationSent', on, id, kind: 'thirdParty' });
const facts = (entries: ClockEntry[], today: string) =>
	clockFacts(clockToday(entries, calendar, today), calendar, today, null);

describe('a delivery that becomes known later', () => {
	test('is joined to what was sent, and nothing written before is changed', () => {
		const entries: ClockEntry[] = [received, sent('1'), { type: 'consultationDelivered', on: '2026-06-08', id: '1' }];
		const before = structuredClone(entries);
		expect(clockEvents(entries)).toEqual([
			received,
			{ type: 'consultationSent', on: '2026-06-03', id: '1', kind: 'thirdParty', deliveredOn: '2026-06-08' },
		]);
		expect(entries).toEqual(before);
	});

	test('finds its own consultation among several', () => {
		const entries = [
			received,
			sent('1'),
			sent('2'),
			{ type: 'consultationDelivered', on: '2026-06-09', id: '1' } as const,
		];
		const [, first, second] = clockEvents(entries);
		expect(first).toMatchObject({ id: '1', deliveredOn: '2026-06-09' });
		expect(second).not.toHaveProperty('deliveredOn');
	});

	test('without anything sent is left out', () => {
		expect(clockEvents([received, { type: 'consultationDelivered', on: '2026-06-09', id: '7' }])).toEqual([received]);
		expect(clockEvents([received, { type: 'feeDelivered', on: '2026-06-09' }])).toEqual([received]);
	});

	test('of a fee notice moves the last day to pay', () => {
		const notified: ClockEntry = { type: 'feeNotified', on: '2026-06-05' };
		const unknown = facts([received, notified], '2026-06-10');
		const known = facts([received, notified, { type: 'feeDelivered', on: '2026-06-09' }], '2026-06-10');
		// 国办函〔2020〕109号: from the day after receipt.
		expect(unknown.payBy).toBeNull();
		expect(known.payBy).toBe('2026-07-08');
	});
});

describe('the facts of a clock', () => {
	test('of a draft there are none', () => {
		expect(clockToday([], calendar, '2026-06-01')).toBeNull();
		expect(facts([], '2026-06-01')).toEqual({
			dueOn: null,
			overdue: false,
			supplementNoticeBy: null,
			supplementBy: null,
			payBy: null,
			extended: false,
		});
	});

	test('twenty working days, the notice within seven; overdue from the day after', () => {
		expect(facts([received], '2026-06-30')).toMatchObject({
			dueOn: '2026-06-30',
			overdue: false,
			supplementNoticeBy: '2026-06-10',
		});
		expect(facts([received], '2026-07-01').overdue).toBe(true);
	});

	test('an arrival that waits for confirmation has no limit yet', () => {
		const arrived: ClockEntry = { type: 'received', on: '2026-06-01', channel: 'online' };
		expect(facts([arrived], '2026-06-20').dueOn).toBeNull();
		expect(facts([arrived, { type: 'confirmed', on: '2026-06-03' }], '2026-06-20').dueOn).toBe('2026-07-02');
	});

	test('a supplement notice stops it, the supplement starts it anew', () => {
		const asked: ClockEntry = { type: 'supplementRequested', on: '2026-06-05', until: '2026-06-15' };
		expect(facts([received, asked], '2026-06-08')).toMatchObject({ dueOn: null, supplementBy: '2026-06-15' });
		const supplied = facts([received, asked, { type: 'supplemented', on: '2026-06-12' }], '2026-06-15');
		expect(supplied.dueOn).toBe('2026-07-13');
	});

	test('an extension is used once', () => {
		const extended = facts([received, { type: 'extended', on: '2026-06-20', days: 10 }], '2026-06-23');
		expect(extended).toMatchObject({ dueOn: '2026-07-14', extended: true });
	});

	test('of an answered case there is no limit any more, and it is not overdue however long ago', () => {
		const served = facts([received, { type: 'served', on: '2026-06-20' }], '2026-12-01');
		expect(served).toMatchObject({ dueOn: null, overdue: false });
	});

	test('what has not happened by that day is not looked at', () => {
		expect(facts([received, { type: 'served', on: '2026-06-20' }], '2026-06-19').dueOn).toBe('2026-06-30');
		expect(clockToday([received], calendar, '2026-05-31')).toBeNull();
	});
});

describe('an answer ordered by a review body or a court', () => {
	const answered: ClockEntry[] = [received, { type: 'served', on: '2026-06-20' }];
	const redo = (today: string) =>
		clockFacts(clockToday(answered, calendar, today), calendar, today, { orderedOn: '2026-09-01', days: 20 });

	test('has a limit of its own (Sunday 20 September is worked, 25 September is not) when the first clock has long stopped', () => {
		expect(redo('2026-09-10')).toMatchObject({ dueOn: '2026-09-29', overdue: false });
	});

	test('that can be missed as well', () => {
		expect(redo('2026-09-30').overdue).toBe(true);
	});
});
