import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { figuresOf, printed } from '../../fixtures/read/figures.setup.ts';
import { docxReport, xlsxReport } from '../../fixtures/read/office-layouts.setup.ts';
import { writePdf } from '../../fixtures/read/pdf.setup.ts';
import { ReadError, readReport } from './index.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

async function refusal(file: Uint8Array, name: string): Promise<ReadError> {
	const outcome = await readReport(file, name).catch((error: unknown) => error);
	if (!(outcome instanceof ReadError)) throw new Error(`${name} was read`);
	return outcome;
}

/** One sentence in Chinese with a full stop, no stack, no path. */
function isClear(error: ReadError): boolean {
	return (
		/^[^\n]{8,80}。$/.test(error.message) && /[\u4e00-\u9fff]/.test(error.message) && !/\/|Error/.test(error.message)
	);
}

const document = '<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>正文</w:t></w:r></w:p></w:body></w:document>';

describe('files that are no report', () => {
	const refused: [what: string, file: Uint8Array, name: string, reason: string][] = [
		['an empty file', new Uint8Array(), 'a.txt', 'empty'],
		[
			'a program renamed to docx',
			bytes('MZ\x90\x00 This program cannot be run in DOS mode'),
			'a.docx',
			'unknown-format',
		],
		['a Linux program renamed to txt', bytes('\x7fELF\x02\x01\x01'), 'a.txt', 'unknown-format'],
		['a picture', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 0]), 'a.jpg', 'no-text'],
		['a picture renamed to pdf', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0]), 'a.pdf', 'no-text'],
		['a rar archive', bytes('Rar!\x1a\x07\x00'), 'a.rar', 'unsupported'],
		['bytes of nothing', new Uint8Array([1, 2, 0, 0, 3, 4, 0, 0]), 'a.txt', 'unknown-format'],
		['a zip of other files', zipSync({ 'a.txt': strToU8('甲'), 'b.txt': strToU8('乙') }), 'a.zip', 'unsupported'],
	];
	for (const [what, file, name, reason] of refused) {
		it(`refuses ${what} with one clear sentence`, async () => {
			const error = await refusal(file, name);
			expect(error.reason).toBe(reason);
			expect(isClear(error)).toBe(true);
		});
	}
});

describe('files that are broken', () => {
	it('refuses a docx cut at any length without crashing', async () => {
		const whole = await docxReport('2021', 2022, printed(figuresOf('2021', 4)));
		for (const share of [0.01, 0.2, 0.5, 0.9, 0.99]) {
			const error = await refusal(whole.slice(0, Math.floor(whole.length * share)), 'a.docx');
			expect(isClear(error), `${share}`).toBe(true);
		}
	});

	it('refuses an xlsx cut in half', async () => {
		const whole = await xlsxReport('2021', 2022, printed(figuresOf('2021', 4)));
		expect((await refusal(whole.slice(0, whole.length / 2), 'a.xlsx')).reason).toBe('damaged');
	});

	it('refuses a pdf that is only a head', async () => {
		expect((await refusal(bytes('%PDF-1.7\n1 0 obj\n<<'), 'a.pdf')).reason).toBe('damaged');
	});

	it('refuses an old Word file that is only a head', async () => {
		const head = new Uint8Array(600);
		head.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
		expect((await refusal(head, 'a.doc')).reason).toBe('damaged');
	});

	it('refuses a Word file without its text', async () => {
		const file = zipSync({ 'word/document.xml': strToU8('<w:document/>') });
		expect((await refusal(file, 'a.docx')).reason).toBe('damaged');
	});

	it('says of a pdf without text that it is a scan', async () => {
		const error = await refusal(writePdf([{ texts: [], lines: [{ x1: 1, y1: 1, x2: 9, y2: 9 }] }]), 'scan.pdf');
		expect(error.reason).toBe('no-text');
		expect(error.message).toContain('扫描');
	});
});

describe('files with a password', () => {
	it('recognises an encrypted Word file by its container', async () => {
		const file = new Uint8Array(4096);
		file.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
		file.set(Buffer.from('EncryptedPackage', 'utf16le'), 1024);
		const error = await refusal(file, 'a.docx');
		expect(error.reason).toBe('encrypted');
		expect(error.message).toContain('密码');
	});

	it('recognises an encrypted zip by its flag', async () => {
		const file = zipSync({ 'word/document.xml': strToU8(document) });
		file[6] = (file[6] ?? 0) | 1;
		expect((await refusal(file, 'a.docx')).reason).toBe('encrypted');
	});

	it('names an old workbook', async () => {
		const file = new Uint8Array(4096);
		file.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
		file.set(Buffer.from('Workbook', 'utf16le'), 1024);
		const error = await refusal(file, 'a.xls');
		expect(error.reason).toBe('unsupported');
		expect(error.message).toContain('xlsx');
	});
});

