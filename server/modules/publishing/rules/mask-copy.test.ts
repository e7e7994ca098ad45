import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { officeText } from '../../../platform/file-text/office.ts';
import { maskInPlace } from './mask-copy.ts';
import { findPersonalData } from './personal/index.ts';
import { passesLuhn } from './personal/numbers.ts';

const ID = '11010519491231002X';
const MOBILE = '13800138000';
const CARD = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']
	.map((last) => `621700012345678${last}`)
	.find((digits) => passesLuhn(digits)) as string;
const PLATE = '川A12345';
const PLANTED = [ID, MOBILE, CARD, PLATE];

/** Every byte of a package, unpacked, and the same without its marks: a number cut by a tag is still a number. */
function everything(bytes: Uint8Array): string {
	const parts = Object.entries(unzipSync(bytes));
	const text = parts.map(([name, part]) => `${name}\n${new TextDecoder().decode(part)}`).join('\n');
	return `${text}\n${text.replace(/<[^>]*>/g, '')}`;
}

const masked = (bytes: Uint8Array): Uint8Array => {
	const copy = maskInPlace(bytes);
	if (!copy) throw new Error('nothing was masked');
	return copy;
};
const partsOf = (bytes: Uint8Array): Record<string, string> =>
	Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, new TextDecoder().decode(part)]));

function docx(body: string, more: Record<string, string> = {}): Uint8Array {
	const parts = {
		'[Content_Types].xml': '<?xml version="1.0"?><Types/>',
		'_rels/.rels': '<Relationships/>',
		'word/document.xml': `<w:document><w:body>${body}</w:body></w:document>`,
		'word/styles.xml': '<w:styles><w:style w:styleId="a"><w:name w:val="正文"/></w:style></w:styles>',
		...more,
	};
	return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])));
}

/** A text cut into runs at any letters, with looks of their own. */
const runs = (text: string, cuts: readonly boolean[]) =>
	`<w:r><w:t>${[...text].map((letter, at) => letter + (cuts[at % cuts.length] && at < text.length - 1 ? '</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">' : '')).join('')}</w:t></w:r>`;

