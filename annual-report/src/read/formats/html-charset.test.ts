import { describe, expect, it } from 'vitest';
import { decodeHtml } from './html-charset.ts';

const gb = [0xc4, 0xea, 0xb1, 0xa8];
const ascii = (text: string) => [...Buffer.from(text, 'latin1')];
const big5 = [0xa6, 0x7e];

describe('decodeHtml', () => {
	it('reads UTF-8 by default', () => {
		expect(decodeHtml(new TextEncoder().encode('<p>年报</p>'))).toBe('<p>年报</p>');
	});

	it('reads GB pages, declared in any of their names', () => {
		for (const name of ['gb2312', 'GBK', 'gb18030']) {
			const page = new Uint8Array([
				...ascii(`<meta http-equiv="Content-Type" content="text/html; charset=${name}">`),
				...gb,
			]);
			expect(decodeHtml(page), name).toContain('年报');
		}
	});

	it('believes the bytes where the page declares UTF-8 and is not', () => {
		expect(decodeHtml(new Uint8Array([...ascii('<meta charset="utf-8">'), ...gb]))).toContain('年报');
	});

	it('reads another charset that is declared', () => {
		expect(decodeHtml(new Uint8Array([...ascii('<meta charset="big5">'), ...big5]))).toContain('年');
	});

	it('finds it behind other tags of the kind, in capitals too', () => {
		const page = '<META NAME="keywords" CONTENT="x"><META HTTP-EQUIV="Content-Type" CONTENT="text/html; CHARSET=BIG5">';
		expect(decodeHtml(new Uint8Array([...ascii(page), ...big5]))).toContain('年');
		expect(decodeHtml(new Uint8Array([...ascii('<meta'.repeat(500)), ...gb]))).toContain('年报');
	});

	it('bears a charset nobody knows', () => {
		expect(decodeHtml(new Uint8Array([...ascii('<meta charset="klingon">'), ...gb]))).toContain('年报');
	});
});
