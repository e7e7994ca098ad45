import { describe, expect, it } from 'vitest';
import { UNLOADED_MARK, UNPUBLISHED_MARK } from '../kernel/calendar.ts';
import { checkNotice } from '../kernel/calendar-notice.ts';
import { addDays } from '../kernel/civil-day.ts';
import { countyCalendar, noticeFileSchema, officialCalendar, officialNotices } from './calendars.ts';

const calendar = officialCalendar.latest;

/**
 * Second source, written down apart from the JSON files: per year the weekdays that are off and the weekend days that
 * are worked, as MMDD. The days of the notices that fall in the year before stand under that year.
 */
const TABLE: Record<number, { off: string; on: string }> = {
	2018: {
		off: '0101 0215 0216 0219 0220 0221 0405 0406 0430 0501 0618 0924 1001 1002 1003 1004 1005 1231',
		on: '0211 0224 0408 0428 0929 0930 1229',
	},
	2019: {
		off: '0101 0204 0205 0206 0207 0208 0405 0501 0502 0503 0607 0913 1001 1002 1003 1004 1007',
		on: '0202 0203 0428 0505 0929 1012',
	},
	2020: {
		off: '0101 0124 0127 0128 0129 0130 0131 0406 0501 0504 0505 0625 0626 1001 1002 1005 1006 1007 1008',
		on: '0119 0426 0509 0628 0927 1010',
	},
	2021: {
		off: '0101 0211 0212 0215 0216 0217 0405 0503 0504 0505 0614 0920 0921 1001 1004 1005 1006 1007',
		on: '0207 0220 0425 0508 0918 0926 1009',
	},
	2022: {
		off: '0103 0131 0201 0202 0203 0204 0404 0405 0502 0503 0504 0603 0912 1003 1004 1005 1006 1007',
		on: '0129 0130 0402 0424 0507 1008 1009',
	},
	2023: {
		off: '0102 0123 0124 0125 0126 0127 0405 0501 0502 0503 0622 0623 0929 1002 1003 1004 1005 1006',
		on: '0128 0129 0423 0506 0625 1007 1008',
	},
	2024: {
		off: '0101 0212 0213 0214 0215 0216 0404 0405 0501 0502 0503 0610 0916 0917 1001 1002 1003 1004 1007',
		on: '0204 0218 0407 0428 0511 0914 0929 1012',
	},
	2025: {
		off: '0101 0128 0129 0130 0131 0203 0204 0404 0501 0502 0505 0602 1001 1002 1003 1006 1007 1008',
		on: '0126 0208 0427 0928 1011',
	},
	2026: {
		off: '0101 0102 0216 0217 0218 0219 0220 0223 0406 0501 0504 0505 0619 0925 1001 1002 1005 1006 1007',
		on: '0104 0214 0228 0509 0920 1010',
	},
};

const TOTALS = { 2019: 250, 2020: 249, 2021: 250, 2022: 249, 2023: 249, 2024: 251, 2025: 248, 2026: 248 };

/** Weekday by Zeller's rule, so that nothing of the code under test is used. 0 Saturday, 1 Sunday. */
function zeller(year: number, month: number, date: number): number {
	const y = month < 3 ? year - 1 : year;
	const m = month < 3 ? month + 12 : month;
	return (
		(date + Math.floor((13 * (m + 1)) / 5) + y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400)) % 7
	);
}

describe('working days 2018–2026', () => {
	it.each(Object.entries(TABLE))('%s agrees with the second table on every day', (text, { off, on }) => {
		const year = Number(text);
		for (let month = 1; month <= 12; month += 1) {
			for (let date = 1; date <= new Date(Date.UTC(year, month, 0)).getUTCDate(); date += 1) {
				const short = `${String(month).padStart(2, '0')}${String(date).padStart(2, '0')}`;
				const weekend = zeller(year, month, date) < 2;
				const expected = weekend ? on.includes(short) : !off.includes(short);
				const day = `${year}-${short.slice(0, 2)}-${short.slice(2)}`;
				expect(calendar.isWorkingDay(day), day).toBe(expected);
			}
		}
	});

	it.each(Object.entries(TOTALS))('%s has %i working days', (year, total) => {
		expect(calendar.workingDaysBetween(`${Number(year) - 1}-12-31`, `${year}-12-31`)).toBe(total);
	});

	it.each([
		['2018-12-29', true, '调休上班（元旦）'],
		['2018-12-31', false, '元旦放假'],
		['2022-12-31', false, '元旦放假'],
		['2020-01-31', false, '春节放假'],
		['2020-02-01', false, '春节放假'],
		['2020-02-03', true, '工作日'],
		['2023-01-03', true, '工作日'],
		['2024-02-09', true, '工作日'],
		['2024-02-10', false, '春节放假'],
		['2026-02-14', true, '调休上班（春节）'],
		['2026-10-10', true, '调休上班（国庆节）'],
		['2026-10-11', false, '周末'],
	])('%s: working %s, %s', (day, working, reason) => {
		expect(calendar.describe(day)).toMatchObject({ working, reason, provisional: false });
	});

	it('has a day off on 31 January in 2020, 2021, 2022, 2025, 2026 and 2027', () => {
		const off = [2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027].filter(
			(y) => !calendar.isWorkingDay(`${y}-01-31`),
		);
		expect(off).toEqual([2020, 2021, 2022, 2025, 2026, 2027]);
	});
});

