import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../../test/app.ts';
import { type Browser, type County, makeCounty, signIn } from '../../../test/fixtures.ts';
import { reader, transact } from '../../platform/transaction.ts';
import { addEntry } from './commands/add-entry.ts';
import { entrySummaries, periodTotals, registerFigures } from './index.ts';

let server: TestApp;
let county: County;
let clerk: Browser;

beforeAll(async () => {
	server = await createTestApp('2026-03-10T02:00:00Z');
	county = await makeCounty(server);
	clerk = await signIn(server, 'clerk');
});
afterAll(async () => {
	await server?.close();
});

const licence = (day: string, quantity: number | string = 1, more: object = {}) => ({
	kind: 'license',
	day,
	quantity,
	fields: { matter: '建房许可' },
	...more,
});

async function add(body: object, by = clerk): Promise<number> {
	const answer = await by.post('/api/registers/entries', body);
	expect(answer.statusCode, answer.body).toBe(200);
	return answer.json().id;
}

async function total(kind: string, year: number, by = clerk) {
	const answer = await by.get(`/api/registers/totals?year=${year}`);
	expect(answer.statusCode, answer.body).toBe(200);
	return answer.json().totals.find((one: { kind: string }) => one.kind === kind);
}

async function list(kind: string, year: number, all = false, by = clerk) {
	return (await by.get(`/api/registers/entries?kind=${kind}&year=${year}&all=${all}`)).json();
}

describe('a line', () => {
	it('is written, listed with its hand, and counted', async () => {
		const id = await add(licence('2023-03-05', 3));
		const { rows, total: n } = await list('license', 2023);
		expect(n).toBe(1);
		expect(rows[0]).toMatchObject({ id, quantity: '3', personName: '林晓', state: 'standing', imported: false });
		expect(rows[0].moves.map((move: { action: string }) => move.action)).toEqual(['correct', 'void']);
		expect(await total('license', 2023)).toMatchObject({ quantity: '3', entries: 1, zero: null });
	});

	it('comes back with every mistake beside its field, and nothing is written', async () => {
		const before = (await list('trainingHeld', 2025, true)).total;
		const answer = await clerk.post('/api/registers/entries', {
			kind: 'trainingHeld',
			day: '2027-01-01',
			quantity: '半',
		});
		expect(answer.statusCode).toBe(422);
		expect(answer.json().issues.map((one: { field: string }) => one.field)).toEqual([
			'day',
			'quantity',
			'fields.trainees',
		]);
		expect((await list('trainingHeld', 2025, true)).total).toBe(before);
	});

	it('survives a megabyte in a field without being stored', async () => {
		const answer = await clerk.post(
			'/api/registers/entries',
			licence('2023-01-05', 1, { note: '长'.repeat(1_000_000) }),
		);
		expect(answer.statusCode).toBe(422);
	});

	it('of no known register is not found', async () => {
		expect((await clerk.post('/api/registers/entries', licence('2023-01-05', 1, { kind: 'nothing' }))).statusCode).toBe(
			404,
		);
		expect((await clerk.get('/api/registers/entries?kind=nothing&year=2023')).statusCode).toBe(404);
	});
});

describe('a correction', () => {
	it('puts a new line in the place of the old one, which stays readable', async () => {
		const id = await add(licence('2022-03-05', 3));
		const answer = await clerk.post(`/api/registers/entries/${id}/correct`, {
			...licence('2022-03-06', 5),
			reason: '漏记两件',
		});
		expect(answer.statusCode, answer.body).toBe(200);
		expect(await total('license', 2022)).toMatchObject({ quantity: '5', entries: 1 });
		const detail = (await clerk.get(`/api/registers/entries/${id}`)).json();
		expect(detail.entry).toMatchObject({ state: 'corrected', correctedBy: answer.json().id, moves: [] });
		expect(detail.chain.map((one: { quantity: string }) => one.quantity)).toEqual(['3', '5']);
		expect(detail.history.map((one: { entry: string }) => one.entry)).toEqual(['登记', '更正']);
		expect((await list('license', 2022)).total).toBe(1);
		expect((await list('license', 2022, true)).total).toBe(2);
	});

	it('wants a reason', async () => {
		const id = await add(licence('2021-03-05'));
		const answer = await clerk.post(`/api/registers/entries/${id}/correct`, {
			...licence('2021-03-05', 2),
			reason: ' ',
		});
		expect(answer.json().issues[0]).toMatchObject({ field: 'reason' });
	});

	it('is told to the second of two hands, who changes nothing', async () => {
		const id = await add(licence('2020-03-05', 1));
		const twice = [2, 3].map((quantity) =>
			clerk.post(`/api/registers/entries/${id}/correct`, { ...licence('2020-03-05', quantity), reason: '同时更正' }),
		);
		const codes = (await Promise.all(twice)).map((answer) => answer.statusCode).sort();
		expect(codes).toEqual([200, 409]);
		expect(await total('license', 2020)).toMatchObject({ entries: 1 });
	});
});

