import { defused } from '../../../platform/formula.ts';
import { XLSX } from '../../../platform/row-sheet.ts';
import type { surveyDetail } from '../queries/surveys.ts';
import { type ResultPaper, remark } from './results.ts';

export { XLSX };

type Line = readonly (string | number | null)[];

interface Page {
	name: string;
	widths: readonly number[];
	heads: readonly string[];
	lines: readonly Line[];
}

async function workbook(pages: readonly Page[]): Promise<Uint8Array> {
	const { default: exceljs } = await import('exceljs');
	const book = new exceljs.Workbook();
	for (const { name, widths, heads, lines } of pages) {
		const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
		sheet.columns = heads.map((header, at) => ({ header, width: widths[at] ?? 16 }));
		for (const line of lines) sheet.addRow(line.map(defused));
		sheet.getRow(1).font = { bold: true };
		sheet.eachRow((row) => {
			row.alignment = { wrapText: true, vertical: 'top' };
		});
	}
	return new Uint8Array(await book.xlsx.writeBuffer());
}

/** 考核结果: places and points, and the indicators they were counted by. */
export async function resultsSheet({ tree, rows }: ResultPaper): Promise<Uint8Array> {
	return await workbook([
		{
			name: '考核结果',
			widths: [16, 8, 36, 10, 10, 10, 10, 20],
			heads: ['类别', '名次', '机关', '得分', '扣分', '加分', '等次', '说明'],
			lines: rows.map((row) => [
				...[row.kindLabel, row.rank, row.officeName, row.score, row.deducted, row.bonus, row.gradeLabel],
				remark(row.vetoed, row.bonus),
			]),
		},
		{
			name: '考核指标',
			widths: [10, 30, 10, 10, 60, 30],
			heads: ['编号', '指标', '分值', '每处扣分', '检查内容', '依据'],
			lines: tree.content.nodes.map(({ code, name, points, perFault, checks, basis }) => [
				...[code, name, points, perFault || null, checks, basis],
			]),
		},
	]);
}

/** 评议结果: figures and words of a questionnaire. */
export async function surveySheet({ result, texts }: Awaited<ReturnType<typeof surveyDetail>>): Promise<Uint8Array> {
	return await workbook([
		{
			name: '统计',
			widths: [50, 10, 24, 10, 10],
			heads: ['问题', '回答数', '选项', '票数', '平均分'],
			lines: result.tally.flatMap(({ title, answered, counts, mean }): Line[] =>
				counts.length === 0
					? [[title, answered, '', null, null]]
					: counts.map(({ label, count }, at) => [title, answered, label, count, at === 0 ? mean : null]),
			),
		},
		{
			name: '机关',
			widths: [36, 10, 10],
			heads: ['机关', '答卷数', '平均分'],
			lines: result.offices.map(({ officeName, answers, mean }) => [officeName, answers, mean]),
		},
		{
			name: '文字意见',
			widths: [40, 90],
			heads: ['问题', '意见'],
			lines: texts.flatMap((one) => one.texts.map((text): Line => [one.title, text])),
		},
	]);
}
