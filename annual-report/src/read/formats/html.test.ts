import { describe, expect, it } from 'vitest';
import type { SourceDocument } from '../document.ts';
import { readHtml } from './html.ts';

const read = (html: string) => readHtml(new TextEncoder().encode(html));
const shape = (document: SourceDocument) =>
	document.blocks.map((block) =>
		block.kind === 'text' ? block.text : block.grid.rows.map((row) => row.map((cell) => cell?.text)),
	);

describe('readHtml', () => {
	it('reads paragraphs in order and counts them', () => {
		const document = read('<p>甲</p><div>乙<br>丙</div><ul><li>丁</li></ul>');
		expect(shape(document)).toEqual(['甲', '乙', '丙', '丁']);
		expect(document.blocks[3]).toMatchObject({ at: { paragraph: 4 } });
		expect(document.loose).toBe(false);
	});

	it('keeps inline marks inside their sentence', () => {
		expect(shape(read('<p>收到<b>政府信息</b>公开<span>申请 <u>12</u> 件</span>。</p>'))).toEqual([
			'收到政府信息公开申请12件。',
		]);
	});

	it('folds blanks and entities', () => {
		expect(shape(read('<p>&emsp;&emsp;一、总体&nbsp;情况&#65288;摘要&#65289;</p>'))).toEqual(['一、总体情况（摘要）']);
	});

	it('reads tags and attributes in any letters', () => {
		const page =
			'<TABLE><TR><TD rowSpan=2>规章</TD><tD>0</tD></TR><TR><TD ColSpan="2">1</TD></TR></TABLE><sCRIPT>藏</sCRIPT><P Style="Display:None">藏</P>';
		const [table, ...rest] = read(page).blocks;
		expect(table?.kind === 'table' && table.grid.cells.map(({ text, rowSpan }) => [text, rowSpan])).toEqual([
			['规章', 2],
			['0', 1],
			['1', 1],
		]);
		expect(rest).toEqual([]);
	});

	it('takes an entity for its character, in words and in attributes, and half an entity for what it is', () => {
		expect(shape(read('<p>甲&lt;p&gt;乙&amp;lt;&nbsp</p>'))).toEqual(['甲<p>乙&lt;']);
		expect(shape(read('<p style="display&#58;none">藏</p><p>A&B公司&#xZZ;</p>'))).toEqual(['A&B公司&#xZZ;']);
	});

	it('leaves out what is no text', () => {
		const page =
			'<script>var a="收到9件"</script><style>p{}</style><nav>导航</nav><p style="display: none">藏</p><p hidden>藏</p><button>分享</button><p>正文</p>';
		expect(shape(read(page))).toEqual(['正文']);
	});

	it('reads a table as a grid between its paragraphs', () => {
		const document = read('<p>前</p><table><tr><td>规章</td><td>0</td></tr></table><p>后</p>');
		expect(shape(document)).toEqual(['前', [['规章', '0']], '后']);
		const table = document.blocks[1];
		expect(table?.kind === 'table' && table.grid.cells[1]?.at).toEqual({ table: 1, row: 1, column: 2 });
	});

	it('walks through tables that only lay out the page', () => {
		const page = '<table><tr><td><p>甲</p><table><tr><td>规章</td><td>0</td></tr></table></td></tr></table>';
		expect(shape(read(page))).toEqual(['甲', [['规章', '0']]]);
	});

	it('takes a table of one cell, or with an article in a cell, for layout', () => {
		expect(shape(read('<table><tr><td><p>甲</p><p>乙</p></td></tr></table>'))).toEqual(['甲', '乙']);
		const long = '政府信息公开'.repeat(80);
		expect(shape(read(`<table><tr><td>目录</td><td>${long}</td></tr></table>`))).toEqual(['目录', long]);
	});

	it('keeps what a table prints outside its cells, above it', () => {
		const page = '<table><caption>二、主动公开</caption>单位：件<tr><td>规章</td><td>0</td></tr></table><p>后</p>';
		expect(shape(read(page))).toEqual(['二、主动公开', '单位：件', [['规章', '0']], '后']);
	});

	it('reads on behind a table inside a cell that never ends', () => {
		const page =
			'<table><tr><td>甲<table><tr><td>规章</td><td>0</td></tr></td></tr></table><p>后</p><table><tr><td>1</td><td>2</td></tr></table>';
		expect(shape(read(page))).toEqual(['甲', [['规章', '0']], '后', [['1', '2']]]);
	});

	it('refuses tags nested beyond any page, in a sentence', () => {
		expect(() => read('<b>'.repeat(30_000))).toThrow(/层层嵌套/);
	});

	it('knows the title and the date the page head states', () => {
		const head = '<head><title> 某镇2023年报告_某县 </title><meta name="PubDate" content="2024-01-20 09:00"></head>';
		const document = read(`<html>${head}<body><p>甲</p></body></html>`);
		expect(document.title).toBe('某镇2023年报告_某县');
		expect(document.publishedOn).toBe('2024-01-20');
	});

	it('has neither where the page has neither', () => {
		const document = read('<p>甲</p>');
		expect(document.title).toBeUndefined();
		expect(document.publishedOn).toBeUndefined();
	});

	it('mends what browsers mend', () => {
		expect(shape(read('<p>甲<p>乙<table><tr><td>1<td>2</table>'))).toEqual(['甲', '乙', [['1', '2']]]);
	});
});
