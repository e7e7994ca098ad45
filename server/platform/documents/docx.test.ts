import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readDocx } from '../../../test/docx.ts';
import { labelCell, type OfficialDocument, paragraph, TEXT_WIDTH_MM, writeDocx } from './index.ts';
import { signatureIndents, twips, widthOf } from './measures.ts';

const letter: OfficialDocument = {
	title: '政府信息公开告知书',
	issuer: '青河县柳溪镇人民政府',
	number: '柳溪公开复〔2026〕3号',
	addressee: '王小雨',
	blocks: [paragraph('本机关于2026年6月1日收到您提出的申请。'), { kind: 'heading', level: 1, text: '一、答复' }],
	enclosures: ['资金使用明细表'],
	signature: { office: '青河县柳溪镇人民政府', day: '2026年6月9日' },
	notes: ['联系人：党政办公室'],
};

async function written(paper: OfficialDocument) {
	return readDocx(await writeDocx(paper));
}

/** The run that holds this text, with its properties. */
function runWith(xml: string, text: string): string {
	const run = [...xml.matchAll(/<w:r>[\s\S]*?<\/w:r>/g)].map(([found]) => found).find((found) => found.includes(text));
	return run ?? '';
}

function paragraphWith(xml: string, text: string): string {
	const all = [...xml.matchAll(/<w:p>[\s\S]*?<\/w:p>/g)].map(([found]) => found);
	return all.find((found) => found.includes(text)) ?? '';
}

describe('the page (GB/T 9704)', () => {
	test('is A4 with margins of 37, 35, 28 and 26 mm', async () => {
		const { xml } = await written(letter);
		expect(xml).toContain(`w:w="${twips(210)}" w:h="${twips(297)}"`);
		const margins = /<w:pgMar [^>]+>/.exec(xml)?.[0] ?? '';
		expect(margins).toContain(`w:top="${twips(37)}"`);
		expect(margins).toContain(`w:bottom="${twips(35)}"`);
		expect(margins).toContain(`w:left="${twips(28)}"`);
		expect(margins).toContain(`w:right="${twips(26)}"`);
		expect(TEXT_WIDTH_MM).toBe(210 - 28 - 26);
	});

	test('holds 22 lines of 28 characters', async () => {
		const { xml } = await written(letter);
		const grid = /<w:docGrid [^>]+>/.exec(xml)?.[0] ?? '';
		const pitch = Number(/w:linePitch="(\d+)"/.exec(grid)?.[1]);
		expect(Math.floor(twips(297 - 37 - 35) / pitch)).toBe(22);
		const spacing = Number(/<w:spacing w:val="(-?\d+)"/.exec(runWith(xml, '本机关于'))?.[1]);
		expect(Math.floor(twips(TEXT_WIDTH_MM) / (320 + spacing))).toBe(28);
	});

	test('carries its number on the outer edge, in 四号 宋体', async () => {
		const { parts } = await written(letter);
		const footers = Object.entries(parts).filter(([name]) => /^word\/footer\d+\.xml$/.test(name));
		expect(footers).toHaveLength(2);
		for (const [, xml] of footers) {
			expect(xml).toContain('PAGE');
			expect(xml).toContain('— ');
			expect(xml).toContain('w:val="28"');
			expect(xml).toContain('宋体');
		}
		expect(footers.map(([, xml]) => /w:jc w:val="(\w+)"/.exec(xml)?.[1]).sort()).toEqual(['left', 'right']);
		expect(parts['word/settings.xml']).toContain('evenAndOddHeaders');
	});
});

