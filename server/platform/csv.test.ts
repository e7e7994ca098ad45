import { describe, expect, it } from 'vitest';
import { decodeTable, parseCsv } from './csv.ts';

describe('a .csv file', () => {
	it.each([
		[
			'a,b\n1,2',
			[
				['a', 'b'],
				['1', '2'],
			],
		],
		[
			'a,b\r\n1,2\r\n',
			[
				['a', 'b'],
				['1', '2'],
			],
		],
		['"a,b","say ""yes"""\n', [['a,b', 'say "yes"']]],
		['"two\nlines",x', [['two\nlines', 'x']]],
		['a,,c', [['a', '', 'c']]],
		['a,', [['a', '']]],
		['5" pipe,x', [['5" pipe', 'x']]],
		['', []],
	])('%j', (text, rows) => {
		expect(parseCsv(text)).toEqual(rows);
	});

	it('is read though a quote is never closed', () => {
		expect(parseCsv('"a,b\nc')).toEqual([['a,b\nc']]);
	});

	it('is read in UTF-8 with or without its mark, and in GB18030', () => {
		expect(decodeTable(new TextEncoder().encode('\ufeff工单号'))).toBe('工单号');
		// 工单号 in GB18030.
		expect(decodeTable(new Uint8Array([0xb9, 0xa4, 0xb5, 0xa5, 0xba, 0xc5]))).toBe('工单号');
	});
});
