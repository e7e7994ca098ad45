import type { RowSheet } from '../../../platform/row-sheet.ts';
import { COLUMNS, type Column } from './columns.ts';

/** The offices of a county as a table. */
export const OFFICE_SHEET: RowSheet<Column['field']> = {
	title: '机关',
	columns: COLUMNS,
	counted: ['个', '机关'],
	// Rows a county can have; more is another table.
	maxRows: 500,
	help: [
		'每行一个机关；第二行是示例，请改写或删除。带 * 的列必须填写，其余可以以后补充。',
		'机关类别：县直部门，或 乡镇（街道）。',
		'网址标识：小写字母、数字和连字符，用于公开平台的网址，如 liuxi-zhen。',
		'上级机关：填写已有机关或上面某一行的机关全称；留空表示县级主管部门。',
		'机构代码：18位统一社会信用代码，或9位组织机构代码。',
		'先上传检查；没有问题后再确认导入。有任何一行不正确时，不会导入任何机关。',
	],
};
