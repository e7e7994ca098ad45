import type { SheetRow as Row, RowSheet, SheetColumn } from '../../../platform/row-sheet.ts';

/** Most orders of one sheet; a larger one is taken in parts, which does no harm: an order comes in once. */
export const MAX_ORDERS = 2000;

export type OrderField =
	| 'orderNumber'
	| 'calledAt'
	| 'kind'
	| 'title'
	| 'body'
	| 'office'
	| 'name'
	| 'phone'
	| 'address';
export type OrderRow = Row<OrderField>;

const COLUMNS: readonly SheetColumn<OrderField>[] = [
	{
		field: 'orderNumber',
		header: '工单号',
		required: true,
		width: 22,
		example: '12345202606010001',
		aliases: ['工单编号', '工单流水号', '受理编号', '诉求编号', '编号', '案件编号'],
	},
	{
		field: 'calledAt',
		header: '来电时间',
		required: true,
		width: 20,
		example: '2026-06-01 09:30',
		moment: true,
		aliases: ['受理时间', '登记时间', '诉求时间', '派单时间', '创建时间', '来电日期'],
	},
	{
		field: 'kind',
		header: '诉求类型',
		width: 14,
		example: '咨询',
		aliases: ['工单类型', '诉求类别', '工单类别', '业务类型', '类型'],
	},
	{
		field: 'title',
		header: '诉求标题',
		width: 30,
		example: '村口路灯不亮',
		aliases: ['工单标题', '标题', '主题'],
	},
	{
		field: 'body',
		header: '诉求内容',
		required: true,
		width: 60,
		example: '来电反映村口路灯不亮，希望维修。',
		aliases: ['工单内容', '来电内容', '反映内容', '内容', '问题描述', '诉求描述'],
	},
	{
		field: 'office',
		header: '承办单位',
		width: 24,
		example: '',
		aliases: ['承办机关', '办理单位', '责任单位', '主办单位', '承办部门'],
	},
	{
		field: 'name',
		header: '来电人',
		width: 12,
		example: '',
		aliases: ['姓名', '诉求人', '联系人', '来电人姓名', '市民姓名'],
	},
	{
		field: 'phone',
		header: '联系电话',
		width: 16,
		example: '',
		aliases: ['来电号码', '电话', '手机号', '手机号码', '联系方式', '主叫号码'],
	},
	{
		field: 'address',
		header: '诉求地点',
		width: 24,
		example: '',
		aliases: ['事发地址', '诉求地址', '事发地点', '地址'],
	},
];

/** 热线工单: the template, and the headings hotlines export under. */
export const HOTLINE_SHEET: RowSheet<OrderField> = {
	title: '热线工单',
	columns: COLUMNS,
	counted: ['件', '工单'],
	maxRows: MAX_ORDERS,
	help: [
		'每行一件工单。12345热线导出的表格可以直接使用，常见的列名都能识别；用不到的列不必删除。',
		'带星号的列必填；诉求标题不填的，取诉求内容的开头。来电时间写成 2026-06-01 09:30。',
		'承办单位填写机关全称或者简称；不填的，登记在本机关。',
		'诉求类型写明信息公开的投诉、举报登记为投诉举报，要求公开信息的登记为点题公开，其余登记为咨询建议。',
		'同一工单号只登记一次，再次导入会跳过；来电人和联系电话加密保存。',
		'有一行不合格则全部不导入，改正后重新选择文件即可。',
	],
};
