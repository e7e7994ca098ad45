import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readDocx } from './docx.ts';
import { openZip } from './zip.ts';

const level = (depth: number, format: string, text: string, start = 1) =>
	`<w:lvl w:ilvl="${depth}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;

const numbering =
	`<w:numbering><w:abstractNum w:abstractNumId="0">${level(0, 'chineseCounting', '%1、')}${level(1, 'chineseCounting', '（%2）')}` +
	`${level(2, 'decimal', '%3.')}</w:abstractNum>` +
	`<w:abstractNum w:abstractNumId="1">${level(0, 'bullet', '●')}</w:abstractNum>` +
	`<w:abstractNum w:abstractNumId="2">${level(0, 'chineseCountingThousand', '%1、', 9)}</w:abstractNum>` +
	'<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>' +
	'<w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num></w:numbering>';

const styles =
	'<w:styles><w:style w:styleId="H1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>';

const numbered = (text: string, id: number, depth = 0) =>
	`<w:p><w:pPr><w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${id}"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
const styled = (text: string) => `<w:p><w:pPr><w:pStyle w:val="H1"/></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
const plain = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;

function read(
	body: string,
	parts: Record<string, string> = { 'word/numbering.xml': numbering, 'word/styles.xml': styles },
) {
	const xml = `<w:document><w:body>${body}</w:body></w:document>`;
	const files = Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]));
	const { blocks } = readDocx(openZip(zipSync({ 'word/document.xml': strToU8(xml), ...files })));
	return blocks.map((block) => (block.kind === 'text' ? block.text : '#'));
}

describe('automatic numbers', () => {
	it('stand before their headings', () => {
		expect(read(numbered('总体情况', 1) + plain('正文') + numbered('主动公开', 1))).toEqual([
			'一、总体情况',
			'正文',
			'二、主动公开',
		]);
	});

	it('count on each level and start anew below the next heading', () => {
		const body = [
			numbered('甲', 1),
			numbered('乙', 1, 1),
			numbered('丙', 1, 2),
			numbered('丁', 1, 2),
			numbered('戊', 1, 1),
			numbered('己', 1),
			numbered('庚', 1, 1),
		];
		expect(read(body.join(''))).toEqual(['一、甲', '（一）乙', '1.丙', '2.丁', '（二）戊', '二、己', '（一）庚']);
	});

	it('come from the style too', () => {
		expect(read(styled('总体情况') + styled('主动公开'))).toEqual(['一、总体情况', '二、主动公开']);
	});

	it('count past ten in Chinese', () => {
		const body = Array.from({ length: 14 }, (_, i) => numbered(String(i), 3)).join('');
		const found = read(body);
		expect(found[0]).toBe('九、0');
		expect(found.slice(1, 5)).toEqual(['十、1', '十一、2', '十二、3', '十三、4']);
		expect(found[11]).toBe('二十、11');
		expect(found[13]).toBe('二十二、13');
	});

	it('are no bullets', () => {
		expect(read(numbered('一条', 2))).toEqual(['一条']);
	});

	it('are nothing where the list is not known', () => {
		expect(read(numbered('甲', 9))).toEqual(['甲']);
		expect(read(numbered('甲', 1), {})).toEqual(['甲']);
	});
});
