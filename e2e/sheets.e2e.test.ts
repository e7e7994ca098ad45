import ExcelJS, { type CellValue } from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Route } from '../server/api/route.ts';
import type { Browser } from '../test/fixtures.ts';
import { call, type House, openHouse, routes } from './support/house.ts';

/**
 * Every sheet that comes in and every table that goes out. Imports are found among the routes, and so are exports: one that is
 * added is tried, or fails here until somebody says where its template is.
 */
let house: House;
let office = 0;
beforeAll(async () => {
	house = await openHouse();
	office = await house.office('wangxi');
});
afterAll(() => house?.close());

interface Import {
	/** Where its template is. */
	template: string;
	login: string;
	fields?: Record<string, string>;
}

const IMPORTS: Readonly<Record<string, Import>> = {
	'/api/offices/import': { template: '/api/offices/import/template', login: 'gongkaiban' },
	'/api/entries/standard/import': { template: '/api/entries/template', login: 'gongkaiban' },
	'/api/offices/:officeId/entries/import': { template: '/api/entries/template', login: 'xinxi' },
	'/api/applications/import': { template: '/api/applications/import/template', login: 'xinxi' },
	'/api/registers/import': {
		template: '/api/registers/template?kind=meeting',
		login: 'xinxi',
		fields: { kind: 'meeting' },
	},
	'/api/concerns/import': { template: '/api/concerns/import/template', login: 'xinxi' },
	'/api/trainings/:id/import': { template: '/api/trainings/template', login: 'xinxi' },
	'/api/exam-questions/import': { template: '/api/exam-questions/template', login: 'gongkaiban' },
};
const imports = routes.filter(({ path, upload }) => upload && path.endsWith('/import'));

/** What a cell can hold that is no plain text. ExcelJS writes each as a spreadsheet would. */
const CELLS: Readonly<Record<string, CellValue>> = {
	blank: null,
	blanks: ' \u3000\u200b\n\t ',
	formula: { formula: '1+1', result: 2 } as CellValue,
	'formula without result': { formula: 'HYPERLINK("http://evil.example")' } as CellValue,
	'text like a formula': "=cmd|'/c calc'!A1",
	error: { error: '#REF!' } as CellValue,
	truth: true,
	'a huge number': 1e308,
	'a negative number': -1,
	'a half': 0.1,
	'an old day': new Date(Date.UTC(1900, 0, 1)),
	'a day to come': new Date(Date.UTC(2999, 11, 31)),
	rich: { richText: [{ text: '甲' }, { text: '乙', font: { bold: true } }] },
	link: { text: '链接', hyperlink: 'javascript:alert(1)' },
	long: '长'.repeat(32_767),
	control: '甲\u0001\u0008乙\u001f',
	'names every object has': '__proto__',
	constructor: 'constructor',
	markup: '<img src=x onerror=alert(1)>',
	'turned round': '\u202e正\u202c',
	emoji: '😀'.repeat(40),
};

async function template(path: string): Promise<ExcelJS.Workbook> {
	const { template: url, login } = IMPORTS[path] as Import;
	const answer = await (await house.as(login)).get(url);
	if (answer.statusCode !== 200) throw new Error(`${url}: ${answer.body}`);
	const book = new ExcelJS.Workbook();
	await book.xlsx.load(answer.rawPayload.buffer as ArrayBuffer);
	return book;
}

const bytes = async (book: ExcelJS.Workbook) => new Uint8Array(await book.xlsx.writeBuffer());

async function upload(route: Route, content: Uint8Array | string, mode: string) {
	const { login, fields = {} } = IMPORTS[route.path] as Import;
	const [url = ''] = await house.addresses(route, [office], 1);
	const browser: Browser = await house.as(login);
	return await browser.upload(url, [{ name: '表格.xlsx', content }], { mode, ...fields });
}

async function changed(work: () => Promise<void>): Promise<string[]> {
	const before = await house.everything();
	await work();
	const after = await house.everything();
	// A file that was uploaded is kept until the night's sweep.
	return [...after].filter(([name, hash]) => name !== 'file' && before.get(name) !== hash).map(([name]) => name);
}

it('the list knows every import', () => {
	expect(imports.map(({ path }) => path).sort()).toEqual(Object.keys(IMPORTS).sort());
});