describe('the files', () => {
	it('pass the check a county’s own notice must pass', () => {
		for (const notice of officialNotices) expect(checkNotice(notice, officialNotices), notice.id).toEqual([]);
	});

	it('are published before the first day they arrange, the two changed ones excepted', () => {
		for (const { id, published, arrangements } of officialNotices) {
			const days = arrangements.flatMap((one) => [...one.off, ...one.work]).sort();
			if (id !== '2020-1') expect(published < (days[0] ?? ''), id).toBe(true);
		}
	});

	it('refuse a field that is not known, as a typing error in one would go unseen', () => {
		const [notice] = officialNotices;
		expect(noticeFileSchema.safeParse({ notices: [notice] }).success).toBe(true);
		expect(noticeFileSchema.safeParse({ notices: [{ ...notice, arangements: [] }] }).success).toBe(false);
		expect(noticeFileSchema.safeParse({ notices: [{ ...notice, published: '2026-02-30' }] }).success).toBe(false);
	});
});

describe('versions', () => {
	it('keep a limit that was right before 2020 春节 was extended', () => {
		expect(officialCalendar.asOf('2020-01-26').addWorkingDays('2020-01-17', 7).day).toBe('2020-02-01');
		expect(officialCalendar.asOf('2020-01-27').addWorkingDays('2020-01-17', 7).day).toBe('2020-02-04');
		expect(officialCalendar.asOf('2020-01-26').isWorkingDay('2020-02-01')).toBe(true);
		expect(calendar.isWorkingDay('2020-02-01')).toBe(false);
	});

	it('keep 2019 劳动节 as one day until 2019-03-22', () => {
		const before = officialCalendar.asOf('2019-03-21');
		expect([before.version, before.isWorkingDay('2019-05-02'), before.isWorkingDay('2019-04-28')]).toEqual([
			'2019',
			true,
			false,
		]);
		const after = officialCalendar.asOf('2019-03-22');
		expect([after.version, after.isWorkingDay('2019-05-02'), after.isWorkingDay('2019-04-28')]).toEqual([
			'2019-1',
			false,
			true,
		]);
	});

	it('know on a day only the notices published by then', () => {
		expect(officialCalendar.asOf('2025-11-03').addWorkingDays('2025-12-20', 20)).toMatchObject({
			beyondCalendar: true,
			mark: UNPUBLISHED_MARK,
		});
		expect(officialCalendar.asOf('2025-11-04').addWorkingDays('2025-12-20', 20)).toMatchObject({
			beyondCalendar: false,
			mark: null,
		});
	});

	it('are the same object when nothing was published in between', () => {
		expect(officialCalendar.asOf('2024-01-01')).toBe(officialCalendar.asOf('2024-06-01'));
		expect(officialCalendar.asOf('2030-01-01')).toBe(officialCalendar.latest);
	});
});

describe('past the last notice', () => {
	it('marks a limit that reaches 2027 and not one that ends with 2026', () => {
		expect(calendar.addWorkingDays('2026-12-01', 20)).toEqual({ day: '2026-12-29', beyondCalendar: false, mark: null });
		expect(calendar.addWorkingDays('2026-12-10', 20)).toEqual({
			day: '2027-01-07',
			beyondCalendar: true,
			mark: UNPUBLISHED_MARK,
		});
	});

	it('marks a count through years before the first notice in other words', () => {
		expect(calendar.addWorkingDays('2017-12-25', 10)).toMatchObject({ beyondCalendar: true, mark: UNLOADED_MARK });
	});

	it('counts right again as soon as the county loads the notice', () => {
		const year = 2027;
		const notice = {
			id: '2027',
			year,
			title: '国务院办公厅关于2027年部分节假日安排的通知',
			published: '2026-11-20',
			arrangements: [{ holiday: '元旦', off: ['2027-01-01', '2027-01-03'] as const, work: [] }],
		};
		const loaded = countyCalendar([notice]);
		expect(checkNotice(notice, officialNotices)).toEqual([]);
		expect(loaded.latest.addWorkingDays('2026-12-10', 20)).toEqual({
			day: '2027-01-08',
			beyondCalendar: false,
			mark: null,
		});
		expect(loaded.latest.lastCovered).toBe('2027-12-31');
		expect(officialCalendar.latest.lastCovered).toBe('2026-12-31');
	});

	it('lets a county correct an official notice under the same id', () => {
		const wrong = officialNotices.find((notice) => notice.id === '2026');
		if (!wrong) throw new Error('2026 is missing');
		const corrected = { ...wrong, arrangements: wrong.arrangements.filter((one) => one.holiday !== '中秋节') };
		expect(countyCalendar([corrected]).latest.isWorkingDay('2026-09-25')).toBe(true);
	});
});

it('walks 2018–2026 day by day to the same limits as the look-up', () => {
	for (let step = 0; step < 3000; step += 7) {
		const from = addDays('2018-01-01', step);
		let day = from;
		for (let left = 20; left > 0; ) {
			day = addDays(day, 1);
			if (calendar.isWorkingDay(day)) left -= 1;
		}
		expect(calendar.addWorkingDays(from, 20).day, from).toBe(day);
		expect(calendar.workingDaysBetween(from, day)).toBe(20);
	}
});