describe('files that cost too much', () => {
	it('refuses a page of 50 MB with a sentence, at once', async () => {
		const page = Buffer.alloc(50 * 1024 * 1024, '<p>公开</p>');
		const started = performance.now();
		const error = await refusal(new Uint8Array(page.buffer, page.byteOffset, page.length), 'a.html');
		expect(error.reason).toBe('too-large');
		expect(performance.now() - started).toBeLessThan(1000);
	});

	it('refuses a text above the limit for text', async () => {
		const file = new Uint8Array(11 * 1024 * 1024).fill(0x41);
		const error = await refusal(file, 'a.txt');
		expect(error.message).toContain('10 MB');
	});

	it('refuses a zip that would unpack to gigabytes, without unpacking', async () => {
		const entry = zipSync({ 'word/document.xml': new Uint8Array(45 * 1024 * 1024) }, { level: 9 });
		expect(entry.length).toBeLessThan(100_000);
		expect((await refusal(entry, 'a.docx')).reason).toBe('too-large');
	});

	it('refuses a zip of thousands of entries', async () => {
		const many = Object.fromEntries(Array.from({ length: 2100 }, (_, i) => [`f${i}`, new Uint8Array(1)]));
		expect((await refusal(zipSync(many), 'a.zip')).reason).toBe('too-large');
	});

	it('reads a page of deeply nested tables within a second and without a stack overflow', async () => {
		const depth = 3000;
		const page = `${'<table><tr><td>'.repeat(depth)}深${'</td></tr></table>'.repeat(depth)}`;
		const started = performance.now();
		const report = await readReport(bytes(`<html><body>${page}</body></html>`), 'a.html');
		expect(report.form).toBe('none');
		expect(performance.now() - started).toBeLessThan(5000);
	});

	it('holds spans to a limit', async () => {
		const page =
			'<table><tr><td rowspan="99999999" colspan="99999999">一</td><td>二</td></tr><tr><td>三</td></tr></table>';
		const report = await readReport(bytes(`<html><body>${page}</body></html>`), 'a.html');
		expect(report.form).toBe('none');
	});
});

describe('files that ask for more than reading', () => {
	it('does not expand entities an office document declares', async () => {
		const bomb = `<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>${document.replace('正文', '&b;')}`;
		const error = await refusal(zipSync({ 'word/document.xml': strToU8(bomb) }), 'a.docx');
		expect(error.reason).toBe('damaged');
		expect(error.message).toContain('实体');
	});

	it('does not fetch an external entity', async () => {
		const external = `<!DOCTYPE w SYSTEM "http://127.0.0.1:9/x.dtd">${document}`;
		expect((await refusal(zipSync({ 'word/document.xml': strToU8(external) }), 'a.docx')).reason).toBe('damaged');
	});

	it('reads a document with macros as text and leaves them alone', async () => {
		const file = zipSync({ 'word/document.xml': strToU8(document), 'word/vbaProject.bin': new Uint8Array([1, 2, 3]) });
		const report = await readReport(file, 'a.docm');
		expect(report.lines.map((line) => line.text)).toEqual(['正文']);
	});

	it('leaves unknown entities as they are written', async () => {
		const file = zipSync({ 'word/document.xml': strToU8(document.replace('正文', '甲&amp;乙&#19968;&unknown;')) });
		expect((await readReport(file, 'a.docx')).lines[0]?.text).toBe('甲&乙一&unknown;');
	});
});

describe('texts that are no report', () => {
	it('gives a report without form, year and claims for any text', async () => {
		const report = await readReport(bytes('今天天气很好。\n明天也是。'), 'a.txt');
		expect(report).toMatchObject({ form: 'none', year: null, organ: null, title: '', period: null, cells: {} });
		expect(report.claims).toEqual([]);
	});

	it('is not misled by a text that only names the tables', async () => {
		const report = await readReport(
			bytes('本通知说明表三「本年新收政府信息公开申请数量」一行怎样填写，「第二十条第（一）项」怎样统计。'),
			'a.txt',
		);
		expect(report.form).toBe('none');
	});

	it('walks a million empty cells once each', async () => {
		const report = await readReport(bytes(`总计${'\t'.repeat(1_000_000)}\n正文`), 'a.txt');
		expect(report.form).toBe('none');
	});

	it('reads the same bytes to the same report', async () => {
		const file = await docxReport('2021', 2022, printed(figuresOf('2021', 4)));
		expect(await readReport(file, 'a.docx')).toEqual(await readReport(file, 'a.docx'));
	});

	it('does not change the bytes it is given', async () => {
		const file = await docxReport('2021', 2022, printed(figuresOf('2021', 4)));
		const before = file.slice();
		await readReport(file, 'a.docx');
		expect(Buffer.compare(file, before)).toBe(0);
	});
});
