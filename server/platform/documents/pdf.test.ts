import { describe, expect, test } from 'vitest';
import { readPdf } from '../../../test/pdf.ts';
import { labelCell, type OfficialDocument, paragraph, writePdf } from './index.ts';

const letter: OfficialDocument = {
	title: '政府信息公开告知书',
	issuer: '青河县柳溪镇人民政府',
	number: '柳溪公开复〔2026〕3号',
	addressee: '王小雨',
	blocks: [paragraph('本机关于2026年6月1日收到您提出的申请。'), { kind: 'heading', level: 1, text: '一、答复' }],
	enclosures: ['资金使用明细表', '说明'],
	signature: { office: '青河县柳溪镇人民政府', day: '2026年6月9日' },
	notes: ['联系人：党政办公室'],
};

const written = async (paper: OfficialDocument) => await readPdf(await writePdf(paper));
const MM = 72 / 25.4;

describe('a letter as pdf (GB/T 9704)', () => {
	test('says all of it, in the order of the paper', async () => {
		const { text, title } = await written(letter);
		const parts = [
			'青河县柳溪镇人民政府',
			'柳溪公开复〔2026〕3号',
			'政府信息公开告知书',
			'王小雨：',
			'本机关于2026年6月1日收到您提出的申请。',
			'一、答复',
			'附件：1．资金使用明细表',
			'2．说明',
			'青河县柳溪镇人民政府2026年6月9日',
			'（联系人：党政办公室）',
			'—1—',
		];
		const places = parts.map((part, i) => text.indexOf(part, i > 7 ? text.indexOf('附件') : 0));
		expect(places.every((place) => place >= 0)).toBe(true);
		expect([...places].sort((a, b) => a - b)).toEqual(places);
		expect(title).toBe('政府信息公开告知书');
	});

	test('repeats the head of a table over a last row that goes over with the signature, and there alone', async () => {
		const signature = { office: '青河县人民政府办公室', day: '2026年6月9日' };
		const overs = [];
		for (let count = 10; count <= 30; count++) {
			const rows = Array.from({ length: count }, (_, n) => [{ text: `第${n + 1}行` }, { text: '内容' }]);
			const head = [labelCell('表头甲'), labelCell('表头乙')];
			const table = { kind: 'table' as const, widths: [60, 96], headerRows: 1, rows: [head, ...rows] };
			const { items, pages } = await written({ title: '题', blocks: [table], signature });
			const pagesOf = (part: string) => items.filter(({ text }) => text.includes(part)).map(({ page }) => page);
			const rowPages = pagesOf('内容');
			expect(rowPages).toHaveLength(count);
			expect(pagesOf('表头甲')).toEqual([...new Set(rowPages)]);
			expect(pagesOf('青河县人民政府办公室')).toEqual([rowPages.at(-1)]);
			if (rowPages.at(-2) !== rowPages.at(-1)) overs.push(count);
			expect(pages).toBe(rowPages.at(-1));
		}
		expect(overs.length).toBeGreaterThan(0);
	});

	test('sets 22 lines of 28 characters on a page', async () => {
		const line = '文'.repeat(28);
		const blocks = Array.from({ length: 60 }, () => ({ kind: 'paragraph' as const, text: line, flush: true }));
		const { items, pages } = await written({ title: '题', blocks });
		const body = items.filter(({ text, page }) => /^文+$/.test(text) && page === 2);
		expect(body).toHaveLength(22);
		expect(body.every(({ text }) => text.length === 28)).toBe(true);
		expect(pages).toBe(3);
		const [first, second] = body.map(({ y }) => y);
		expect((first ?? 0) - (second ?? 0)).toBeCloseTo(28.95, 1);
		expect(body[0]?.x).toBeCloseTo(28 * MM, 0);
	});

	test('leaves the signature alone on no page: the last words of the text go over with it', async () => {
		const signature = { office: '青河县人民政府办公室', day: '2026年6月9日' };
		const end = paragraph(`${'请上述机关于收到之日起立即整改，并报送结果。'.repeat(2)}末句。`);
		for (let lines = 8; lines <= 22; lines++) {
			const filling = Array.from({ length: lines }, () => paragraph('文'));
			const { items, pages } = await written({ title: '题', blocks: [...filling, end], signature });
			const page = (part: string) => items.findLast(({ text }) => text.includes(part))?.page;
			expect(page('末句'), `${lines} lines`).toBe(page('2026年'));
			expect(page('2026年')).toBe(pages);
		}
	});

	test('nor the note below it, nor the name below what is enclosed', async () => {
		const signature = { office: '青河县人民政府办公室', day: '2026年6月9日' };
		for (const enclosures of [[], ['明细表', '末件说明']]) {
			const breaks = new Set<number>();
			for (let lines = 4; lines <= 18; lines++) {
				const blocks = [...Array.from({ length: lines }, () => paragraph('文')), paragraph('末句。')];
				const { items, pages } = await written({
					title: '题',
					...{
						blocks,
						enclosures,
						signature,
						notes: ['联系人：党政办公室　联系电话：0999-7731000　地址：望溪镇中心街18号'],
					},
				});
				const page = (part: string) => items.findLast(({ text }) => text.includes(part))?.page;
				const last = enclosures.length > 0 ? '末件' : '末句';
				expect([page(last), page('2026年'), page('中心街')], `${lines} lines`).toEqual([pages, pages, pages]);
				breaks.add(pages);
			}
			expect(breaks).toEqual(new Set([1, 2]));
		}
	});

	test('nor below a table: its last row goes over with it', async () => {
		const signature = { office: '青河县人民政府办公室', day: '2026年6月9日' };
		let together = 0;
		for (let count = 14; count <= 24; count++) {
			const rows = Array.from({ length: count }, (_, at) => [
				{ text: `第${at + 1}项` },
				{ text: at + 1 === count ? '末行' : '内容' },
			]);
			const table = { kind: 'table' as const, widths: [60, 96], rows };
			const { items, pages } = await written({ title: '题', blocks: [table], signature });
			const page = (part: string) => items.findLast(({ text }) => text.includes(part))?.page;
			expect(page('末行'), `${count} rows`).toBe(page('2026年'));
			expect(page('2026年')).toBe(pages);
			if (pages > 1 && page('第1项') !== page('末行') && page(`第${count - 1}项`) === 1) together += 1;
		}
		// Some of these only fitted without the signature.
		expect(together).toBeGreaterThan(0);
	});

	test('sets the code of an address left of the signature, and below under a name that would reach it', async () => {
		// One dot, the smallest picture there is.
		const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
		const code = { png: new Uint8Array(Buffer.from(dot, 'base64')), sizeMm: 30, caption: '扫码查看全文' };
		const day = '2026年6月9日';
		const set = async (office: string) => {
			const { items, pages } = await written({
				title: '题',
				blocks: [paragraph('文')],
				signature: { office, day },
				code,
			});
			const find = (part: string) => items.find(({ text }) => text.includes(part));
			return { pages, caption: find('扫码'), day: find(day.slice(0, 5)), name: find(office.slice(0, 4)) };
		};
		const beside = await set('青河县人民政府办公室');
		expect(beside.pages).toBe(1);
		expect(beside.caption?.x).toBeLessThan(70 * MM);
		expect(Math.abs((beside.caption?.y ?? 0) - (beside.day?.y ?? 0))).toBeLessThan(20);
		const below = await set('长'.repeat(24));
		expect(below.caption?.y).toBeLessThan((below.day?.y ?? 0) - 80);
	});

	test('carries the number of an even page on the left', async () => {
		const { items } = await written({ title: '题', blocks: Array.from({ length: 40 }, () => paragraph('文')) });
		const numbers = items.filter(({ text }) => text.includes('—'));
		const left = (page: number) => numbers.find((item) => item.page === page)?.x ?? 0;
		expect(left(1)).toBeGreaterThan(150 * MM);
		expect(left(2)).toBeLessThan(40 * MM);
	});

	test('keeps the day four characters from the edge and the name over it', async () => {
		const { items } = await written({ ...letter, enclosures: [], notes: [] });
		const signed = items.filter(({ text, size }) => size === 16 && /^(青河县柳溪镇人民政府|2026年6月9日)$/.test(text));
		const [name, day] = signed.map(({ text, x }) => ({
			x,
			width: [...text].reduce((w, c) => w + (c < '一' ? 8 : 16), 0),
		}));
		// Right edge of the text, 26 mm from that of the page, less four characters of 16 pt.
		const edge = (210 - 26) * MM;
		expect(Math.abs(edge - (day?.x ?? 0) - (day?.width ?? 0) - 64)).toBeLessThan(8);
		expect(Math.abs((name?.x ?? 0) + (name?.width ?? 0) / 2 - (day?.x ?? 0) - (day?.width ?? 0) / 2)).toBeLessThan(12);
	});
});

