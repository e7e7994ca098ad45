import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { proofread } from './index.ts';
import { linksOf } from './links.ts';

const NONE = { watchWords: [], leaders: [] };
const read = (text: string, change: Partial<Parameters<typeof proofread>[1]> = {}) =>
	proofread(text, { formedOn: '2026-06-01', today: '2026-06-01', lists: NONE, ...change }).map(
		({ kind, message }) => `${kind} ${message}`,
	);

describe('words', () => {
	test.each([
		['全面布署防汛工作', '「布署」应为「部署」'],
		['截止2025年底共办理', '「截至」'],
		['截止目前，共发布', '「截至」'],
		['共涉及到12个村', '「到」可以删去'],
		['大约有300户左右', '留一个'],
		['超过500万元以上', '留一个'],
	])('«%s» is told', (text, words) => {
		expect(read(text).join()).toContain(words);
	});

	test.each([
		'报名截止日期为6月1日，逾期不予受理。',
		'申请截止后公布名单。',
		'讨论记录、过程稿、磋商信函、请示报告等过程性信息，可以不予公开。',
		'本部分由县财政局负责，身份证复印件一式两份。',
		'超过规定期限的，以公告为准。',
		'在国其它地区', // 国其它 is no office's other
	])('«%s» is not', (text) => {
		expect(read(text)).toEqual([]);
	});
});

describe('laws', () => {
	test('repealed by the day of the document is told with what stands in its place; before, it was law', () => {
		const text = '依据《中华人民共和国合同法》签订。';
		expect(read(text)).toEqual(['law 《中华人民共和国合同法》已于2021年1月1日废止，现行为《中华人民共和国民法典》。']);
		expect(read(text, { formedOn: '2020-12-31' })).toEqual([]);
		expect(read(text, { formedOn: null, today: '2021-01-01' })).toHaveLength(1);
	});

	test('a name a law does not have, the order of before, and neither in the right', () => {
		expect(read('根据《政务信息公开条例》')[0]).toContain('《中华人民共和国政府信息公开条例》');
		expect(read('根据国务院令第492号')[0]).toContain('第711号');
		expect(read('根据《中华人民共和国政府信息公开条例》（国务院令第711号）')).toEqual([]);
		expect(read('根据《劳动合同法》和《土地管理法》')).toEqual([]);
	});
});

describe('days', () => {
	test.each([
		['定于2026年2月30日召开', '没有2026年2月30日这一天'],
		['2026年6月1日（星期二）', '2026年6月1日是星期一，不是星期二'],
		['自2026年6月5日至2026年5月5日', '止日2026年5月5日早于起日2026年6月5日'],
		['特此通知。\n2026年6月2日', '落款日期是2026年6月2日，成文日期填的是2026年6月1日'],
	])('«%s» is told', (text, words) => {
		expect(read(text).join()).toContain(words);
	});

	test('the last line of what bears the day of another hand is left alone', () => {
		expect(read('特此通知。\n2026年6月2日', { signedOn: null })).toEqual([]);
	});

	test.each([
		'2024年2月29日召开',
		'2026年6月1日（星期一）',
		'2026年6月7日（周日）、2026年6月7日（周天）',
		'自2026年5月5日至2026年6月5日',
		'特此通知。\n2026年6月1日',
		'2026年6月2日召开会议',
	])('«%s» is not', (text) => {
		expect(read(text)).toEqual([]);
	});
});

describe('marks', () => {
	test.each([
		['《条例》》实施', '「》」没有成对'],
		['（一部分', '「（」没有成对'],
		['坚持“严格依法。', '「“」没有成对'],
		['网站、、新闻媒体', '「、、」重复'],
		['公开，。', '「，。」'],
	])('«%s» is told', (text, words) => {
		expect(read(text).join()).toContain(words);
	});

	test.each(['1）第一项', '一）第一项', '《关于印发〈办法〉的通知》', '……等', '他说：“好。”', '（〔2026〕1号）'])(
		'«%s» is not',
		(text) => {
			expect(read(text)).toEqual([]);
		},
	);

	test('each paragraph by itself', () => {
		expect(read('（甲\n乙）')).toHaveLength(2);
	});
});

describe('the county’s own lists', () => {
	const lists = {
		watchWords: [
			{ word: '孤寡老人', advice: '改用「特困供养人员」' },
			{ word: '内部', advice: '' },
		],
		leaders: ['甲一', '乙二', '丙三'],
	};

	test('a word to be looked at, with what to do', () => {
		expect(read('慰问孤寡老人', { lists })).toEqual(['watch 「孤寡老人」：改用「特困供养人员」']);
		expect(read('内部资料', { lists })).toEqual(['watch 含有提示词「内部」。']);
	});

	test('leaders out of order in one paragraph; in order, alone or in different ones they are not told', () => {
		expect(read('乙二、甲一出席', { lists })).toEqual(['leaders 「甲一」应排在「乙二」之前（按本县领导排序）。']);
		for (const text of ['甲一、乙二、丙三出席', '丙三出席', '丙三讲话\n甲一讲话'])
			expect(read(text, { lists })).toEqual([]);
	});
});

describe('links', () => {
	const links = (...hrefs: string[]) =>
		linksOf(hrefs.map((href) => `<a href="${href}">x</a>`).join(''), 'www.qinghe.gov.cn');

	test('documents of this site, addresses inside, hosts outside government', () => {
		expect(
			links(
				'/d/12',
				'https://www.qinghe.gov.cn/d/13/files/1/a.pdf',
				'/guide',
				'https://www.gov.cn/zhengce/1.htm',
				'http://192.168.1.5/oa',
				'http://oa.lan:8080/x',
				'https://weixin.example.com/a?b=1&amp;c=2',
				'mailto:a@b.cn',
				'https://evilgov.cn/',
				'http://[',
			),
		).toEqual({
			documents: [12, 13],
			inside: ['192.168.1.5', 'oa.lan:8080'],
			foreign: ['weixin.example.com', 'evilgov.cn'],
		});
	});
});

test('no text breaks it, and a text of half a million characters is read before one notices', () => {
	fc.assert(
		fc.property(
			fc.array(fc.oneof(fc.string(), fc.constantFrom('《', '》', '截止2025年', '2026年2月30日', '\n', '（'))),
			(parts) => {
				for (const hint of proofread(parts.join(''), { formedOn: null, today: '2026-06-01', lists: NONE }))
					expect(hint.message).toMatch(/\p{Script=Han}/u);
			},
		),
		{ numRuns: 500 },
	);
	expect(read('政府信息公开工作。'.repeat(60_000))).toEqual([]);
});
