import { COLUMNS } from './columns.ts';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The empty import sheet: headers, one example, all cells as text so that postcodes keep their zeros. */
export async function officeTemplate(): Promise<Uint8Array> {
	const { default: exceljs } = await import('exceljs');
	const book = new exceljs.Workbook();
	const sheet = book.addWorksheet('机关', { views: [{ state: 'frozen', ySplit: 1 }] });
	sheet.columns = COLUMNS.map(({ field, header, required, width }) => ({
		key: field,
		header: required ? `${header}*` : header,
		width,
		style: { numFmt: '@' },
	}));
	sheet.getRow(1).font = { bold: true };
	sheet.addRow(Object.fromEntries(COLUMNS.map(({ field, example }) => [field, example])));
	const help = book.addWorksheet('填写说明');
	help.getColumn(1).width = 90;
	for (const line of HELP) help.addRow([line]);
	return new Uint8Array(await book.xlsx.writeBuffer());
}

const HELP = [
	'每行一个机关；第二行是示例，请改写或删除。带 * 的列必须填写，其余可以以后补充。',
	'机关类别：县直部门，或 乡镇（街道）。',
	'网址标识：小写字母、数字和连字符，用于公开平台的网址，如 liuxi-zhen。',
	'上级机关：填写已有机关或上面某一行的机关全称；留空表示县级主管部门。',
	'机构代码：18位统一社会信用代码，或9位组织机构代码。',
	'先上传检查；没有问题后再确认导入。有任何一行不正确时，不会导入任何机关。',
];
