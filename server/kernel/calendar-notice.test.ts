import { describe, expect, it } from 'vitest';
import { checkNotice, type HolidayNotice } from './calendar-notice.ts';

const good: HolidayNotice = {
	id: '2027',
	year: 2027,
	title: '关于2027年部分节假日安排的通知',
	published: '2026-11-05',
	arrangements: [
		{ holiday: '元旦', off: ['2027-01-01', '2027-01-03'], work: [] },
		{ holiday: '春节', off: ['2027-02-05', '2027-02-11'], work: ['2027-02-13', '2027-02-14'] },
	],
};
const first = good.arrangements[0];
const keys = (change: Partial<HolidayNotice>, earlier: HolidayNotice[] = []) =>
	checkNotice({ ...good, ...change }, earlier).map(({ key, field }) => `${key} ${field}`);
const days = (off: [string, string], work: string[] = []) => ({ arrangements: [{ holiday: '元旦', off, work }] });

describe('checkNotice', () => {
	it('accepts a sound notice, also one that reaches into the last week of the year before', () => {
		expect(checkNotice(good)).toEqual([]);
		expect(keys(days(['2026-12-30', '2027-01-01'], ['2026-12-26']))).toEqual([]);
	});

	it.each([
		['notice.year year', { year: 27 }],
		['notice.year year', { year: 2027.5 }],
		['notice.title title', { title: '  ' }],
		['notice.published published', { published: '2026-11-31' }],
		['notice.empty arrangements', { arrangements: [] }],
		['notice.day arrangements.0', days(['2027-02-29', '2027-03-01'])],
		['notice.day arrangements.0', days(['2027-01-01', '2027-01-03'], ['soon'])],
		['notice.order arrangements.0.off', days(['2027-01-03', '2027-01-01'])],
		['notice.length arrangements.0.off', days(['2027-01-01', '2027-01-31'])],
		['notice.outside arrangements.0', days(['2028-01-01', '2028-01-03'])],
		['notice.outside arrangements.0', days(['2027-01-01', '2027-01-03'], ['2026-12-20'])],
		['notice.weekday arrangements.0.work', days(['2027-01-01', '2027-01-03'], ['2027-01-04'])],
		['notice.both arrangements.0.work', days(['2027-01-01', '2027-01-03'], ['2027-01-02'])],
		['notice.twice arrangements.0.work', days(['2027-01-01', '2027-01-03'], ['2027-01-09', '2027-01-09'])],
	])('finds %s', (expected, change) => {
		expect(keys(change)).toContain(expected);
	});

	it('finds overlapping, nameless and repeated holidays', () => {
		if (!first) throw new Error('no arrangement');
		const overlap = { ...first, holiday: '腊八', off: ['2027-01-03', '2027-01-04'] as const };
		expect(keys({ arrangements: [first, overlap] })).toContain('notice.overlap arrangements.1.off');
		expect(keys({ arrangements: [{ ...first, holiday: ' ' }] })).toContain('notice.name arrangements.0.holiday');
		expect(keys({ arrangements: [first, { ...first }] })).toContain('notice.sameName arrangements.1.holiday');
	});

	it('says in Chinese which day is wrong and why', () => {
		const [found] = checkNotice({ ...good, ...days(['2027-01-01', '2027-01-03'], ['2027-01-04']) });
		expect(found?.message).toBe('2027-01-04是星期一，本来就是工作日，不应列为调休上班。');
	});

	it('lets a change notice name only holidays of the year’s first notice, and not judge itself', () => {
		const change = { id: '2027-1', published: '2027-01-20' };
		expect(keys({ ...change, ...days(['2027-01-01', '2027-01-04']) }, [good])).toEqual([]);
		const other = { arrangements: [{ holiday: '国庆', off: ['2027-10-01', '2027-10-07'] as const, work: [] }] };
		expect(keys({ ...change, ...other }, [good])).toEqual(['notice.unknownName arrangements.0.holiday']);
		expect(keys(other, [good])).toEqual([]);
	});
});
