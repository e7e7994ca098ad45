import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { PageReader } from './html-page.ts';

/** The only table of a page; a second cell of no text keeps a table of one cell from being taken for layout. */
function grid(inner: string) {
	const page = new PageReader();
	new Parser(page).end(`<table>${inner}</table>`);
	const block = page.blocks().find((candidate) => candidate.kind === 'table');
	if (block?.kind !== 'table') throw new Error('no table of data');
	return block.grid;
}

const texts = (inner: string) => grid(inner).rows.map((row) => row.map((cell) => cell?.text));

describe('a table of data', () => {
	it('follows spans in both directions', () => {
		expect(texts('<tr><td rowspan="2">a</td><td colspan="2">b</td></tr><tr><td>c</td><td>d</td></tr>')).toEqual([
			['a', 'b', 'b'],
			['a', 'c', 'd'],
		]);
	});

	it('goes through head, body and foot', () => {
		expect(
			texts('<thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody><tfoot><tr><td>c</td></tr></tfoot>'),
		).toEqual([['a'], ['b'], ['c']]);
	});

	it('takes a span of zero rows to the end', () => {
		expect(grid('<tr><td rowspan="0">a</td><td>b</td></tr><tr></tr><tr></tr>').cells[0]?.rowSpan).toBe(3);
	});

	it('takes a span that is no number for one', () => {
		const cell = grid('<tr><td rowspan="x" colspan="-3">a</td><td colspan="">b</td></tr>').cells[0];
		expect([cell?.rowSpan, cell?.colSpan]).toEqual([1, 1]);
	});

	it('keeps figures on two lines apart and joins labels', () => {
		expect(texts('<tr><td><p>3</p><p>5</p></td><td>本年新<br>制作数量</td></tr>')[0]).toEqual([
			'3\n5',
			'本年新\n制作数量',
		]);
	});

	it('takes a line end of the source for a blank, not for a second figure', () => {
		expect(texts('<tr><td>1\n2</td><td>a\r\nb</td></tr>')).toEqual([['1 2', 'a b']]);
	});

	it('takes a non-breaking blank for nothing', () => {
		expect(texts('<tr><td>&nbsp;</td><td> \n </td></tr>')).toEqual([['', '']]);
	});

	it('reads no script and nothing hidden inside a cell', () => {
		expect(texts('<tr><td>1<script>2</script></td><td>3<i style="display:none">4</i></td></tr>')).toEqual([['1', '3']]);
	});

	it('reads cells without their row, and cells and rows never closed', () => {
		expect(texts('<td>a<td>b<tr><td><p>c<td><p>d')).toEqual([
			['a', 'b'],
			['c', 'd'],
		]);
	});
});