describe('forms as pdf', () => {
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
					[labelCell('签发', 1, 2), { text: '同意' }, labelCell('日期'), { text: '2026年6月9日' }],
					[{ text: '甲' }, { text: '乙' }, { text: '丙' }],
				],
			},
		],
	};

	test('put a cell beside one that spans rows into its own column', async () => {
		const { items } = await written(form);
		const x = (text: string) => items.find((item) => item.text === text)?.x ?? 0;
		expect(x('甲')).toBeCloseTo(x('同意'), 1);
		expect(x('丙')).toBeCloseTo(x('2026年6月9日'), 1);
		expect(x('第二行')).toBeCloseTo(x('第一行'), 1);
	});

	test('break a number that is wider than its cell, and keep it whole where it fits', async () => {
		const number = '11990123MB3100018C/2026-00020';
		const rows = [[labelCell('索引号'), { text: number }, labelCell('类型'), { text: '通知' }]];
		const sheet = (widths: number[]) => written({ title: '表', blocks: [{ kind: 'table', widths, rows }] });
		const narrow = await sheet([30, 40, 30, 48]);
		const parts = narrow.items.filter(({ text }) => text !== '' && number.includes(text));
		expect(parts.map(({ text }) => text).join('')).toBe(number);
		expect(new Set(parts.map(({ y }) => y)).size).toBe(2);
		const wide = await sheet([20, 90, 20, 26]);
		expect(wide.items.map(({ text }) => text)).toContain(number);
	});

	test('repeat their head on each page', async () => {
		const row = [{ text: '甲' }, { text: '乙' }, { text: '丙' }, { text: '丁' }];
		const block = { kind: 'table' as const, widths: [30, 48, 30, 48], headerRows: 1, rows: [[labelCell('栏目', 4)]] };
		const long = { ...block, rows: [...block.rows, ...Array.from({ length: 60 }, () => row)] };
		const { items, pages } = await written({ title: '表', blocks: [long] });
		expect(items.filter(({ text }) => text === '栏目')).toHaveLength(pages);
		expect(pages).toBeGreaterThan(2);
	});
});

