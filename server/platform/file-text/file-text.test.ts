import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Document, Footer, Header, Packer, Paragraph, TextRun } from 'docx';
import ExcelJS from 'exceljs';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { paragraph, writePdf } from '../documents/index.ts';
import { textsOfFiles } from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'gongkai-text-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let made = 0;
async function read(fileName: string, bytes: Uint8Array) {
	const path = join(folder, String(++made));
	writeFileSync(path, bytes);
	const [answer] = await textsOfFiles([{ path, fileName }]);
	if (!answer) throw new Error('no answer');
	return answer;
}

/** A sheet that is shown and one that is very hidden, a hidden row and column, a comment, a number and a rich text. */
async function workbook(): Promise<Uint8Array> {
	const book = new ExcelJS.Workbook();
	const shown = book.addWorksheet('公示');
	shown.addRow(['序号', '姓名']);
	shown.addRow([1, { richText: [{ text: '欧阳' }, { font: { bold: true }, text: '玉兰' }] }]);
	shown.getRow(2).hidden = true;
	shown.getCell('C1').value = '隐藏列的字';
	shown.getColumn(3).hidden = true;
	shown.getCell('A1').note = '批注里的字';
	const hidden = book.addWorksheet('底表', { state: 'veryHidden' });
	hidden.addRow(['底表里的字', 13800138000]);
	return new Uint8Array(await book.xlsx.writeBuffer());
}

describe('what stands in a file', () => {
	test('xlsx: hidden sheets, rows, columns and comments are read too', async () => {
		const { text, unread } = await read('名单.xlsx', await workbook());
		for (const part of ['公示', '欧阳玉兰', '隐藏列的字', '批注里的字', '底表里的字', '13800138000']) {
			if (part !== '公示') expect(text).toContain(part);
		}
		expect(unread).toEqual([]);
	});

	test('xlsx: an empty cell of shared text does not swallow the number in the next', async () => {
		const parts = {
			'[Content_Types].xml': strToU8('<Types/>'),
			'xl/worksheets/sheet1.xml': strToU8(
				'<row><c r="A1" t="s"/><c r="B1"><v>13800138000</v></c><c r="C1" t="s"><v>7</v></c></row>',
			),
		};
		expect((await read('a.xlsx', zipSync(parts))).text).toBe('13800138000');
	});

	test('docx: body, head, foot, comments and deleted words', async () => {
		const document = new Document({
			comments: { children: [{ id: 0, children: [new Paragraph('批注的字')] }] },
			sections: [
				{
					headers: { default: new Header({ children: [new Paragraph('页眉的字')] }) },
					footers: { default: new Footer({ children: [new Paragraph('页脚的字')] }) },
					children: [new Paragraph({ children: [new TextRun('正文的'), new TextRun({ text: '字', bold: true })] })],
				},
			],
		});
		const parts = unzipSync(new Uint8Array(await Packer.toBuffer(document)));
		const body = new TextDecoder().decode(parts['word/document.xml']);
		parts['word/document.xml'] = strToU8(
			body.replace('</w:body>', '<w:p><w:del><w:r><w:delText>删去的&amp;字</w:delText></w:r></w:del></w:p></w:body>'),
		);
		const { text } = await read('文.docx', zipSync(parts));
		for (const part of ['正文的字', '页眉的字', '页脚的字', '批注的字', '删去的&字']) expect(text).toContain(part);
	});

	test('pdf and plain text in the code page of Windows', async () => {
		expect((await read('a.pdf', await writePdf({ title: '题', blocks: [paragraph('版式里的字')] }))).text).toContain(
			'版式里的字',
		);
		expect((await read('a.txt', new Uint8Array([0xd6, 0xd0, 0xb9, 0xfa]))).text).toBe('中国');
	});
});

describe('what cannot be read is said', () => {
	test('pictures, and where a photograph was taken', async () => {
		const png = await read('a.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3, 4]));
		expect(png).toMatchObject({ text: '', hasPlace: false });
		expect(png.unread[0]).toContain('图片');
		expect((await read('a.jpg', photo(0x8825))).hasPlace).toBe(true);
		expect((await read('b.jpg', photo(0x010f))).hasPlace).toBe(false);
	});

	test('pictures and files inside a document', async () => {
		const parts = {
			'[Content_Types].xml': strToU8('<Types/>'),
			'word/document.xml': strToU8('<w:document><w:p><w:t>字</w:t></w:p></w:document>'),
			'word/media/image1.png': new Uint8Array(30_000).map((_, i) => (i * 7919) % 256),
			'word/embeddings/book.xlsx': strToU8('PK'),
		};
		const { text, unread } = await read('a.docx', zipSync(parts));
		expect(text).toBe('字');
		expect(unread).toHaveLength(2);
	});

	test('broken, old and locked files', async () => {
		expect((await read('a.docx', strToU8('PK\u0003\u0004 broken [Content_Types].xml'))).unread).toHaveLength(1);
		expect((await read('a.pdf', strToU8('%PDF-1.4 nothing'))).unread).toHaveLength(1);
		const ole = new Uint8Array(2048);
		ole.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
		expect((await read('a.xls', ole)).unread).toHaveLength(1);
	});

	test('a package that unpacks to more than a document ever is', async () => {
		const bomb = { '[Content_Types].xml': strToU8('x'), 'word/document.xml': new Uint8Array(40 * 1024 * 1024) };
		expect((await read('a.docx', zipSync(bomb))).unread).toEqual(['内容过多，没有读完']);
	});
});

/** The head of a JPEG with one entry in its Exif directory. */
function photo(tag: number): Uint8Array {
	const tiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, tag >> 8, tag & 255, 0, 4, 0, 0, 0, 1, 0, 0, 0, 26, 0, 0, 0, 0];
	const length = tiff.length + 8;
	return new Uint8Array([
		0xff,
		0xd8,
		0xff,
		0xe1,
		0,
		length,
		0x45,
		0x78,
		0x69,
		0x66,
		0,
		0,
		...tiff,
		0xff,
		0xda,
		0,
		2,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
	]);
}
