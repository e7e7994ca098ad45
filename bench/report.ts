import { auditReport, readReport, renderDocx, renderHtml, renderInputOf } from 'annual-report';
import mammoth from 'mammoth';
import { parse } from 'parse5';
import { cleanReport } from '../annual-report/fixtures/audit/base.ts';
import { rate, row } from './support/calibration.ts';

const AUDIT_LIMIT = 20_000;

/** Read and audit a second on one core: html beside parse5 alone, docx beside mammoth alone, and a model in memory. */
export async function run(): Promise<void> {
	const report = cleanReport('2021');
	const input = renderInputOf(report);
	const html = renderHtml(input);
	const docx = await renderDocx(input);
	const audited = async (bytes: Uint8Array, name: string) => auditReport(await readReport(bytes, name));

	const parse5 = await rate(() => parse(html));
	const fromHtml = await rate(() => audited(Buffer.from(html), 'report.html'));
	row('html read + audit', fromHtml, 'reports/s', { name: 'parse5 alone', value: parse5 });

	const alone = await rate(() => mammoth.convertToHtml({ buffer: Buffer.from(docx) }));
	const fromDocx = await rate(() => audited(docx, 'report.docx'));
	row('docx read + audit', fromDocx, 'reports/s', { name: 'mammoth alone', value: alone });

	const inMemory = await rate(() => auditReport(report));
	row('audit of a model in memory', inMemory, 'reports/s', { name: 'limit', value: AUDIT_LIMIT });
}