describe('a line struck out', () => {
	it('counts no more, keeps its reason, and cannot be struck out again', async () => {
		const id = await add({ kind: 'meeting', day: '2023-05-06', quantity: 1 });
		expect((await clerk.post(`/api/registers/entries/${id}/void`, { reason: '' })).statusCode).toBe(422);
		expect((await clerk.post(`/api/registers/entries/${id}/void`, { reason: '重复登记' })).statusCode).toBe(200);
		expect(await total('meeting', 2023)).toMatchObject({ quantity: null, entries: 0 });
		const again = await clerk.post(`/api/registers/entries/${id}/void`, { reason: '重复登记' });
		expect(again.statusCode).toBe(409);
		expect(again.json().title).toContain('已作废');
		expect((await list('meeting', 2023, true)).rows[0]).toMatchObject({ voidReason: '重复登记', voidedBy: '林晓' });
	});

	it('cannot be changed in the database either', async () => {
		const id = await add({ kind: 'meeting', day: '2023-06-06', quantity: 1 });
		const { pool } = server.services.database;
		await expect(pool.query('update register_entry set quantity = 9 where id = $1', [id])).rejects.toThrow(
			'append-only',
		);
		await expect(pool.query('delete from register_entry where id = $1', [id])).rejects.toThrow('append-only');
	});
});

describe('a zero report', () => {
	it('takes one click, names its ground, and is not made twice', async () => {
		expect(await total('punish', 2024)).toMatchObject({ quantity: null });
		expect((await clerk.post('/api/registers/zero', { kind: 'punish', year: 2024 })).statusCode).toBe(200);
		const after = await total('punish', 2024);
		expect(after).toMatchObject({ quantity: '0', entries: 1 });
		expect(after.zero.basis).toContain('行政处罚案卷');
		expect((await clerk.post('/api/registers/zero', { kind: 'punish', year: 2024 })).statusCode).toBe(422);
	});

	it('is refused against lines of the year, and gives way to a later one', async () => {
		await add({ kind: 'interpretation', day: '2024-04-01', quantity: 2 });
		const refused = await clerk.post('/api/registers/zero', { kind: 'interpretation', year: 2024 });
		expect(refused.json().issues[0].key).toBe('zero.contradicted');
		await clerk.post('/api/registers/zero', { kind: 'interview', year: 2024, basis: '核对网站后台，没有访谈。' });
		await add({ kind: 'interview', day: '2024-04-01', quantity: 1 });
		expect(await total('interview', 2024)).toMatchObject({ quantity: '1', zero: null });
	});

	it('of a stock stands although there were some in an earlier year', async () => {
		await add({ kind: 'accessPoint', day: '2022-04-01', quantity: 2 });
		expect((await clerk.post('/api/registers/zero', { kind: 'accessPoint', year: 2024 })).statusCode).toBe(200);
		expect(await total('accessPoint', 2023)).toMatchObject({ quantity: '2' });
		expect(await total('accessPoint', 2024)).toMatchObject({ quantity: '0' });
	});

	it('made twice at once is made once', async () => {
		const both = [1, 2].map(() => clerk.post('/api/registers/zero', { kind: 'leak', year: 2024 }));
		expect((await Promise.all(both)).map((answer) => answer.statusCode).sort()).toEqual([200, 422]);
		expect(await total('leak', 2024)).toMatchObject({ entries: 1 });
	});

	it('is struck out, not corrected', async () => {
		const { id } = (await clerk.post('/api/registers/zero', { kind: 'openDay', year: 2024 })).json();
		const corrected = await clerk.post(`/api/registers/entries/${id}/correct`, {
			day: '2024-05-05',
			quantity: 1,
			reason: '漏记',
		});
		expect(corrected.statusCode).toBe(422);
		expect((await list('openDay', 2024)).rows[0].moves.map((move: { action: string }) => move.action)).toEqual([
			'void',
		]);
		expect((await clerk.post(`/api/registers/entries/${id}/void`, { reason: '漏记一次开放日' })).statusCode).toBe(200);
		expect(await total('openDay', 2024)).toMatchObject({ quantity: null });
	});
});

