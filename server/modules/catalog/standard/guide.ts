import { z } from 'zod';

/** One field of the guide. `required` = named by 条例第十二条: without it the guide cannot be published. */
export interface GuideField {
	key: GuideKey;
	label: string;
	required: boolean;
	lines: number;
	hint: string;
}

const line = z.string().trim().max(200, '不超过200个字').default('');
const text = z.string().trim().max(5000, '不超过5000个字').default('');

/** 公开指南 as data; empty text = not yet written. */
export const guideSchema = z.strictObject({
	classification: text,
	arrangement: text,
	access: text,
	channels: text,
	applyWays: text,
	applyNotes: text,
	fees: text,
	bodyName: line,
	address: line,
	postcode: line,
	officeHours: line,
	phone: line,
	fax: line,
	internet: line,
	supervision: text,
	other: text,
});
export type GuideContent = z.output<typeof guideSchema>;
export type GuideKey = keyof GuideContent;

type Row = readonly [key: GuideKey, label: string, required: boolean, lines: number, hint: string];

/** The skeleton of the guide; Art 12 wants 分类、编排体系、获取方式 and all of the body's particulars. */
const SECTIONS: readonly { title: string; rows: readonly Row[] }[] = [
	{
		title: '一、本机关持有政府信息基本情况',
		rows: [
			['classification', '政府信息的分类', true, 4, '按机构职能、政策文件、财政信息等说明本机关持有哪些政府信息'],
			['arrangement', '编排体系', true, 3, '说明目录、栏目和索引号怎样编排'],
		],
	},
	{
		title: '二、本机关对外发布政府信息情况',
		rows: [
			['access', '获取方式', true, 4, '公众从哪里可以看到、查到、拿到这些信息'],
			['channels', '公开渠道', false, 3, '网站、公报、查阅点、公告栏等'],
		],
	},
	{
		title: '三、依申请公开的有关事项',
		rows: [
			['applyWays', '申请渠道', false, 5, '当面、邮寄、网络、传真各自的办法；邮寄请写明信封注明事项'],
			['applyNotes', '申请须知', false, 5, '申请应当载明的内容、答复期限、补正'],
			['fees', '收费说明', false, 2, '不收取费用；明显超过合理范围的，依规定收取信息处理费'],
		],
	},
	{
		title: '四、政府信息公开工作机构情况',
		rows: [
			['bodyName', '工作机构名称', true, 1, ''],
			['address', '办公地址', true, 1, ''],
			['postcode', '邮政编码', false, 1, ''],
			['officeHours', '办公时间', true, 1, ''],
			['phone', '联系电话', true, 1, ''],
			['fax', '传真号码', true, 1, '没有传真的，写「无」'],
			['internet', '互联网联系方式', true, 1, '电子邮箱或者网上联系地址'],
		],
	},
	{
		title: '五、其他事项',
		rows: [
			['supervision', '监督和救济', false, 4, '投诉举报、行政复议、行政诉讼的渠道'],
			['other', '其他', false, 3, ''],
		],
	},
];

export const GUIDE_SECTIONS: readonly { title: string; fields: readonly GuideField[] }[] = SECTIONS.map(
	({ title, rows }) => ({
		title,
		fields: rows.map(([key, label, required, lines, hint]) => ({ key, label, required, lines, hint })),
	}),
);

export const GUIDE_FIELDS: readonly GuideField[] = GUIDE_SECTIONS.flatMap(({ fields }) => fields);
