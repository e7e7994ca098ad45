import type { RowSheet } from '../../../platform/row-sheet.ts';
import { LEVELS, QUESTION_KINDS } from '../model.ts';
import { OPTION_FIELDS, type QuestionField } from '../rules/question-rows.ts';

/** Questions of the county's own, one a row. */
export const QUESTION_SHEET: RowSheet<QuestionField> = {
	title: '题目',
	counted: ['道', '题目'],
	maxRows: 500,
	columns: [
		{
			field: 'kind',
			header: '题型',
			required: true,
			width: 10,
			example: '单选题',
			choices: Object.values(QUESTION_KINDS),
		},
		{ field: 'text', header: '题干', required: true, width: 50, example: '主动公开的信息应当自形成之日起几日内公开？' },
		...OPTION_FIELDS.map((field, at) => ({
			field,
			header: `选项${field.toUpperCase()}`,
			width: 20,
			example: ['20个工作日', '30个工作日', '一年', '', '', ''][at] ?? '',
		})),
		{ field: 'answer', header: '答案', required: true, width: 10, example: 'A' },
		{ field: 'article', header: '依据条次', required: true, width: 10, example: '26' },
		{ field: 'level', header: '难度', required: true, width: 10, example: '基础', choices: Object.values(LEVELS) },
		{ field: 'why', header: '解析', required: true, width: 50, example: '条例第二十六条规定为20个工作日。' },
	],
	help: [
		'每行一道题，从第二行起填写；第二行是示例，请覆盖或者删除。',
		'单选题的答案填一个字母，多选题填两个以上字母（如 ACD），判断题填“正确”或者“错误”、选项留空。',
		'依据条次填条例的条，如 26。同一题目不能重复导入。',
	],
};

export type PersonField = 'office' | 'name' | 'position' | 'attended';

/** The list from the door, one person a row. */
export const PEOPLE_SHEET: RowSheet<PersonField> = {
	title: '到场名单',
	counted: ['名', '人员'],
	maxRows: 1000,
	columns: [
		{ field: 'office', header: '机关', required: true, width: 24, example: '县水务局' },
		{ field: 'name', header: '姓名', required: true, width: 14, example: '张小山' },
		{ field: 'position', header: '职务', width: 20, example: '办公室副主任' },
		{ field: 'attended', header: '是否到场', required: true, width: 12, example: '是', choices: ['是', '否'] },
	],
	help: [
		'每行一人，从第二行起填写；第二行是示例，请覆盖或者删除。',
		'机关填全称或者简称，应当在参加范围内。已经报名的会直接登记到场，没有报名的会补入名单。',
		'同一机关有同名人员的，请填写职务。',
	],
};
