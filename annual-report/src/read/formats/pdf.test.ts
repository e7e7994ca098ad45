import { describe, expect, it } from 'vitest';
import { type PdfPage, writePdf } from '../../../fixtures/read/pdf.setup.ts';
import type { SourceDocument } from '../document.ts';
import { readPdf } from './pdf.ts';

const text = (x: number, y: number, words: string, size = 12): PdfPage['texts'][number] => ({
	x,
	y,
	size,
	text: words,
});
const box = (x1: number, y1: number, x2: number, y2: number): PdfPage['lines'] => [
	{ x1, y1, x2, y2: y1 },
	{ x1, y1: y2, x2, y2 },
	{ x1, y1, x2: x1, y2 },
	{ x1: x2, y1, x2, y2 },
];
const read = (...pages: PdfPage[]) => readPdf(writePdf(pages));
const shape = (document: SourceDocument) =>
	document.blocks.map((block) =>
		block.kind === 'text' ? block.text : block.grid.rows.map((row) => row.map((cell) => cell?.text)),
	);
const filler = text(60, 700, '这一页还有足够多的文字可以读出来。');

describe('readPdf', () => {
	it('reads lines from top to bottom with page and line', async () => {
		const document = await read({
			texts: [text(60, 120, '乙行文字在下面'), text(60, 100, '甲行文字在上面')],
			lines: [],
		});
		expect(shape(document)).toEqual(['甲行文字在上面', '乙行文字在下面']);
		expect(document.blocks.map((block) => block.kind === 'text' && block.at)).toEqual([
			{ page: 1, line: 1 },
			{ page: 1, line: 2 },
		]);
	});

	it('joins runs of one line and parts columns by tabs', async () => {
		const document = await read({
			texts: [text(60, 100, '行政'), text(84, 100.5, '许可'), text(200, 100, '12'), filler],
			lines: [],
		});
		expect(shape(document)[0]).toBe('行政许可\t12');
	});

	it('marks the indent of a new paragraph', async () => {
		const document = await read({
			texts: [text(60, 100, '顶格的一行文字'), text(84, 120, '缩进的一行文字')],
			lines: [],
		});
		expect(shape(document)).toEqual(['顶格的一行文字', '\u3000\u3000缩进的一行文字']);
	});

	it('rebuilds a ruled table with merged cells', async () => {
		const lines = [
			...box(60, 100, 160, 140),
			...box(160, 100, 300, 120),
			...box(160, 120, 230, 140),
			...box(230, 120, 300, 140),
		];
		const texts = [text(64, 124, '合并'), text(164, 114, '上'), text(164, 134, '左'), text(234, 134, '右'), filler];
		const document = await read({ texts, lines });
		expect(shape(document)[0]).toEqual([
			['合并', '上', '上'],
			['合并', '左', '右'],
		]);
	});

	it('keeps an empty ruled cell', async () => {
		const lines = [...box(60, 100, 160, 120), ...box(160, 100, 260, 120), ...box(260, 100, 300, 120)];
		const document = await read({ texts: [text(64, 114, '规章'), text(264, 114, '7'), filler], lines });
		expect(shape(document)[0]).toEqual([['规章', '', '7']]);
	});

	it('reads the lines of a cell from top to bottom', async () => {
		const lines = [...box(60, 100, 160, 150), ...box(160, 100, 260, 150)];
		const texts = [text(64, 130, '下半'), text(64, 114, '上半'), text(164, 124, '3'), filler];
		expect(shape(await read({ texts, lines }))[0]).toEqual([['上半\n下半', '3']]);
	});

	it('leaves page numbers out and keeps figures elsewhere', async () => {
		const document = await read({ texts: [filler, text(290, 815, '- 3 -'), text(290, 400, '3')], lines: [] });
		expect(shape(document)).toEqual(['3', filler.text].map((line, i) => (i === 0 ? `\u3000\u3000${line}` : line)));
	});

	it('puts tables between the lines around them', async () => {
		const lines = [...box(60, 200, 160, 220), ...box(160, 200, 260, 220)];
		const texts = [
			text(60, 100, '表格前面的一行'),
			text(64, 214, '甲'),
			text(164, 214, '1'),
			text(60, 300, '表格后面的一行'),
		];
		expect(shape(await read({ texts, lines }))).toEqual(['表格前面的一行', [['甲', '1']], '表格后面的一行']);
	});

	it('reads several pages in order', async () => {
		const document = await read(
			{ texts: [filler], lines: [] },
			{ texts: [text(60, 90, '第二页上的一行文字')], lines: [] },
		);
		expect(document.blocks.map((block) => block.kind === 'text' && block.at.page)).toEqual([1, 2]);
	});

	it('does not take an underline or a frame around text for a table', async () => {
		const document = await read({
			texts: [text(60, 100, '标题下面有一条线'), filler],
			lines: [{ x1: 60, y1: 104, x2: 400, y2: 104 }, ...box(50, 500, 545, 760)],
		});
		expect(shape(document)).toEqual(['标题下面有一条线', filler.text]);
	});

	it('does not take its bytes away from the caller', async () => {
		const file = writePdf([{ texts: [filler], lines: [] }]);
		await readPdf(file);
		expect(file.length).toBeGreaterThan(100);
		expect(String.fromCharCode(...file.slice(0, 5))).toBe('%PDF-');
	});
});