describe('a document of Word', () => {
	it('loses what is planted however its runs are cut, and nothing else', () => {
		const word = fc.constantFrom(
			'第一条',
			'办理时限为20个工作日',
			'电话0838-2200000',
			'共计1,234.50元',
			'，',
			'（见附表）',
		);
		const piece = fc.oneof(word, fc.constantFrom(...PLANTED));
		const cuts = fc.array(fc.boolean(), { minLength: 1, maxLength: 7 });
		const line = fc.record({ pieces: fc.array(piece, { minLength: 1, maxLength: 6 }), cuts });
		const place = fc.constantFrom('word/header1.xml', 'word/comments.xml', 'word/footnotes.xml', 'word/document2.xml');
		fc.assert(
			fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), place, (lines, other) => {
				const paragraph = (one: (typeof lines)[number]) => `<w:p>${runs(one.pieces.join('；'), one.cuts)}</w:p>`;
				const [first, ...others] = lines.map(paragraph);
				const bytes = docx(first ?? '', { [other]: `<w:x>${others.join('')}</w:x>` });
				const copy = maskInPlace(bytes);
				const isPlanted = lines.some(({ pieces }) => pieces.some((one) => PLANTED.includes(one)));
				expect(copy !== null).toBe(isPlanted);
				if (!copy) return;
				const all = everything(copy);
				for (const one of PLANTED) expect(all).not.toContain(one);
				expect(findPersonalData(officeText(copy).text)).toEqual([]);
				const [before, after] = [partsOf(bytes), partsOf(copy)];
				expect(Object.keys(after)).toEqual(Object.keys(before));
				for (const [name, xml] of Object.entries(before)) {
					expect(after[name]).toHaveLength(xml.length);
					expect(after[name]?.match(/<[^>]*>/g)).toEqual(xml.match(/<[^>]*>/g));
					// Letter for letter the same, or an asterisk in its place.
					const back = [...(after[name] ?? '')].map((letter, at) => (letter === '*' ? xml[at] : letter));
					expect(back.join('')).toBe(xml);
				}
				for (const { pieces } of lines)
					for (const one of pieces) if (!PLANTED.includes(one)) expect(all).toContain(one);
			}),
			{ numRuns: 200 },
		);
	}, 60_000);

	it('masks links, alternative texts, deleted words, fields and properties', () => {
		const copy = masked(
			docx(
				`<w:p><w:del><w:r><w:delText>${MOBILE}</w:delText></w:r></w:del></w:p><w:drawing><wp:docPr id="1" name="图片" descr="身份证${ID}照片"/></w:drawing><w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "tel:138</w:instrText></w:r><w:r><w:instrText>00138000"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>电话</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`,
				{
					'word/_rels/document.xml.rels': `<Relationships><Relationship Id="rId1" Target="tel:${MOBILE}" TargetMode="External"/></Relationships>`,
					'docProps/core.xml': `<cp:coreProperties><dc:title>${CARD}</dc:title><dc:creator>张三</dc:creator></cp:coreProperties>`,
					'customXml/item1.xml': `<a><b>${ID}</b></a>`,
				},
			),
		);
		const all = everything(copy);
		for (const one of PLANTED) expect(all).not.toContain(one);
		expect(all).toContain('Target="tel:138******00"');
		expect(all).toContain('张三');
	});

	it('masks a number written with entities, and one in a section of raw characters', () => {
		const copy = masked(docx('<w:p><w:t>&#49;3800138000</w:t></w:p><w:p><w:t><![CDATA[13900139000]]></w:t></w:p>'));
		const xml = partsOf(copy)['word/document.xml'];
		expect(xml).toContain('<w:t>&#49;38******00</w:t>');
		expect(xml).toContain('139******00');
		expect(findPersonalData(officeText(copy).text)).toEqual([]);
	});

	it('drops the picture of its first page as it was', () => {
		const copy = masked(
			docx(`<w:p><w:t>${MOBILE}</w:t></w:p>`, {
				'docProps/thumbnail.jpeg': 'picture',
				'_rels/.rels':
					'<Relationships><Relationship Id="rId2" Type="thumbnail" Target="docProps/thumbnail.jpeg"/><Relationship Id="rId1" Target="word/document.xml"/></Relationships>',
			}),
		);
		const parts = partsOf(copy);
		expect(Object.keys(parts)).not.toContain('docProps/thumbnail.jpeg');
		expect(parts['_rels/.rels']).toBe(
			'<Relationships><Relationship Id="rId1" Target="word/document.xml"/></Relationships>',
		);
	});
});

