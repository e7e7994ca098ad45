import exceljs from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../../../../test/app.ts';
import { type Browser, makeCounty, signIn } from '../../../../test/fixtures.ts';

let server: TestApp;
let officer: Browser;
beforeAll(async () => {
	server = await createTestApp();
	await makeCounty(server);
	officer = await signIn(server, 'countyOfficer');
});
afterAll(() => server.close());

type Cell = string | number | null | { text: string; hyperlink: string } | { formula: string; result: string };
const HEADER = ['机关全称*', '机关简称*', '机关类别*', '网址标识*', '上级机关', '邮政编码', '电子邮箱', '排列顺序'];

async function sheet(rows: readonly (readonly Cell[])[], header: readonly string[] = HEADER): Promise<Uint8Array> {
	const book = new exceljs.Workbook();
	const page = book.addWorksheet('机关');
	page.addRow([...header]);
	for (const row of rows) page.addRow([...row]);
	return new Uint8Array(await book.xlsx.writeBuffer());
}

interface Result {
	ready: boolean;
	imported: number;
	rows: {
		row: number;
		name: string;
		kindLabel: string;
		parentName: string;
		issues: { field: string; key: string }[];
	}[];
}

const send = async (content: Uint8Array | string, mode = 'check', name = '机关.xlsx') =>
	await officer.upload('/api/offices/import', [{ name, content }], { mode });
const check = async (rows: readonly (readonly Cell[])[]) => (await send(await sheet(rows))).json() as Result;
const found = (result: Result) =>
	result.rows.map(({ row, issues }) => [row, ...issues.map(({ field, key }) => `${field} ${key}`)]);

const YULIN = ['青河县榆林镇人民政府', '榆林镇', '乡镇', 'yulin'] as const;

describe('a check', () => {
	test('reads rows as people write them and changes nothing', async () => {
		const result = await check([
			[...YULIN, '', 12345, { text: 'a@b.example', hyperlink: 'mailto:a@b.example' }, 7],
			[' 青河县　教育局\n', '县教育局', '县直部门', 'JIAOYU', '青河县人民政府办公室', '099100', '', '8'],
			[null, null, null, null],
			['青河县招生办', '招生办', '部门', 'zhaosheng', '青河县 教育局', { formula: '1', result: '099100' }, '', ''],
		]);
		expect(found(result)).toEqual([[2, 'postcode office.postcode'], [3], [5]]);
		expect(result.rows.map(({ kindLabel, parentName }) => [kindLabel, parentName])).toEqual([
			['乡镇（街道）', '青河县人民政府办公室'],
			['县直部门', '青河县人民政府办公室'],
			['县直部门', '青河县 教育局'],
		]);
		expect(result).toMatchObject({ ready: false, imported: 0 });
		expect((await officer.get('/api/offices')).json().offices).toHaveLength(4);
	});

	test('tells every mistake of every row', async () => {
		const result = await check([
			['', '', '机关', '榆林', '天外县政府'],
			[...YULIN],
			['青河县榆林镇人民政府', '又一个', '镇', 'yulin-2'],
			['另一个名字', '又两个', '镇', 'yulin'],
			['石桥镇人民政府', '石桥', '镇', 'shiqiao'],
			['柳溪镇分所', '分所', '县级主管部门', 'fensuo'],
			['顺序', '顺序', '部门', 'shunxu', '', '', '', '第一'],
		]);
		expect(found(result)).toEqual([
			[
				2,
				'kind office.kind',
				'parent import.parent',
				'slug office.slug',
				'name office.name',
				'shortName office.shortName',
			],
			[3],
			[4, 'name import.twice'],
			[5, 'name import.twice'],
			[6, 'name office.nameTaken', 'slug office.slugTaken'],
			[7, 'kind office.oneCounty'],
			[8, 'position office.position'],
		]);
	});

	test.each<[string, () => Promise<Uint8Array | string>, string]>([
		['a text that is called .xlsx', async () => 'name,short', '文件不是可以读取的 .xlsx 表格'],
		['half a file', async () => (await sheet([[...YULIN]])).slice(0, 3000), '文件不是可以读取的 .xlsx 表格'],
		[
			'a zip that is no workbook',
			async () => Buffer.from('UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==', 'base64'),
			'文件不是可以读取的',
		],
		[
			'a sheet without the columns',
			() => sheet([['x']], ['单位', '简称']),
			'表头缺少：「机关全称」、「机关简称」、「机关类别」、「网址标识」',
		],
		['a header and no rows', () => sheet([]), '表格中没有机关'],
		[
			'more rows than a county has',
			() => sheet(Array.from({ length: 501 }, () => [...YULIN])),
			'一次最多导入500个机关',
		],
	])('refuses %s', async (_name, content, sentence) => {
		const answer = await send(await content());
		expect(answer.statusCode).toBe(422);
		expect(answer.json().issues[0].field).toBe('file');
		expect(answer.json().title).toContain(sentence);
	});

	test('refuses no file at all', async () => {
		expect((await officer.upload('/api/offices/import', [], {})).statusCode).toBe(422);
		expect((await officer.post('/api/offices/import', {})).statusCode).toBe(415);
	});
});

