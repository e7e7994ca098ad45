import type { Report } from '../../model/index.ts';
import { defineRule } from '../define.ts';

/** 区号 and number of a landline as printed; a mobile number has no area code. */
const phone = /(?<![\d-])(0\d{2,3})[)）]?\s?[-－—]?\s?(\d{7,8})(?!\d)/g;

export const NCONTACT = defineRule({
	id: 'N-CONTACT',
	title: '联系电话的区号是本地区号',
	basis: '公文文字规范',
	forms: ['2014', '2019', '2021', 'none'],
	severity: 'warning',
	scope: 'evidence',
	check({ report, previous, evidence }) {
		const codes = evidence.areaCode ? [evidence.areaCode] : previous ? codesOf(previous) : [];
		const printed = phonesOf(report);
		if (codes.length === 0) return { notChecked: '没有提供本地电话区号，也没有上年报告可以对照' };
		return printed
			.filter(({ code }) => !codes.includes(code))
			.map(({ code, text, at }) => ({
				found: text,
				expected: codes.join('、'),
				at,
				message: `联系电话${text}的区号是${code}，${evidence.areaCode ? '本地' : '上年报告'}区号是${codes.join('、')}，疑为误填或者照抄`,
			}));
	},
});

function phonesOf({ lines }: Report) {
	return lines.flatMap(({ text, at }) =>
		[...text.matchAll(phone)].map(([whole, code = '']) => ({ code, text: whole.trim(), at })),
	);
}

function codesOf(report: Report): string[] {
	return [...new Set(phonesOf(report).map(({ code }) => code))];
}