describe('a workbook', () => {
	async function workbook(fill: (book: ExcelJS.Workbook) => void): Promise<Uint8Array> {
		const book = new ExcelJS.Workbook();
		fill(book);
		return new Uint8Array(await book.xlsx.writeBuffer());
	}
	async function reopened(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
		const book = new ExcelJS.Workbook();
		await book.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer);
		return book;
	}

	it('loses what is planted in any cell of any kind, shown or hidden; every other cell stays', async () => {
		const plain = fc.constantFrom<ExcelJS.CellValue>('合计', 12.5, '2026年3月', { formula: '1+1', result: 2 }, true);
		const secret = fc.constantFrom<ExcelJS.CellValue>(
			ID,
			Number(MOBILE),
			`卡号：${CARD}`,
			{ richText: [{ text: '138' }, { font: { bold: true }, text: '00138000' }] },
			{ formula: '"138"&"00138000"', result: MOBILE },
			{ formula: `"${ID}"&""`, result: 'x' },
			{ text: '联系', hyperlink: `tel:${MOBILE}` },
			PLATE,
		);
		const row = fc.array(fc.oneof(plain, secret, fc.constant(null)), { minLength: 1, maxLength: 5 });
		await fc.assert(
			fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 6 }), fc.boolean(), async (rows, isHidden) => {
				const bytes = await workbook((book) => {
					book.addWorksheet('说明').addRow(['本表']);
					const sheet = book.addWorksheet('底表', isHidden ? { state: 'veryHidden' } : {});
					for (const cells of rows) sheet.addRow(cells).hidden = isHidden;
					sheet.getCell('A1').note = `由${MOBILE}提供`;
				});
				const copy = masked(bytes);
				const all = everything(copy);
				for (const one of PLANTED) expect(all).not.toContain(one);
				expect(findPersonalData(officeText(copy).text)).toEqual([]);
				const before = (await reopened(bytes)).getWorksheet('底表');
				const after = (await reopened(copy)).getWorksheet('底表');
				expect(after?.state).toBe(before?.state);
				before?.eachRow((cells, at) =>
					cells.eachCell((cell, column) => {
						const there = after?.getCell(at, column);
						if (!isSecret(cell.value)) expect(there?.value).toEqual(cell.value);
						expect(there?.numFmt).toBe(cell.numFmt);
					}),
				);
			}),
			{ numRuns: 60 },
		);
	}, 60_000);

	function isSecret(value: ExcelJS.CellValue): boolean {
		const text = JSON.stringify(value);
		return PLANTED.some((one) => text.includes(one)) || /138"?.*00138000/.test(text);
	}

	it('reads a row together: the name stands in a shared string that many rows share', async () => {
		const bytes = await workbook((book) => {
			const sheet = book.addWorksheet('名单');
			sheet.addRow(['序号', '户主', '类别', '金额']);
			['张桂英', '李建国', '王秀兰', '陈德明', '赵春梅', '刘志强', '周玉珍', '吴国平'].forEach((name, at) => {
				sheet.addRow([at + 1, name, '低保', 300]);
			});
			sheet.addRow([9, '孙文化站', '办公', 10]);
		});
		const text = officeText(masked(bytes)).text;
		expect(text).toContain('8\t吴**\t低保\t300');
		expect(text).not.toMatch(/李建国|刘志强|周玉珍/);
		expect(text).toContain('户主');
	});

	it('finds a number whose formula stands before it in the cell', () => {
		const sheet =
			'<worksheet><sheetData><row r="1"><c r="A1"><f>B1</f><v>13800138000</v></c></row></sheetData></worksheet>';
		const parts = { '[Content_Types].xml': strToU8('<Types/>'), 'xl/worksheets/sheet1.xml': strToU8(sheet) };
		const copy = masked(zipSync(parts));
		expect(partsOf(copy)['xl/worksheets/sheet1.xml']).toContain(
			'<c r="A1" t="inlineStr"><is><t xml:space="preserve">138******00</t></is></c>',
		);
	});

	it('takes a shared formula from all its cells, and the chain of formulas from the package', () => {
		const cells = [
			`<c r="A1"><f t="shared" ref="A1:A2" si="0">B1&amp;"${MOBILE}"</f><v>5</v></c>`,
			'<c r="A2"><f t="shared" si="0"/><v>6</v></c>',
			'<c r="A3"><f>SUM(B1:B2)</f><v>7</v></c>',
		];
		const copy = masked(
			zipSync({
				'[Content_Types].xml': strToU8(
					'<Types><Override PartName="/xl/calcChain.xml" ContentType="x"/><Override PartName="/xl/workbook.xml" ContentType="y"/></Types>',
				),
				'xl/_rels/workbook.xml.rels': strToU8(
					'<Relationships><Relationship Id="r9" Target="calcChain.xml"/></Relationships>',
				),
				'xl/calcChain.xml': strToU8('<calcChain><c r="A1"/></calcChain>'),
				'xl/worksheets/sheet1.xml': strToU8(`<worksheet><row r="1">${cells.join('')}</row></worksheet>`),
			}),
		);
		const parts = partsOf(copy);
		expect(parts['xl/worksheets/sheet1.xml']).toBe(
			'<worksheet><row r="1"><c r="A1"><v>5</v></c><c r="A2"><v>6</v></c><c r="A3"><f>SUM(B1:B2)</f><v>7</v></c></row></worksheet>',
		);
		expect(parts['xl/calcChain.xml']).toBeUndefined();
		expect(parts['[Content_Types].xml']).toBe('<Types><Override PartName="/xl/workbook.xml" ContentType="y"/></Types>');
		expect(parts['xl/_rels/workbook.xml.rels']).toBe('<Relationships></Relationships>');
	});

	it('keeps a sheet that is named after a number together with its mentions', () => {
		const copy = masked(
			zipSync({
				'[Content_Types].xml': strToU8('<Types/>'),
				'xl/workbook.xml': strToU8(
					`<workbook><sheets><sheet name="户主${MOBILE}" sheetId="1"/></sheets><definedNames><definedName name="区域">'户主${MOBILE}'!$A$1</definedName></definedNames></workbook>`,
				),
			}),
		);
		const xml = partsOf(copy)['xl/workbook.xml'];
		expect(xml).toContain('name="户主138______00"');
		expect(xml).toContain("'户主138______00'!$A$1");
	});

	it('masks the copies that pivot tables and links to other workbooks keep of its cells', () => {
		const copy = masked(
			zipSync({
				'[Content_Types].xml': strToU8('<Types/>'),
				'xl/pivotCache/pivotCacheRecords1.xml': strToU8(
					`<records><r><s v="${ID}"/><n v="${MOBILE}"/><n v="12"/></r></records>`,
				),
				'xl/externalLinks/externalLink1.xml': strToU8(
					`<externalLink><row r="1"><cell r="A1"><v>${MOBILE}</v></cell><cell r="B1" t="str"><v>${ID}</v></cell></row></externalLink>`,
				),
			}),
		);
		const parts = partsOf(copy);
		expect(parts['xl/pivotCache/pivotCacheRecords1.xml']).toBe(
			'<records><r><s v="110*************2X"/><s v="138******00"/><n v="12"/></r></records>',
		);
		expect(parts['xl/externalLinks/externalLink1.xml']).toContain('<cell r="A1" t="str"><v>138******00</v></cell>');
		for (const planted of [ID, MOBILE]) expect(everything(copy)).not.toContain(planted);
	});

	it('drops the phonetic reading of a name that was masked', () => {
		const copy = masked(
			zipSync({
				'[Content_Types].xml': strToU8('<Types/>'),
				'xl/sharedStrings.xml': strToU8(
					'<sst><si><t>张桂英</t><rPh sb="0" eb="1"><t>zhangguiying</t></rPh></si><si><t>低保</t></si></sst>',
				),
				'xl/worksheets/sheet1.xml': strToU8(
					'<worksheet><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row></worksheet>',
				),
			}),
		);
		expect(partsOf(copy)['xl/sharedStrings.xml']).toBe('<sst><si><t>张**</t></si><si><t>低保</t></si></sst>');
	});
});

