import type { Block, Column, Label } from './types.ts';

const label = (key: string, text: string, ...variants: string[]): Label => ({ key, label: text, variants });
const column = (key: string, text: string, unit: string, ...variants: string[]): Column => ({
	key,
	label: text,
	variants,
	unit,
});

const projects = [
	column('prev', '上一年项目数量', '项', '上一年度项目数量', '上年项目数量'),
	column('delta', '本年增/减', '项', '本年增减', '本年度增/减', '本年增／减', '本年增（减）'),
] as const;
const handled = [...projects, column('decisions', '处理决定数量', '件', '处理决定数')] as const;
const decided = [column('decisions', '本年处理决定数量', '件', '处理决定数量', '本年度处理决定数量', '本年处理决定数')];

/** Table 2 of the form for 2019 and 2020 (国办公开办函〔2019〕60号). */
export const table2Of2019: readonly Block[] = [
	{
		article: '第二十条第（一）项',
		columns: [
			column('made', '本年新制作数量', '件', '本年度新制作数量', '本年制作数量'),
			column('published', '本年新公开数量', '件', '本年度新公开数量', '本年公开数量'),
			column('total', '对外公开总数量', '件', '对外公开数量', '对外公开总数'),
		],
		rows: [label('regulation', '规章'), label('normative', '规范性文件', '行政规范性文件')],
	},
	{
		article: '第二十条第（五）项',
		columns: handled,
		rows: [label('license', '行政许可'), label('otherService', '其他对外管理服务事项', '其它对外管理服务事项')],
	},
	{
		article: '第二十条第（六）项',
		columns: handled,
		rows: [label('punish', '行政处罚'), label('force', '行政强制')],
	},
	{
		article: '第二十条第（八）项',
		columns: projects,
		rows: [label('fee', '行政事业性收费', '行政事业性收费项目')],
	},
	{
		article: '第二十条第（九）项',
		columns: [
			column('count', '采购项目数量', '项', '采购项目数'),
			column('yuan', '采购总金额', '元', '采购金额', '采购总额'),
		],
		rows: [label('procurement', '政府集中采购', '政府采购')],
	},
];

/** Table 2 of the form for 2021 and later (国办公开办函〔2021〕30号). */
export const table2Of2021: readonly Block[] = [
	{
		article: '第二十条第（一）项',
		columns: [
			column('made', '本年制发件数', '件', '本年制发数量', '本年度制发件数', '本年制发数'),
			column('repealed', '本年废止件数', '件', '本年废止数量', '本年度废止件数', '本年废止数'),
			column('valid', '现行有效件数', '件', '现行有效数量', '现行有效数'),
		],
		rows: [label('regulation', '规章'), label('normative', '行政规范性文件', '规范性文件')],
	},
	{ article: '第二十条第（五）项', columns: decided, rows: [label('license', '行政许可')] },
	{
		article: '第二十条第（六）项',
		columns: decided,
		rows: [label('punish', '行政处罚'), label('force', '行政强制')],
	},
	{
		article: '第二十条第（八）项',
		columns: [column('wan', '本年收费金额（单位：万元）', '万元', '本年收费金额', '本年收费金额（万元）')],
		rows: [label('fee', '行政事业性收费')],
	},
];