describe('the letters', () => {
	test('title in 小标宋 二号, body in 仿宋 三号, headings in 黑体 and 楷体', async () => {
		const { xml } = await written({
			...letter,
			blocks: [...letter.blocks, { kind: 'heading', level: 2, text: '（一）理由' }],
		});
		expect(runWith(xml, '政府信息公开告知书')).toMatch(/方正小标宋简体[\s\S]*w:val="44"/);
		expect(runWith(xml, '本机关于')).toMatch(/仿宋_GB2312[\s\S]*w:val="32"/);
		expect(runWith(xml, '一、答复')).toContain('黑体');
		expect(runWith(xml, '（一）理由')).toContain('楷体_GB2312');
	});

	test('names the font for Chinese and Latin alike', async () => {
		const { xml } = await written(letter);
		expect(runWith(xml, '本机关于')).toContain('w:eastAsia="仿宋_GB2312"');
		expect(runWith(xml, '本机关于')).toContain('w:ascii="仿宋_GB2312"');
	});

	test('body lines stand 28.95 points apart and begin two characters in', async () => {
		const { xml } = await written(letter);
		const body = paragraphWith(xml, '本机关于');
		expect(body).toContain('w:line="579"');
		expect(body).toContain('w:lineRule="exact"');
		expect(body).toContain('w:firstLine="640"');
	});

	test('the reader stands flush left with a colon', async () => {
		const { xml, lines } = await written(letter);
		expect(lines).toContain('王小雨：');
		expect(paragraphWith(xml, '王小雨：')).not.toContain('w:firstLine');
	});

	test('a line break begins a new paragraph, indented as well', async () => {
		const { lines, xml } = await written({ title: '通知', blocks: [paragraph('第一项\n第二项\r\n第三项')] });
		expect(lines).toEqual(expect.arrayContaining(['第一项', '第二项', '第三项']));
		expect(paragraphWith(xml, '第三项')).toContain('w:firstLine="640"');
	});

	test('a letter has a red head with its rule; a form has none', async () => {
		const { xml } = await written(letter);
		expect(runWith(xml, '青河县柳溪镇人民政府')).toContain('CC0000');
		expect(paragraphWith(xml, '柳溪公开复〔2026〕3号')).toContain('w:bottom');
		const form = await written({ title: '登记表', blocks: [] });
		expect(form.xml).not.toContain('CC0000');
	});
});

describe('the end of a letter', () => {
	test('enclosures are numbered when there are several', async () => {
		expect((await written(letter)).text).toContain('附件：资金使用明细表');
		const several = await written({ ...letter, enclosures: ['甲表', '乙表'] });
		expect(several.lines).toEqual(expect.arrayContaining(['附件：1．甲表', '　　　2．乙表']));
	});

	test('office and day stay together on one page with the seal', async () => {
		const { xml } = await written(letter);
		const all = [...xml.matchAll(/<w:p>[\s\S]*?<\/w:p>/g)].map(([found]) => found);
		const last = all.findLast((found) => found.includes('青河县柳溪镇人民政府')) ?? '';
		expect(last).toContain('w:keepNext');
		expect(last).toContain('w:jc w:val="right"');
	});

	test('what is enclosed and the notes stay on the page of the name', async () => {
		const { xml } = await written({ ...letter, enclosures: ['甲表', '乙表'], notes: ['联系人：甲', '地址：乙'] });
		const all = [...xml.matchAll(/<w:p>[\s\S]*?<\/w:p>/g)].map(([found]) => found);
		const from = all.findIndex((found) => found.includes('乙表'));
		const kept = all.slice(from).map((found) => found.includes('<w:keepNext/>'));
		expect(kept.slice(0, -1).every(Boolean)).toBe(true);
		expect(kept.at(-1)).toBe(false);
	});

	test('below a table its last row stays with the signature, and no other row does', async () => {
		const rows = ['甲', '乙', '丙'].map((text) => [{ text }]);
		const { xml } = await written({ ...letter, enclosures: [], blocks: [{ kind: 'table', widths: [156], rows }] });
		const found = [...xml.matchAll(/<w:tr>[\s\S]*?<\/w:tr>/g)].map(([row]) => /<w:keepNext\/>/.test(row));
		expect(found).toEqual([false, false, true]);
	});

	test('a short name is centred over the day, which keeps four characters free', () => {
		const { office, day } = signatureIndents('水务局', '2026年6月9日');
		expect(day).toBe(1280);
		const middle = (indent: number, text: string) => indent / 320 + widthOf(text) / 2;
		expect(middle(office, '水务局')).toBeCloseTo(middle(day, '2026年6月9日'));
	});

	test('a long name pushes the day inward and never leaves the page', () => {
		for (const name of ['某某某某自治县人力资源和社会保障局', '长'.repeat(26)]) {
			const { office, day } = signatureIndents(name, '2026年6月9日');
			expect(office).toBeGreaterThanOrEqual(0);
			expect(day).toBeGreaterThanOrEqual(1280);
			expect(office / 320 + widthOf(name) / 2).toBeCloseTo(day / 320 + widthOf('2026年6月9日') / 2);
		}
	});

	test('digits count half a character', () => {
		expect(widthOf('2026年6月9日')).toBe(6);
		expect(widthOf('〔〕')).toBe(2);
	});
});

