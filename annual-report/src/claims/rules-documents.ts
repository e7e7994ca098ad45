import type { Form } from '../model/index.ts';
import type { CountRule } from './rules.ts';

const items = /^(?:条次?|件|份|篇|个|部)$/;
const words = '[^，。；：\\d]';

const t2 = (form: Form, row: string, by: Partial<Record<Form, string>>): string[] => {
	const column = by[form];
	return column === undefined ? [] : [`t2.${row}.${column}`];
};

const made = { '2019': 'made', '2021': 'made' } as const;
const inForce = { '2019': 'total', '2021': 'valid' } as const;
const document = '(?:行政)?规范性文件';
const closing = '(?:共|共计|总数|数量|数|为|有){0,2}';

/** Counts of normative documents, rules, published items, fees and training. */
export const documentRules: readonly CountRule[] = [
	{
		lead: new RegExp(`现行有效${words}{0,12}${document}${closing}$`),
		units: items,
		topic: 'documents',
		refs: ({ form }) => t2(form, 'normative', inForce),
	},
	{
		lead: new RegExp(`(?:废止|失效)${words}{0,10}${document}${closing}$`),
		units: items,
		topic: 'documents',
		refs: ({ form }) => t2(form, 'normative', { '2021': 'repealed' }),
	},
	{
		lead: new RegExp(
			`(?:制定|制发|出台|印发|发布|新制作|新增|主动公开)(?!.*清理)${words}{0,14}(?<!部门)${document}${closing}$`,
		),
		units: items,
		topic: 'documents',
		refs: ({ form }) => t2(form, 'normative', made),
	},
	{
		lead: new RegExp(`^[，、和及]*${document}${closing}$`),
		units: items,
		within: ['documents'],
		topic: 'documents',
		refs: ({ form }) => t2(form, 'normative', made),
	},
	{
		lead: new RegExp(`(?:公开|制定|出台|发布|制发|新增)${words}{0,10}规章${closing}$`),
		units: items,
		topic: 'documents',
		refs: ({ form }) => t2(form, 'regulation', made),
	},
	{
		lead: new RegExp(`政策性文件${closing}$`),
		units: items,
		within: ['documents'],
		refs: () => [],
	},
	{
		lead: new RegExp(`(?:公开|公布|发布|发表|更新|上传)${words}{0,30}信息${closing}$`),
		units: items,
		topic: 'published',
		refs: ({ form }) => (form === '2014' ? ['stat.1.1'] : []),
	},
	{
		lead: new RegExp(`(?:公开|公布|发布|发表|更新|上传)(?:各类|了)?${closing}$`),
		tail: /^(?:各类|有关|相关)?[^，。；\d]{0,12}信息/,
		units: items,
		topic: 'published',
		refs: ({ form }) => (form === '2014' ? ['stat.1.1'] : []),
	},
	{
		lead: new RegExp(`信息${closing}$`),
		units: items,
		within: ['published'],
		topic: 'published',
		refs: () => [],
	},
	{
		lead: new RegExp(`(?:收取|收缴)${words}{0,20}(?:信息处理费|费用?)${words}{0,4}$`),
		units: /^(?:万?元)$/,
		refs: () => [],
	},
	{
		lead: new RegExp(`培训(?:会|班|活动)?${closing}$`),
		units: /^(?:次|期|场|班|个)$/,
		refs: () => [],
	},
];