describe('papers', () => {
	it('lie beside a line and are read back as they were', async () => {
		const id = await add(licence('2019-03-05'));
		const sent = await clerk.upload(`/api/registers/entries/${id}/evidence`, [
			{ name: '许可决定书.txt', content: '准予许可' },
		]);
		expect(sent.statusCode, sent.body).toBe(200);
		const { evidence } = (await clerk.get(`/api/registers/entries/${id}`)).json();
		expect(evidence).toMatchObject([{ fileName: '许可决定书.txt', personName: '林晓' }]);
		const paper = await clerk.get(`/api/registers/entries/${id}/evidence/${evidence[0].id}`);
		expect(paper.body).toBe('准予许可');
		expect(paper.headers['x-content-type-options']).toBe('nosniff');
		expect((await clerk.get(`/api/registers/entries/${id}/evidence/${evidence[0].id + 999}`)).statusCode).toBe(404);
	});

	it('are not put beside a line that no longer counts', async () => {
		const id = await add(licence('2019-03-06'));
		await clerk.post(`/api/registers/entries/${id}/void`, { reason: '错登' });
		const sent = await clerk.upload(`/api/registers/entries/${id}/evidence`, [{ name: 'a.txt', content: 'a' }]);
		expect(sent.statusCode).toBe(409);
	});
});

describe('sheets', () => {
	async function sheet(rows: (string | number | Date)[][]): Promise<Buffer> {
		const workbook = new ExcelJS.Workbook();
		workbook.addWorksheet('登记').addRows([['日期', '数量', '事项名称', '备注'], ...rows]);
		return Buffer.from(await workbook.xlsx.writeBuffer());
	}
	const send = (content: Uint8Array | string, kind = 'license', by = clerk) =>
		by.upload('/api/registers/import', [{ name: '台账.xlsx', content }], { kind });

	it('are taken whole, once', async () => {
		const file = await sheet([
			['2018-01-05', 2, '采砂', ''],
			[new Date(Date.UTC(2018, 5, 1)), 3, '建房', '补录'],
		]);
		expect((await send(file)).json()).toEqual({ imported: 2, issues: [] });
		expect(await total('license', 2018)).toMatchObject({ quantity: '5', entries: 2 });
		expect((await list('license', 2018)).rows[0]).toMatchObject({ imported: true, note: '补录' });
		const again = await send(file);
		expect(again.statusCode).toBe(409);
		expect(again.json().title).toContain('2026-03-10');
		expect(await total('license', 2018)).toMatchObject({ quantity: '5' });
	});

	it('are not taken at all when one row is wrong', async () => {
		const answer = await send(
			await sheet([
				['2017-01-05', 2, '采砂', ''],
				['2017-02-30', 0, '建房', ''],
			]),
		);
		expect(answer.json().imported).toBe(0);
		expect(answer.json().issues).toMatchObject([
			{ row: 3, field: 'day' },
			{ row: 3, field: 'quantity' },
		]);
		expect(await total('license', 2017)).toMatchObject({ quantity: null });
	});

	it('that are none get one clear sentence', async () => {
		for (const content of [
			'MZ\u0000 renamed',
			new Uint8Array(await sheet([['2017-01-05', 2, '', '']])).slice(0, 900),
		]) {
			const answer = await send(content);
			expect(answer.statusCode).toBe(415);
			expect(answer.json().title).toContain('无法读取该文件');
		}
		expect((await clerk.upload('/api/registers/import', [], { kind: 'license' })).statusCode).toBe(422);
	});

	it('come out as a template and as what was written', async () => {
		const template = await clerk.get('/api/registers/template?kind=license');
		expect(decodeURIComponent(String(template.headers['content-disposition']))).toContain(
			'行政许可处理决定台账模板.xlsx',
		);
		const workbook = new ExcelJS.Workbook();
		await workbook.xlsx.load(Uint8Array.from(template.rawPayload).buffer);
		expect(workbook.worksheets[0]?.getCell('A1').text).toBe('日期*');
		const exported = await clerk.get('/api/registers/export?kind=license&year=2022');
		await workbook.xlsx.load(Uint8Array.from(exported.rawPayload).buffer);
		const rows = workbook.worksheets[0]?.getSheetValues() as unknown[][];
		expect(rows.slice(2).map((row) => [row[1], row[2], row[6]])).toEqual([
			['2022-03-06', 5, '有效'],
			['2022-03-05', 3, '已更正'],
		]);
	});
});