describe('a text file', () => {
	it('stays in its code page, byte for byte but for what is masked', () => {
		// 「电话：」 in GBK, and a letter of four bytes (㐂) before the number.
		const gbk = [0xb5, 0xe7, 0xbb, 0xb0, 0xa3, 0xba, 0x81, 0x39, 0xef, 0x39];
		const bytes = Uint8Array.from([...gbk, 0x0d, 0x0a, ...strToU8(MOBILE), 0x0a]);
		const copy = masked(bytes);
		expect([...copy]).toEqual([...gbk, 0x0d, 0x0a, ...strToU8('138******00'), 0x0a]);
	});

	it('csv with a mark in front, and one of two bytes a letter', () => {
		const csv = strToU8(`\ufeff姓名,类别\r\n李建国,低保\r\n`);
		expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(masked(csv))).toBe('\ufeff姓名,类别\r\n李**,低保\r\n');
		const wide = new Uint8Array(Buffer.from(`\ufeff电话${MOBILE}`, 'utf16le'));
		expect(new TextDecoder('utf-16le').decode(masked(wide))).toBe('电话138******00');
	});

	it('without anything personal has no copy', () => {
		expect(maskInPlace(strToU8('办理时限20个工作日'))).toBeNull();
		expect(maskInPlace(docx('<w:p><w:t>第一条</w:t></w:p>'))).toBeNull();
	});
});