describe('saving', () => {
	test('takes the columns in any order and adds all rows with their parents', async () => {
		const header = ['网址标识', '机关类别', '备注', '机关简称', '上级机关', '机关全称', '邮政编码'];
		const rows = [
			['weisheng', '部门', '不读', '县卫健局', '', '青河县卫生健康局', '099100'],
			['jikong', '部门', '', '县疾控', '青河县卫生健康局', '青河县疾病预防控制中心', '099101'],
		];
		const answer = await send(await sheet(rows, header), 'save');
		expect(answer.json()).toMatchObject({ ready: true, imported: 2 });
		const { offices } = (await officer.get('/api/offices')).json();
		const [parent, child] = ['weisheng', 'jikong'].map((slug) =>
			offices.find((office: { slug: string }) => office.slug === slug),
		);
		expect(child).toMatchObject({ parentId: parent.id, postcode: '099101', shortName: '县疾控' });
		const trail = (await officer.get('/api/audit?event=office.imported')).json().entries[0];
		expect(trail.summary).toBe('导入机关2个：县卫健局、县疾控');
	});

	test('adds none when one row is wrong', async () => {
		const rows = [[...YULIN], ['石桥镇人民政府', '石桥', '镇', 'shiqiao-2']];
		const answer = await send(await sheet(rows), 'save');
		expect(answer.statusCode).toBe(422);
		expect(answer.json().issues.map(({ field }: { field: string }) => field)).toEqual(['file', 'rows.3.name']);
		const { offices } = (await officer.get('/api/offices')).json();
		expect(offices.some(({ slug }: { slug: string }) => slug === 'yulin')).toBe(false);
	});

	test('the same file twice at the same moment adds it once', async () => {
		const content = await sheet([['青河县林业局', '县林业局', '部门', 'linye']]);
		const answers = await Promise.all([send(content, 'save'), send(content, 'save')]);
		expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 422]);
	});
});

test('the template can be filled in and read back', async () => {
	const template = await officer.get('/api/offices/import/template');
	expect(template.headers['content-disposition']).toContain(encodeURIComponent('机关导入模板.xlsx'));
	const book = new exceljs.Workbook();
	await book.xlsx.load(template.rawPayload.buffer as ArrayBuffer);
	const [page] = book.worksheets;
	expect(page?.getRow(1).getCell(1).text).toBe('机关全称*');
	expect(page?.getColumn(9).numFmt).toBe('@');
	const result = (await send(new Uint8Array(template.rawPayload))).json() as Result;
	expect(result.rows.map(({ issues }) => issues)).toEqual([[]]);
});