describe('who may', () => {
	it.each([
		['reviewer', 200, 403],
		['leader', 200, 403],
		['secrecyReviewer', 403, 403],
		['countyOfficer', 200, 403],
		['administrator', 403, 403],
		['clerkB', 200, 200],
	] as const)('%s reads %i and writes %i', async (key, read, write) => {
		const person = await signIn(server, key);
		expect((await person.get('/api/registers/totals?year=2016')).statusCode).toBe(read);
		expect((await person.post('/api/registers/entries', licence('2016-01-05'))).statusCode).toBe(write);
		expect((await person.post('/api/registers/zero', { kind: 'fee', year: 2016 })).statusCode).toBe(write);
	});

	it('lets nobody in unsigned, and nobody write without the token', async () => {
		expect((await server.inject({ method: 'GET', url: '/api/registers/totals?year=2016' })).statusCode).toBe(401);
		const answer = await server.inject({
			method: 'POST',
			url: '/api/registers/entries',
			payload: licence('2016-01-05'),
			headers: { cookie: `gongkai=${clerk.cookie}` },
		});
		expect([401, 403]).toContain(answer.statusCode);
	});

	it('answers another office’s lines with «not found», the county’s own reading apart', async () => {
		const id = await add(licence('2015-03-05', 7));
		const other = await signIn(server, 'clerkB');
		const officeId = county.townshipA.id;
		for (const url of [
			`/api/registers/entries/${id}`,
			`/api/registers/entries?kind=license&year=2015&officeId=${officeId}`,
			`/api/registers/totals?year=2015&officeId=${officeId}`,
			`/api/registers/export?kind=license&year=2015&officeId=${officeId}`,
		]) {
			expect((await other.get(url)).statusCode, url).toBe(404);
		}
		for (const move of ['void', 'correct']) {
			const body = { ...licence('2015-03-05', 8), reason: '改别人的' };
			expect((await other.post(`/api/registers/entries/${id}/${move}`, body)).statusCode).toBe(404);
		}
		const officer = await signIn(server, 'countyOfficer');
		const seen = (await officer.get(`/api/registers/entries?kind=license&year=2015&officeId=${officeId}`)).json();
		expect(seen.rows[0]).toMatchObject({ id, quantity: '7' });
		expect(seen.rows[0].moves.every((move: { allowed: boolean }) => !move.allowed)).toBe(true);
		expect((await officer.get('/api/registers/totals?year=2015&officeId=999999')).statusCode).toBe(404);
	});
});

describe('for the report', () => {
	it('the figures equal what SQL adds up by itself, and open to their lines', async () => {
		const officeId = county.townshipB.id;
		const system = server.as({ kind: 'system', name: '测试' });
		const days = Array.from(
			{ length: 60 },
			(_, i) => `202${i % 3 === 0 ? 4 : 5}-${String((i % 12) + 1).padStart(2, '0')}-15`,
		);
		await transact(system, async (tx) => {
			for (const [i, day] of days.entries()) {
				const kind = ['license', 'punish', 'force'][i % 3] ?? 'license';
				await addEntry(tx, { officeId, kind, day, quantity: String((i % 7) + 1), fields: {}, note: '' });
				await addEntry(tx, { officeId, kind: 'fee', day, quantity: `${i}.0${i}1`, fields: {}, note: '' });
			}
		});
		const at = { officeId, officeKind: 'township' as const, year: 2025, form: '2021' as const };
		const figures = await registerFigures(reader(system), at);
		const cells = {
			license: 't2.license.decisions',
			punish: 't2.punish.decisions',
			force: 't2.force.decisions',
			fee: 't2.fee.wan',
		};
		for (const [kind, address] of Object.entries(cells)) {
			const { rows } = await server.services.database.pool.query(
				`select trim_scale(sum(quantity))::text as total, count(*)::int as n from register_entry
				where office_id = $1 and kind = $2 and extract(year from day) = 2025`,
				[officeId, kind],
			);
			const known = rows[0].n === 0 ? null : rows[0].total;
			expect(figures[address]?.value, address).toBe(known);
			expect(figures[address]?.ids, address).toHaveLength(rows[0].n);
			const lines = await entrySummaries(reader(system), figures[address]?.ids ?? []);
			expect(lines).toHaveLength(rows[0].n);
		}
	});

	it('an office sees no other’s lines even by their ids', async () => {
		const id = await add(licence('2014-03-05'));
		const own = reader(server.as(county.actor('clerk')));
		const other = reader(server.as(county.actor('clerkB')));
		expect(await entrySummaries(own, [id])).toHaveLength(1);
		expect(await entrySummaries(other, [id])).toEqual([]);
		await expect(periodTotals(other, county.townshipA.id, 2014)).rejects.toMatchObject({ code: 'notFound' });
	});
});