describe('forms', () => {
	const form: OfficialDocument = {
		title: '审签表',
		blocks: [
			{
				kind: 'table',
				widths: [30, 48, 30, 48],
				headerRows: 1,
				rows: [
					[labelCell('栏目', 4)],
					[labelCell('标题'), { text: '第一行\n第二行', columnSpan: 3 }],
					[labelCell('签发', 1, 2), { text: '' }, labelCell('日期'), { text: '2026年6月9日' }],
					[{ text: '甲' }, { text: '乙' }, { text: '丙' }],
				],
			},
		],
	};

	test('have fixed columns that fill the text width', async () => {
		const { xml } = await written(form);
		expect(xml).toContain('w:tblLayout w:type="fixed"');
		const columns = [...xml.matchAll(/<w:gridCol w:w="(\d+)"/g)].map((found) => Number(found[1]));
		expect(columns).toEqual([30, 48, 30, 48].map(twips));
	});

	test('keep their spans, repeat their head and split no row', async () => {
		const { xml } = await written(form);
		expect(xml).toContain('<w:gridSpan w:val="4"/>');
		expect(xml).toContain('<w:gridSpan w:val="3"/>');
		expect(xml).toContain('w:vMerge w:val="restart"');
		expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1);
		expect(xml.match(/<w:cantSplit\/>/g)).toHaveLength(4);
	});

	test('set the lines of a cell closer than those of a letter', async () => {
		const { xml } = await written(form);
		const cells = /<w:tbl>.*<\/w:tbl>/s.exec(xml)?.[0] ?? '';
		const spacings = [...cells.matchAll(/<w:spacing [^>]*w:line="(\d+)"[^>]*>/g)];
		expect(spacings.length).toBeGreaterThan(0);
		for (const [spacing, line] of spacings) {
			expect(spacing).toContain('w:lineRule="exact"');
			expect(Number(line)).toBeLessThan(579);
		}
		// Before the spacing, where the schema wants it.
		expect(cells.match(/<w:snapToGrid w:val="0"\/><w:spacing /g)).toHaveLength(spacings.length);
	});

	test('break lines inside a cell', async () => {
		const { lines } = await written(form);
		expect(lines).toEqual(expect.arrayContaining(['第一行', '第二行']));
	});
});

describe('whatever is typed', () => {
	test('characters that no XML holds are left out, and nothing else', async () => {
		const bad = `甲\u0000\u0001\u0008\ufffe乙\ud800丙\t丁`;
		const { text } = await written({ title: bad, addressee: bad, blocks: [paragraph(bad)] });
		expect(text).toContain('甲乙丙\t丁');
		for (const bad of ['\u0000', '\u0001', '\u0008']) expect(text).not.toContain(bad);
	});

	test('marks of XML stay text', async () => {
		const { text } = await written({ title: '<标题> & "引号"', blocks: [paragraph('a < b && c > d')] });
		expect(text).toContain('<标题> & "引号"');
		expect(text).toContain('a < b && c > d');
	});

	test('the same paper can be written again and again: its objects are made anew', async () => {
		const sizes = await Promise.all(Array.from({ length: 5 }, async () => (await writeDocx(letter)).length));
		expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThan(50);
	});

	test('a long paper is written in reasonable time', async () => {
		const blocks = Array.from({ length: 400 }, () => paragraph('长'.repeat(300)));
		const start = performance.now();
		await writeDocx({ ...letter, blocks });
		expect(performance.now() - start).toBeLessThan(5000);
	});
});

const soffice = (() => {
	try {
		return execFileSync('which', ['soffice', 'pdftotext'], { encoding: 'utf8' }).split('\n').length > 2;
	} catch {
		return false;
	}
})();

describe.skipIf(!soffice)('rendered by LibreOffice', () => {
	test('a letter opens, and its parts stand in order on the page', { timeout: 120_000 }, async () => {
		const folder = mkdtempSync(join(tmpdir(), 'gongkai-letter-'));
		try {
			writeFileSync(join(folder, 'letter.docx'), await writeDocx(letter));
			const profile = `-env:UserInstallation=file://${folder}/profile`;
			execFileSync(
				'soffice',
				[profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, 'letter.docx')],
				{
					stdio: 'ignore',
				},
			);
			expect(readdirSync(folder)).toContain('letter.pdf');
			const text = execFileSync('pdftotext', ['-layout', join(folder, 'letter.pdf'), '-'], { encoding: 'utf8' });
			const places = [
				'柳溪公开复',
				'政府信息公开告知书',
				'王小雨',
				'本机关于',
				'附件',
				'2026 年 6 月 9 日',
				'联系人',
			].map((part) => text.replace(/\s/g, '').indexOf(part.replace(/\s/g, '')));
			expect(places.every((place) => place >= 0)).toBe(true);
			expect([...places].sort((a, b) => a - b)).toEqual(places);
			expect(text).toMatch(/—\s*1\s*—/);
		} finally {
			rmSync(folder, { recursive: true, force: true });
		}
	});
});