describe.each(imports.map((route) => [route.path, route] as const))('%s', (path, route) => {
	it('answers every cell nobody expects with a sentence, and takes nothing in by looking', async () => {
		const faults: string[] = [];
		const touched = await changed(async () => {
			for (const [name, cell] of Object.entries(CELLS)) {
				const book = await template(path);
				const [sheet] = book.worksheets;
				const columns = sheet?.getRow(1).cellCount ?? 0;
				for (let at = 1; at <= columns; at++) if (sheet) sheet.getCell(2, at).value = cell;
				const answer = await upload(route, await bytes(book), 'check');
				const told = JSON.stringify(answer.json());
				if (answer.statusCode >= 500 || !/[\u4e00-\u9fff]/.test(told))
					faults.push(`${name}: ${answer.statusCode} ${told}`);
			}
		});
		expect(faults).toEqual([]);
		// 台账 takes a sheet at once; what it refuses leaves nothing either.
		if (path !== '/api/registers/import') expect(touched).toEqual([]);
	});

	it('with one blank cell at a time says so beside it, or can do without', async () => {
		const faults: string[] = [];
		const columns = (await template(path)).worksheets[0]?.getRow(1).cellCount ?? 0;
		for (let at = 1; at <= columns; at++) {
			const book = await template(path);
			const [sheet] = book.worksheets;
			const head = String(sheet?.getCell(1, at).value);
			if (sheet) sheet.getCell(2, at).value = null;
			const answer = await upload(route, await bytes(book), 'check');
			if (answer.statusCode >= 500) faults.push(`${head}: ${answer.statusCode}`);
			const {
				ready,
				rows = [],
				issues = [],
			} = answer.json() as {
				ready?: boolean;
				rows?: { issues?: unknown[] }[];
				issues?: unknown[];
			};
			const found = rows.flatMap((row) => row.issues ?? []).length + issues.length;
			if (/[*＊]$/.test(head) && (ready === true || found === 0)) faults.push(`${head} is required: ${answer.body}`);
		}
		expect(faults).toEqual([]);
	});

	it('refuses what is no sheet with a sentence', async () => {
		const whole = await bytes(await template(path));
		const files: Record<string, Uint8Array | string> = {
			nothing: '',
			text: '不是表格',
			'a broken archive': 'PK\u0003\u0004broken',
			'half a sheet': whole.subarray(0, Math.floor(whole.length / 2)),
			'an old .xls': new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]),
			'a picture': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]),
			'a sheet of nothing': await bytes(
				(() => {
					const book = new ExcelJS.Workbook();
					book.addWorksheet('空');
					return book;
				})(),
			),
		};
		const touched = await changed(async () => {
			for (const [name, content] of Object.entries(files)) {
				const answer = await upload(route, content, 'save');
				// 台账 answers a sheet with its faults, and takes none of it.
				const isToldSo = answer.statusCode === 200 && answer.json().issues?.length > 0;
				const isRefused = isToldSo || (answer.statusCode >= 400 && answer.statusCode < 500);
				expect([name, isRefused, answer.statusCode]).toEqual([name, true, answer.statusCode]);
				expect(answer.body, name).toMatch(/[\u4e00-\u9fff]/);
			}
		});
		expect(touched).toEqual([]);
	});

	it('is taken whole or not at all: a sound row beside a bad one stays out', async () => {
		const book = await template(path);
		const [sheet] = book.worksheets;
		const columns = sheet?.getRow(1).cellCount ?? 0;
		for (let at = 1; at <= columns; at++) if (sheet) sheet.getCell(3, at).value = '__proto__';
		const touched = await changed(async () => {
			const answer = await upload(route, await bytes(book), 'save');
			expect(answer.statusCode, answer.body.slice(0, 300)).toBeLessThan(500);
		});
		expect(touched).toEqual([]);
	});
});

describe('tables that go out', () => {
	const FORMULA = '=1+1|';
	/** Columns of free text, as their tables name them. */
	const TEXTS = [
		'title',
		'name',
		'note',
		'message',
		'summary',
		'person_name',
		'reason',
		'facts',
		'body',
		'place',
		'public_title',
	];
	const exported = routes.filter(({ response, method }) => response === 'download' && method === 'GET');

	/** Puts a formula before every text of the county: whatever may be typed by somebody may begin so. */
	async function plant(): Promise<number> {
		const { pool } = house.database;
		const { rows } = await pool.query<{ table: string; column: string }>(
			`select c.table_name as table, c.column_name as column from information_schema.columns c
			join pg_class r on r.relname = c.table_name and r.relkind = 'r'
			where c.table_schema = 'public' and c.data_type = 'text' and c.column_name = any($1)`,
			[TEXTS],
		);
		let planted = 0;
		for (const { table, column } of rows) {
			await pool.query(`alter table "${table}" disable trigger user`);
			try {
				await pool.query(`update "${table}" set "${column}" = $1 || "${column}" where "${column}" <> ''`, [FORMULA]);
				planted += 1;
			} catch {
				// What a constraint keeps clean is no danger.
			}
		}
		return planted;
	}

	it('hold no formula, whoever typed what: a cell that begins with = is text', async () => {
		expect(await plant()).toBeGreaterThan(40);
		const faults: string[] = [];
		let cells = 0;
		let books = 0;
		for (const route of exported) {
			for (const login of ['gongkaiban', 'xinxi']) {
				const officeId = login === 'xinxi' ? office : await house.office('xianfuban');
				for (const url of await house.addresses(route, [officeId], 1)) {
					const given = { format: 'xlsx', officeId, kind: 'meeting', year: 2025, from: '2025-01-01', to: '2026-06-10' };
					const answer = await call(await house.as(login), route, url, given);
					if (answer.statusCode >= 500) faults.push(`${url}: ${answer.statusCode}`);
					if (!String(answer.headers['content-type']).includes('spreadsheetml')) continue;
					books += 1;
					const book = new ExcelJS.Workbook();
					await book.xlsx.load(answer.rawPayload.buffer as ArrayBuffer);
					for (const sheet of book.worksheets)
						sheet.eachRow((row) =>
							row.eachCell((cell) => {
								cells += 1;
								if (cell.formula || cell.type === ExcelJS.ValueType.Formula)
									faults.push(`${route.path}: ${cell.text.slice(0, 30)}`);
							}),
						);
				}
			}
		}
		// One of each table is enough to see which.
		expect([...new Map(faults.map((fault) => [fault.split(':')[0], fault])).values()]).toEqual([]);
		expect(books).toBeGreaterThan(8);
		expect(cells).toBeGreaterThan(200);
	});
});
