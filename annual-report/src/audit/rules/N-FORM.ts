import type { Form } from '../../model/index.ts';
import { basisForms } from '../basis.ts';
import { defineRule } from '../define.ts';

const names: Record<Form, string> = {
	'2014': '2014年的统计表',
	'2019': '2019年的格式（〔2019〕60号）',
	'2021': '2021年的格式（〔2021〕30号）',
	none: '没有统计表的格式',
};

/** The form a report year asks for: 2019 and 2020 by 60号, 2021 and later by 30号. Earlier years vary by place. */
function formFor(year: number): Form {
	return year >= 2021 ? '2021' : '2019';
}

export const NFORM = defineRule({
	id: 'N-FORM',
	title: '采用所属年度规定的报告格式',
	basis: basisForms,
	forms: ['2014', '2019', '2021', 'none'],
	severity: 'error',
	scope: 'text',
	check({ report: { year, form } }) {
		if (year === null) return { notChecked: '报告所属年度不明' };
		if (year < 2019 || form === formFor(year)) return [];
		const expected = formFor(year);
		const lacks = form === 'none' || form === '2014' ? '，缺少主动公开、申请办理、复议诉讼三张表' : '';
		const message = `${year}年度报告采用了${names[form]}，应当采用${names[expected]}${lacks}`;
		return [{ found: form, expected, message }];
	},
});
