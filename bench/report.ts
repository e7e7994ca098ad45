import { readFileSync } from 'node:fs';
import {
	auditAll,
	auditReport,
	type Report,
	readReport,
	renderDocx,
	renderHtml,
	renderInputOf,
	startSum,
} from 'annual-report';
import mammoth from 'mammoth';
import { parse } from 'parse5';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { cleanReport } from '../annual-report/fixtures/audit/base.ts';
import { row } from './support/calibration.ts';

/** Reports a second an audit of a model in memory should reach, table and claim rules. */
const AUDIT_LIMIT = 20_000;
/** Township models a second a sum should reach: 40,000 in two seconds. */
const SUM_LIMIT = 20_000;
const SIZES = [100, 1_000, 10_000, 40_000];
/** Comparing texts keeps every text in memory: not measured at the largest size. */
const MOST_COMPARED = 10_000;
const PDF = new URL('../annual-report/fixtures/read/office-2019-row-cut.pdf', import.meta.url);

/** What the report library costs on one core: reading beside the parsers alone, audit and sum beside their limits, and how they grow. */
export async function run(): Promise<void> {
	await reading();
	auditing();
	growth();
}

/** Time of reading and auditing a file over the time of the parser alone on the same file: «ratio» is ours over theirs. */
async function reading(): Promise<void> {
	const input = renderInputOf(cleanReport('2021'));
	const html = renderHtml(input);
	const docx = await renderDocx(input);
	const pdf = new Uint8Array(readFileSync(PDF));
	const ours = (bytes: Uint8Array, name: string) => async () =>
		auditReport(await readReport(bytes, name), { scopes: ['table', 'claim'] });
	await times('html', ours(Buffer.from(html), 'a.html'), 'parse5', () => parse(html), 2);
	await times('docx', ours(docx, 'a.docx'), 'mammoth', () => mammoth.convertToHtml({ buffer: Buffer.from(docx) }), 1);
	await times('pdf', ours(pdf, 'a.pdf'), 'pdfjs text + operators', () => pdfAlone(pdf), 1.3);
}

type Work = () => unknown;

/** Both in turn, so that memory, caches and the machine's other work weigh on them alike. */
async function times(kind: string, ours: Work, peer: string, theirs: Work, limit: number): Promise<void> {
	const spent = { ours: 0, theirs: 0 };
	const until = performance.now() + 4_000;
	for (let i = 0; performance.now() < until || i < 40; i++) {
		const start = performance.now();
		await ours();
		const middle = performance.now();
		await theirs();
		// The first rounds load and compile.
		if (i < 20) continue;
		spent.ours += middle - start;
		spent.theirs += performance.now() - middle;
	}
	const ratio = (spent.ours / spent.theirs).toFixed(2);
	console.log(`${`${kind} read + audit beside ${peer} alone`.padEnd(60)} ratio ${ratio} (limit ${limit})`);
}

async function pdfAlone(bytes: Uint8Array): Promise<void> {
	const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false, disableFontFace: true });
	const pdf = await task.promise;
	for (let number = 1; number <= pdf.numPages; number++) {
		const page = await pdf.getPage(number);
		await page.getTextContent();
		await page.getOperatorList();
	}
	await task.destroy();
}

function auditing(): void {
	const report = cleanReport('2021');
	for (const [name, scopes] of [
		['audit in memory, table and claim rules', ['table', 'claim']],
		['audit in memory, every rule', undefined],
	] as const) {
		const started = performance.now();
		let count = 0;
		while (performance.now() - started < 2000) {
			auditReport(report, scopes ? { scopes } : {});
			count++;
		}
		row(name, count / ((performance.now() - started) / 1000), 'reports/s', { name: 'limit', value: AUDIT_LIMIT });
	}
}

/** How audit, sum and the comparison of texts grow from a hundred reports to forty thousand. */
function growth(): void {
	for (const size of SIZES) {
		const audited = timed(() => {
			for (const report of townships(size)) auditReport(report, { scopes: ['table', 'claim'] });
		});
		row(`audit of ${size} reports`, size / audited, 'reports/s');
		global.gc?.();
		const before = process.memoryUsage().heapUsed;
		const summing = startSum({ year: 2024 });
		const summed = timed(() => {
			for (const report of townships(size)) summing.add(report);
			summing.result();
		});
		const heap = (process.memoryUsage().heapUsed - before) / 1024 / 1024;
		// Making the models up is the iterator's work, not the sum's.
		const made = timed(() => {
			for (const report of townships(size)) if (report.year === 0) throw new Error('never');
		});
		const seconds = `${summed.toFixed(2)} s, of it ${made.toFixed(2)} s to make them`;
		row(`sum of ${size} reports, ${seconds}, heap ${heap.toFixed(0)} MB`, size / (summed - made), 'reports/s', {
			name: 'limit',
			value: SUM_LIMIT,
		});
		if (size > MOST_COMPARED) continue;
		const reports = [...townships(size)];
		const compared = timed(() => auditAll(reports, {}, { scopes: ['year', 'unit'] }));
		row(`cross-unit rules and similarity, ${size} reports`, size / compared, 'reports/s');
	}
}

function timed(work: () => void): number {
	const started = performance.now();
	work();
	return (performance.now() - started) / 1000;
}

/** Made one at a time: whoever adds them up need not hold them. Each has a narrative of its own around common sentences. */
function* townships(count: number): Generator<Report> {
	const base = cleanReport('2021');
	for (let n = 0; n < count; n++) {
		const own = Array.from({ length: 300 }, (_, i) =>
			String.fromCharCode(0x4e00 + ((n * 7919 + i * 104_729 + n * i) % 20_000)),
		);
		const sections = base.sections.map((section, i) =>
			i === 0 ? { ...section, body: `${section.body}${own.join('')}` } : section,
		);
		yield { ...base, sections, organ: `第${n}县第${n}乡人民政府`, file: `${n}.docx` };
	}
}
