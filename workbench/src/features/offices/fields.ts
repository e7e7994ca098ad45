import type { OfficeValues } from './api.ts';

/** What is written down about an office, in the order of its form and page. `hint` says where it is used. */
export interface OfficeField {
	name: Exclude<keyof OfficeValues, 'kind' | 'parentId' | 'position'>;
	label: string;
	hint?: string;
	maxLength: number;
	wide?: boolean;
	required?: boolean;
}

export interface FieldGroup {
	title: string;
	fields: readonly OfficeField[];
}

/** 条例第十二条 wants the contact group in the guide; the remedy group is printed at the end of every letter. */
export const GROUPS: readonly FieldGroup[] = [
	{
		title: '基本信息',
		fields: [
			{ name: 'name', label: '机关全称', hint: '文书和年度报告中使用的名称', maxLength: 60, required: true },
			{ name: 'shortName', label: '简称', maxLength: 20, required: true },
			{ name: 'slug', label: '网址标识', hint: '小写字母、数字和连字符，如 liuxi-zhen', maxLength: 40, required: true },
			{ name: 'code', label: '机构代码', hint: '18位统一社会信用代码或9位组织机构代码', maxLength: 18 },
			{ name: 'areaCode', label: '行政区划代码', maxLength: 12 },
			{ name: 'head', label: '负责人', maxLength: 30 },
		],
	},
	{
		title: '公开工作机构（公开指南中公布）',
		fields: [
			{ name: 'contactOffice', label: '政府信息公开工作机构', maxLength: 60 },
			{ name: 'officeHours', label: '办公时间', hint: '如 工作日 9:00—12:00，13:30—17:30', maxLength: 60 },
			{ name: 'address', label: '办公地址', maxLength: 100, wide: true },
			{ name: 'postcode', label: '邮政编码', maxLength: 6 },
			{ name: 'phone', label: '联系电话', maxLength: 30 },
			{ name: 'fax', label: '传真', maxLength: 30 },
			{ name: 'email', label: '电子邮箱', maxLength: 100 },
		],
	},
	{
		title: '救济途径（印在每份答复书末尾）',
		fields: [
			{ name: 'reviewBody', label: '行政复议机关', hint: '实行垂直领导的机关请填上一级主管部门', maxLength: 60 },
			{ name: 'court', label: '管辖法院', maxLength: 60 },
			{
				name: 'reviewUrl',
				label: '在线申请复议网址',
				hint: '通过互联网送达的文书必须写明',
				maxLength: 200,
				wide: true,
			},
		],
	},
];

export const KIND_LABELS: Readonly<Record<string, string>> = {
	county: '县级主管部门',
	department: '县直部门',
	township: '乡镇（街道）',
};