describe('contents', () => {
	test('say the page each heading stands on, and none for what is not there', async () => {
		const line = (text: string, pageOf: string) => ({ kind: 'paragraph' as const, text, pageOf });
		const heading = (text: string, name: string) => ({ kind: 'heading' as const, level: 1 as const, text, name });
		const { items, pages } = await written({
			title: '公报',
			blocks: [
				line('1．第一篇', 'one'),
				line('2．第二篇', 'two'),
				line('3．没有的', 'none'),
				{ kind: 'pageBreak' },
				heading('篇一', 'one'),
				...Array.from({ length: 30 }, () => paragraph('正文。')),
				{ kind: 'pageBreak' },
				heading('篇二', 'two'),
			],
		});
		const ends = items.filter(({ page }) => page === 1).map(({ text }) => text.replace(/[·\s]+/g, ' '));
		expect(ends).toEqual(expect.arrayContaining(['1．第一篇 2', '2．第二篇 4', '3．没有的']));
		expect(pages).toBe(4);
	});
});

describe('whatever is typed', () => {
	test('nothing is taken for markup of the typesetter', async () => {
		const bad = '#read("paper.typ") $x$ *粗* _斜_ @甲 <乙> `丙` \\丁 [戊] = 标题';
		const { text } = await written({ title: bad, addressee: bad, blocks: [paragraph(bad)], notes: [bad] });
		expect(text.split(bad.replace(/\s/g, '')).length - 1).toBe(4);
	});

	test('an address longer than a line breaks at its end and is copied whole', async () => {
		const address = `https://www.example.gov.cn/${'zwgk/'.repeat(20)}index.html`;
		const { items, text } = await written({ title: '题', blocks: [paragraph(`网址：${address}`)] });
		expect(text).toContain(address);
		const lines = items.filter((item) => item.text.length > 4 && address.includes(item.text));
		expect(new Set(lines.map(({ y }) => y)).size).toBeGreaterThan(1);
	});

	test('rare characters of names are printed, characters no printer knows are left out', async () => {
		const { text } = await written({ title: '题', blocks: [paragraph('镕喆堃玥翀旻瑄\u0000丁')] });
		expect(text).toContain('镕喆堃玥翀旻瑄丁');
	});

	test('the same paper gives the same bytes', async () => {
		expect(await writePdf(letter)).toEqual(await writePdf(letter));
	});

	test('a folder of fonts that is not there is no fault', async () => {
		expect((await readPdf(await writePdf(letter, '/no/such/folder'))).text).toContain('王小雨');
	});
});
