import { type DefaultTreeAdapterMap, parseFragment } from 'parse5';
import { describe, expect, it } from 'vitest';
import { isElement } from './html-node.ts';
import { isDataTable, readHtmlTable } from './html-table.ts';

function table(inner: string): DefaultTreeAdapterMap['element'] {
	const node = parseFragment(`<table>${inner}</table>`).childNodes[0];
	if (!node || !isElement(node)) throw new Error('no table');
	return node;
}

const grid = (inner: string) => readHtmlTable(table(inner), (row, column) => ({ table: 1, row, column }));
const texts = (inner: string) => grid(inner).rows.map((row) => row.map((cell) => cell?.text));

describe('readHtmlTable', () => {
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
		expect(grid('<tr><td rowspan="0">a</td></tr><tr></tr><tr></tr>').cells[0]?.rowSpan).toBe(3);
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

	it('takes a non-breaking blank for nothing', () => {
		expect(texts('<tr><td>&nbsp;</td><td> \n </td></tr>')).toEqual([['', '']]);
	});

	it('reads no script inside a cell', () => {
		expect(texts('<tr><td>1<script>2</script></td></tr>')).toEqual([['1']]);
	});
});

describe('isDataTable', () => {
	it('wants more than one cell and no table inside', () => {
		expect(isDataTable(table('<tr><td>a</td><td>b</td></tr>'))).toBe(true);
		expect(isDataTable(table('<tr><td>a</td></tr>'))).toBe(false);
		expect(isDataTable(table('<tr><td>a</td><td><div><table><tr><td>b</td></tr></table></div></td></tr>'))).toBe(false);
		expect(isDataTable(table(''))).toBe(false);
	});
});
