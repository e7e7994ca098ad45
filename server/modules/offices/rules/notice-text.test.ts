import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkNotice } from '../../../kernel/calendar-notice.ts';
import { officialNotices } from '../../../law/calendars.ts';
import { readNoticeText } from './notice-text.ts';

const read = (text: string, year = 2027) => readNoticeText(text, year);
const brief = (text: string, year = 2027) =>
	read(text, year).arrangements.map(({ holiday, off, work }) => [holiday, off[0], off[1], ...work].join(' '));
const keys = (text: string, year = 2027) => read(text, year).issues.map(({ key }) => key);

describe('readNoticeText', () => {
	it.each([
		['春节：2月5日至11日放假调休，共7天。2月14日、20日上班。', '春节 2027-02-05 2027-02-11 2027-02-14 2027-02-20'],
		['三、清明节：4月5日放假，与周末连休。', '清明节 2027-04-05 2027-04-05'],
		[
			'3. 劳动节：5月1日至5月5日放假，4月25日（星期日）、5月8日（星期六）上班',
			'劳动节 2027-05-01 2027-05-05 2027-04-25 2027-05-08',
		],
		['中秋节、国庆节: 9月29日至10月6日放假调休，共8天', '中秋节、国庆节 2027-09-29 2027-10-06'],
		['元旦：12月30日至1月1日放假调休，12月26日上班。', '元旦 2026-12-30 2027-01-01 2026-12-26'],
		['元旦：2026年12月31日至2027年1月2日放假，共3天。', '元旦 2026-12-31 2027-01-02'],
		['  端午节 ： 6 月 9 日（ 周三 ）放假 ', '端午节 2027-06-09 2027-06-09'],
	])('reads %s', (text, expected) => {
		expect(brief(text)).toEqual([expected]);
		expect(keys(text)).toEqual([]);
	});

	it('takes several items out of one paragraph, and a comma in brackets is no new item', () => {
		const text = '一、元旦：1月1日放假。二、春节：2月6日（农历正月初一、周六）至8日放假；三、清明节：4月5日放假。';
		expect(brief(text)).toEqual([
			'元旦 2027-01-01 2027-01-01',
			'春节 2027-02-06 2027-02-08',
			'清明节 2027-04-05 2027-04-05',
		]);
	});

	it('passes over what arranges nothing, and says so', () => {
		const { arrangements, issues, ignored } = read(
			'关于2027年部分节假日安排的通知\n\n节假日期间，要妥善安排好值班。\n2026年11月5日',
		);
		expect([arrangements, issues]).toEqual([[], []]);
		expect(ignored).toHaveLength(3);
	});

	it.each([
		['春节2月5日至11日放假', 'notice.line'],
		['春节：放假三天', 'notice.line'],
		['春节：2月5日至7日、9日放假', 'notice.line'],
		['春节：2月30日放假', 'notice.noSuchDay'],
		['春节：13月1日放假', 'notice.noSuchDay'],
		['元旦：1月1日（周六）放假', 'notice.weekdayWrong'],
		['元旦：1月1日至3日放假，共4天', 'notice.count'],
	])('finds what is wrong with %s', (text, key) => {
		expect(keys(text)).toContain(key);
	});

	it('tells a wrong weekday with the right one', () => {
		expect(read('元旦：1月1日（星期天）放假').issues[0]?.message).toBe(
			'「元旦」中的2027-01-01是星期五，与通知所写不符，请核对。',
		);
	});

	it('reads back every notice this system came with, written as a notice', () => {
		const say = (day: string, year: number) => {
			const [own, month, date] = day.split('-').map(Number);
			return `${own === year ? '' : `${own}年`}${month}月${date}日`;
		};
		for (const notice of officialNotices) {
			const text = notice.arrangements
				.map(({ holiday, off: [first, last], work }) => {
					const until = first === last ? '' : `至${say(last, notice.year)}`;
					const worked = work.length > 0 ? `${work.map((day) => say(day, notice.year)).join('、')}上班。` : '';
					return `${holiday}：${say(first, notice.year)}${until}放假。${worked}`;
				})
				.join('\n');
			const back = readNoticeText(text, notice.year);
			expect(back.issues).toEqual([]);
			expect(back.arrangements).toEqual(notice.arrangements);
			const earlier = officialNotices.filter((one) => one.id !== notice.id);
			expect(checkNotice({ ...notice, arrangements: back.arrangements }, earlier)).toEqual([]);
		}
	});

	it('never throws, whatever is pasted', () => {
		const piece = fc.constantFrom(
			'一、',
			'春节',
			'：',
			'1月',
			'2月30日',
			'12月31日',
			'至',
			'（周一）',
			'放假',
			'上班',
			'，',
			'。',
			'\n',
			'共3天',
			'2026年',
			'x',
		);
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
				for (const { field } of read(pieces.join('')).issues) expect(field).toBe('text');
			}),
		);
	});
});
