import { describe, expect, test } from 'vitest';
import { officialCalendar } from '../../../law/calendars.ts';
import { CHANNELS, type Channel, type IntakeDays } from '../model.ts';
import { checkDay, checkFutureDay, checkIntakeDays, receiptEvents, receivedBecause, receivedOn } from './days.ts';

const today = '2026-06-10';
const calendar = officialCalendar.latest;
const days = (submittedOn: string, arrivedOn: string | null = null, confirmedOn: string | null = null): IntakeDays => ({
	submittedOn,
	arrivedOn,
	confirmedOn,
});

describe('a day that happened', () => {
	test('today and before are fine', () => {
		expect(checkDay('on', '日期', today, { today })).toBeNull();
		expect(checkDay('on', '日期', '2019-05-15', { today })).toBeNull();
	});

	test.each(['', '2026-6-1', '20260601', '2026-02-30', '2026-13-01', 'abc', null, undefined, 20260601])(
		'%j is no day',
		(given) => expect(checkDay('on', '收到日期', given, { today })?.key).toBe('day.invalid'),
	);

	test('tomorrow has not happened', () => {
		expect(checkDay('on', '收到日期', '2026-06-11', { today })).toMatchObject({
			key: 'day.future',
			field: 'on',
			message: '收到日期不能晚于今天（2026年6月10日）。',
		});
	});

	test('comes not before what it follows, and says what that is', () => {
		const limits = { today, notBefore: '2026-06-05', before: '发出日期' };
		expect(checkDay('on', '收到日期', '2026-06-04', limits)?.message).toBe(
			'收到日期不能早于发出日期（2026年6月5日）。',
		);
		expect(checkDay('on', '收到日期', '2026-06-05', limits)).toBeNull();
	});
});

describe('a day given to somebody', () => {
	test('lies ahead, within reason', () => {
		expect(checkFutureDay('until', '期限', '2026-06-11', today)).toBeNull();
		expect(checkFutureDay('until', '期限', today, today)?.key).toBe('day.past');
		expect(checkFutureDay('until', '期限', '2026-06-09', today)?.key).toBe('day.past');
		expect(checkFutureDay('until', '期限', '2028-12-31', today)).toBeNull();
		expect(checkFutureDay('until', '期限', '2029-01-01', today)?.key).toBe('day.far');
		expect(checkFutureDay('until', '期限', '20260611', today)?.key).toBe('day.invalid');
	});
});

describe('收到申请之日 (第三十一条)', () => {
	const cases: [Channel, IntakeDays, string | null][] = [
		['counter', days('2026-06-01'), '2026-06-01'],
		['oral', days('2026-06-02'), '2026-06-02'],
		['registeredPost', days('2026-05-28', '2026-06-01'), '2026-06-01'],
		['post', days('2026-05-28', '2026-06-01'), null],
		['post', days('2026-05-28', '2026-06-01', '2026-06-01'), '2026-06-01'],
		['post', days('2026-05-28', '2026-06-01', '2026-06-03'), '2026-06-03'],
		['portal', days('2026-06-01', '2026-06-01'), null],
		['portal', days('2026-06-01', '2026-06-01', '2026-06-02'), '2026-06-02'],
		['fax', days('2026-06-01', '2026-06-01', '2026-06-02'), '2026-06-02'],
		['fax', days('2026-06-01', '2026-06-01'), null],
		['email', days('2026-06-01', '2026-06-01', '2026-06-04'), '2026-06-04'],
		['email', days('2026-06-01', '2026-06-01'), null],
	];
	test.each(cases)('%s with %j is %s', (channel, given, expected) => {
		expect(receivedOn(channel, given, calendar)).toBe(expected);
	});

	test('a confirmation changes nothing where the law asks for none', () => {
		expect(receivedOn('counter', days('2026-06-01', null, '2026-06-05'), calendar)).toBe('2026-06-01');
		expect(receivedOn('registeredPost', days('2026-05-28', '2026-06-01', '2026-06-05'), calendar)).toBe('2026-06-01');
	});

	test('the clock hears of arrival, and of the confirmation once it is there', () => {
		expect(receiptEvents('portal', days('2026-06-01', '2026-06-01'))).toEqual([
			{ type: 'received', on: '2026-06-01', channel: 'online' },
		]);
		expect(receiptEvents('post', days('2026-05-28', '2026-06-01', '2026-06-02'))).toEqual([
			{ type: 'received', on: '2026-06-01', channel: 'ordinaryPost' },
			{ type: 'confirmed', on: '2026-06-02' },
		]);
		expect(receiptEvents('counter', days('2026-06-01'))).toEqual([
			{ type: 'received', on: '2026-06-01', channel: 'counter' },
		]);
	});

	test('every channel says why its day is the day', () => {
		for (const channel of Object.keys(CHANNELS) as Channel[]) {
			expect(receivedBecause(channel)).toContain('《条例》第三十一条');
		}
		expect(receivedBecause('registeredPost')).toContain('签收之日');
		expect(receivedBecause('post')).toContain('确认之日');
		expect(receivedBecause('counter')).toContain('提交之日');
	});
});

describe('the three days together', () => {
	const keys = (channel: Channel, given: IntakeDays) =>
		checkIntakeDays(channel, given, today).map(({ field, key }) => `${field} ${key}`);

	test('in order they are fine', () => {
		expect(keys('post', days('2026-06-01', '2026-06-03', '2026-06-03'))).toEqual([]);
		expect(keys('counter', days('2026-06-10'))).toEqual([]);
		expect(keys('portal', days('2026-06-10', '2026-06-10'))).toEqual([]);
	});

	test('a letter arrives not before it was sent, and is confirmed not before it arrived', () => {
		expect(keys('post', days('2026-06-05', '2026-06-03'))).toEqual(['arrivedOn day.early']);
		expect(keys('post', days('2026-06-01', '2026-06-05', '2026-06-04'))).toEqual(['confirmedOn day.early']);
	});

	test('what is posted needs the day it arrived', () => {
		for (const channel of ['post', 'registeredPost', 'fax', 'email', 'portal'] as const) {
			expect(keys(channel, days('2026-06-01'))).toEqual(['arrivedOn day.invalid']);
		}
	});

	test('nothing happens tomorrow', () => {
		expect(keys('counter', days('2026-06-11'))).toEqual(['submittedOn day.future']);
		expect(keys('post', days('2026-06-01', '2026-06-02', '2026-06-11'))).toEqual(['confirmedOn day.future']);
	});

	test('all mistakes come at once', () => {
		expect(keys('post', days('x', 'y', 'z'))).toEqual([
			'submittedOn day.invalid',
			'arrivedOn day.invalid',
			'confirmedOn day.invalid',
		]);
	});
});
