import { addressInfo, type Finding, type Form } from 'annual-report';
import {
	type Block,
	labelCell,
	type OfficialDocument,
	paragraph,
	writeDocx,
} from '../../../platform/documents/index.ts';
import { defused } from '../../../platform/formula.ts';

export const FINDING_FORMATS = ['docx', 'xlsx', 'json'] as const;
export type FindingFormat = (typeof FINDING_FORMATS)[number];

/** What was found in one report, for whoever has to put it right. */
export interface FindingSheet {
	fileName: string;
	organ: string | null;
	year: number | null;
	form: Form;
	/** As printed: 2026年6月1日. */
	day: string;
	findings: readonly (Finding & { acceptedFor: string | null })[];
}

const SEVERITIES = { error: '错误', warning: '疑点', info: '提示' } as const;
const HEADS = ['序号', '程度', '问题', '填报', '应为', '单元格', '依据', '规则', '位置', '认可理由'] as const;

/** 退回修改意见: what is wrong, first what must be put right, then what should be looked at. Accepted findings are left out. */
export async function findingsDocx(sheet: FindingSheet): Promise<Uint8Array> {
	return await writeDocx(paperOf(sheet));
}

function paperOf(sheet: FindingSheet): OfficialDocument {
	const open = sheet.findings.filter(({ acceptedFor }) => acceptedFor === null);
	const errors = open.filter(({ severity }) => severity === 'error');
	const others = open.filter(({ severity }) => severity !== 'error');
	const name = `${sheet.organ ?? sheet.fileName}${sheet.year === null ? '' : `${sheet.year}年`}政府信息公开工作年度报告`;
	const parts: Block[] = [
		paragraph(
			open.length === 0
				? `经核对，《${name}》没有发现需要修改的问题。`
				: `经核对，《${name}》有下列问题，请核实后修改；确属无误的，请书面说明。`,
		),
		...listed('一、应当改正的问题', errors, sheet.form),
		...listed(errors.length > 0 ? '二、请予核实的问题' : '一、请予核实的问题', others, sheet.form),
	];
	return { title: '年度报告退回修改意见', blocks: parts, notes: [`核对日期：${sheet.day}`] };
}

function listed(title: string, findings: FindingSheet['findings'], form: Form): Block[] {
	if (findings.length === 0) return [];
	const text = (value: string) => ({ text: value, align: 'left' as const });
	return [
		{ kind: 'heading', level: 1, text: title },
		{
			kind: 'table',
			widths: [12, 72, 38, 34],
			headerRows: 1,
			rows: [
				['序号', '问题', '涉及的单元格', '依据'].map((head) => labelCell(head)),
				...findings.map((finding, at) => [
					text(String(at + 1)),
					text(finding.message),
					text(cellsOf(finding, form)),
					text(finding.basis),
				]),
			],
		},
	];
}

/** Every finding with figures and place, for sorting and ticking off. */
export async function findingsXlsx(sheet: FindingSheet): Promise<Uint8Array> {
	const { default: exceljs } = await import('exceljs');
	const book = new exceljs.Workbook();
	const page = book.addWorksheet('核对发现的问题', { views: [{ state: 'frozen', ySplit: 1 }] });
	const widths = [6, 8, 60, 12, 12, 40, 40, 10, 18, 30];
	page.columns = HEADS.map((header, at) => ({ header, width: widths[at] ?? 12 }));
	sheet.findings.forEach((finding, at) => {
		const { severity, message, found, expected, basis, rule, acceptedFor } = finding;
		const place = placeOf(finding.at);
		const row = [
			at + 1,
			SEVERITIES[severity],
			message,
			found,
			expected,
			cellsOf(finding, sheet.form),
			basis,
			rule,
			place,
			acceptedFor,
		];
		page.addRow(row.map((value) => (typeof value === 'string' ? defused(value) : (value ?? ''))));
	});
	page.getRow(1).font = { bold: true };
	page.eachRow((line) => {
		line.alignment = { vertical: 'top', wrapText: true };
	});
	return new Uint8Array(await book.xlsx.writeBuffer());
}

/** One finding a line, as `gongkai report audit --json` prints it. */
export function findingsJson({ fileName, findings }: FindingSheet): Uint8Array {
	const lines = findings.map(({ acceptedFor, ...finding }) =>
		JSON.stringify({ file: fileName, ...finding, ...(acceptedFor === null ? {} : { accepted: acceptedFor }) }),
	);
	return new TextEncoder().encode(lines.map((line) => `${line}\n`).join(''));
}

function cellsOf({ cells }: Finding, form: Form): string {
	return cells.map((address) => addressInfo(address, form)?.label ?? address).join('；');
}

function placeOf(at: Finding['at']): string {
	if (!at) return '';
	const words: [number | string | undefined, string, string][] = [
		[at.page, '第', '页'],
		[at.sheet, '工作表“', '”'],
		[at.table, '表', ''],
		[at.paragraph, '第', '段'],
		[at.line, '第', '行'],
		[at.row, '第', '行'],
		[at.column, '第', '列'],
	];
	return words.flatMap(([value, before, after]) => (value === undefined ? [] : [`${before}${value}${after}`])).join('');
}
