import { describe, expect, it } from 'vitest';
import { officialCalendar } from './calendars.ts';
import { checkReportDay, formOfYear, reportDeadline, reportPeriod } from './reporting.ts';

const calendar = officialCalendar.latest;

describe('formOfYear', () => {
	it.each([
		[2013, null],
		[2014, '2014'],
		[2018, '2014'],
		[2019, '2019'],
		[2020, '2019'],
		[2021, '2021'],
		[2026, '2021'],
	])('the report on %i uses %s', (year, form) => {
		expect(formOfYear(year)).toBe(form);
	});
});

it('reports on a calendar year', () => {
	expect(reportPeriod(2025)).toEqual(['2025-01-01', '2025-12-31']);
});

describe('reportDeadline', () => {
	it('binds a department to 31 January by law and plans the last working day before', () => {
		const deadline = reportDeadline('department', 2025, calendar);
		expect(deadline).toMatchObject({ cap: '2026-01-31', due: '2026-01-31', planned: '2026-01-30', statutory: true });
		expect(deadline.basis.paragraph).toBe(1);
	});

	it('binds the county’s own report to 31 March', () => {
		expect(reportDeadline('county', 2025, calendar)).toMatchObject({
			cap: '2026-03-31',
			planned: '2026-03-31',
			statutory: true,
		});
	});

	it('leaves a township’s day to the county, 31 January unless it says otherwise', () => {
		expect(reportDeadline('township', 2025, calendar)).toMatchObject({ due: '2026-01-31', statutory: false });
		expect(reportDeadline('township', 2025, calendar, '2026-02-15')).toMatchObject({
			due: '2026-02-15',
			planned: '2026-02-14',
		});
	});

	it('takes the county’s earlier day, and never one past the cap', () => {
		expect(reportDeadline('department', 2025, calendar, '2026-01-20')).toMatchObject({
			due: '2026-01-20',
			statutory: false,
		});
		expect(reportDeadline('department', 2025, calendar, '2026-02-20')).toMatchObject({ due: '2026-01-31' });
	});

	it('plans around 春节 when 31 January falls into it', () => {
		expect(reportDeadline('department', 2019, calendar).planned).toBe('2020-01-23');
		expect(reportDeadline('department', 2021, calendar).planned).toBe('2022-01-30');
		expect(reportDeadline('department', 2024, calendar).planned).toBe('2025-01-27');
	});
});

describe('checkReportDay', () => {
	it.each([
		['department', '2026-01-31', []],
		['department', '2026-02-01', ['report.cap']],
		['township', '2026-03-31', []],
		['township', '2026-04-01', ['report.cap']],
		['county', '2025-12-31', ['report.early']],
		['county', '2026-02-30', ['report.day']],
		['county', undefined, ['report.day']],
	] as const)('%s %s: %s', (level, day, keys) => {
		expect(checkReportDay(level, 2025, day).map((one) => one.key)).toEqual(keys);
	});
});
