import ExcelJS from 'exceljs';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readRowSheet } from '../../platform/row-sheet.ts';
import { type Desk, openDesk } from './desk.setup.ts';
import { IMPORT_SHEET } from './import/template.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

let desk: Desk;
beforeAll(async () => {
	desk = await openDesk();
});
afterAll(() => desk.server.close());

const ID_NUMBER = '11010519491231002X';

const row = (id: number, change: object = {}) => ({
	...{ id, title: `第${id}号渡口停航的通告`, date: '2019-03-04', office: '柳溪镇', column: '通知公告' },
	...{ html: `<p>因检修，第${id}号渡口停航。</p>`, ...change },
});
const jsonl = (rows: readonly unknown[]) =>
	strToU8(rows.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join('\n'));

async function send(name: string, content: Uint8Array, fields: Record<string, string> = {}) {
	return await (await desk.as('countyOfficer')).upload('/api/imports', [{ name, content }], fields);
}
async function begun(name: string, content: Uint8Array, fields: Record<string, string> = {}): Promise<number> {
	const answer = await send(name, content, fields);
	expect(answer.body).toContain('id');
	await desk.server.settle();
	return answer.json().id;
}
const get = async (path: string) => await (await desk.as('countyOfficer')).get(`/api/imports/${path}`);
const view = async (id: number) => (await get(String(id))).json();
async function move(id: number, action: string, revision?: number) {
	const body = { revision: revision ?? (await view(id)).revision };
	return await (await desk.as('countyOfficer')).post(`/api/imports/${id}/moves/${action}`, body);
}
async function documentsOf(source: string) {
	const { rows } = await desk.server.services.database.pool.query(
		`select d.id, d.state, p.title from document d left join publication p on p.document_id = d.id
		 where d.source like $1 order by d.id`,
		[`import:${source}:%`],
	);
	return rows as { id: number; state: string; title: string | null }[];
}

describe('批量导入', () => {
	it('looks a file through without writing anything, and tells each record with its reason', async () => {
		const id = await begun(
			'old.jsonl',
			jsonl([
				row(1),
				row(2, { html: `<p>身份证号${ID_NUMBER}。</p>` }),
				row(3, { title: '' }),
				row(4, { office: '没有的机关' }),
				'{"坏的',
			]),
		);
		expect(await view(id)).toMatchObject({
			state: 'checked',
			name: 'old',
			checked: { ready: 1, draft: 1, refused: 3, published: 0, known: 0 },
			imported: { ready: 0, draft: 0, refused: 0, published: 0, known: 0 },
			createdByName: '顾宁',
		});
		expect(await documentsOf('old')).toEqual([]);
		const refused = (await get(`${id}/lines?phase=check&became=refused`)).json();
		expect(refused.total).toBe(3);
		expect(refused.rows.map(({ place, notes }: { place: string; notes: string[] }) => [place, notes[0]])).toEqual([
			['第3行', '没有标题。'],
			['第4行', '没有「没有的机关」这个机关。'],
			['第5行', '这一行不是完整的 JSON 对象。'],
		]);
		const report = await get(`${id}/report?phase=check`);
		expect(report.headers['content-type']).toContain('text/csv');
		expect(report.body).toContain('"第3行","","未导入","没有标题。"');
		expect(report.body).toContain('拟稿');
		expect(report.body).not.toContain(ID_NUMBER);
	});

	it('takes in what was looked through: public what may be, drafts what may not, each once', async () => {
		const rows = [row(11), row(12, { html: `<p>身份证号${ID_NUMBER}。</p>` }), row(13, { title: '' })];
		const source = jsonl(rows);
		const id = await begun('two.jsonl', source, { name: '旧网站' });
		expect((await move(id, 'start')).statusCode).toBe(200);
		expect((await view(id)).state).toBe('importing');
		await desk.server.settle();
		expect(await view(id)).toMatchObject({
			state: 'done',
			imported: { published: 1, draft: 1, refused: 1, known: 0 },
			moves: [],
		});
		expect((await documentsOf('旧网站')).map(({ state }) => state)).toEqual(['published', 'draft']);
		// The same file of the same source again is known already, which is told before anything is begun.
		const again = await begun('two.jsonl', source, { name: '旧网站' });
		expect((await view(again)).checked).toMatchObject({ ready: 0, draft: 0, known: 2, refused: 1 });
		expect((await move(again, 'start')).statusCode).toBe(422);
		// With one more in it, only that one is taken in.
		const more = await begun('three.jsonl', jsonl([...rows, row(14)]), { name: '旧网站' });
		expect((await view(more)).checked).toMatchObject({ ready: 1, draft: 0, known: 2, refused: 1 });
		expect((await move(more, 'start')).statusCode).toBe(200);
		await desk.server.settle();
		expect((await view(more)).imported).toMatchObject({ published: 1, draft: 0, known: 2, refused: 1 });
		expect(await documentsOf('旧网站')).toHaveLength(3);
	});

	it('with nothing that can be taken in is not begun, and says what to do', async () => {
		const id = await begun('bad.jsonl', jsonl([row(15, { title: '' }), row(16, { title: '' })]), { name: 'bad' });
		const [start] = (await view(id)).moves;
		expect(start).toMatchObject({ action: 'start', allowed: false });
		expect(start.reasons[0].message).toContain('没有可以导入的记录');
		const refused = await move(id, 'start');
		expect(refused.statusCode).toBe(422);
		expect(refused.body).toContain('没有可以导入的记录');
		expect((await view(id)).state).toBe('checked');
	});

	it('stops between two batches, says how far it is, and goes on without doing anything twice', async () => {
		const id = await begun('many.jsonl', jsonl(Array.from({ length: 450 }, (_, at) => row(1000 + at))), {
			name: 'many',
		});
		expect((await view(id)).checked.ready).toBe(450);
		await move(id, 'start');
		expect((await move(id, 'stop')).statusCode).toBe(200);
		await desk.server.settle();
		const stopped = await view(id);
		expect(stopped).toMatchObject({ state: 'stopped', stopAsked: false });
		expect(stopped.imported.published).toBe(200);
		expect(await documentsOf('many')).toHaveLength(200);
		expect(stopped.moves.map(({ action }: { action: string }) => action)).toEqual(['goOn']);
		await move(id, 'goOn');
		await desk.server.settle();
		const done = await view(id);
		expect(done).toMatchObject({ state: 'done', imported: { published: 450, known: 0 } });
		expect(await documentsOf('many')).toHaveLength(450);
		expect((await get(`${id}/report?phase=import`)).body.match(/\r\n/g)).toHaveLength(451);
		expect((await get(`${id}/lines?phase=import&page=9`)).json().rows).toHaveLength(50);
	});

	it('takes a zip with its attachments, and holds back what a file tells', async () => {
		const book = new ExcelJS.Workbook();
		const sheet = book.addWorksheet('政府信息');
		sheet.addRow(['编号', '标题*', '公开机关', '栏目', '成文日期', '正文', '附件']);
		sheet.addRow(['A1', '带附件的通告', '柳溪镇', '通知公告', '2019-05-06', '见附件。', '附件/值班表.txt']);
		sheet.addRow(['A2', '附件里有号码的通告', '柳溪镇', '通知公告', '2019-05-06', '见附件。', '附件/名单.txt']);
		sheet.addRow(['A3', '缺附件的通告', '柳溪镇', '通知公告', '2019-05-06', '见附件。', '附件/没有.txt']);
		const zip = zipSync({
			'导出/数据.xlsx': new Uint8Array(await book.xlsx.writeBuffer()),
			'导出/附件/值班表.txt': strToU8('值班安排表'),
			'导出/附件/名单.txt': strToU8('电话13800138000'),
			'__MACOSX/导出/._数据.xlsx': strToU8('x'),
		});
		const id = await begun('导出.zip', zip, { name: 'zip' });
		expect((await view(id)).checked).toMatchObject({ ready: 2, refused: 1 });
		await move(id, 'start');
		await desk.server.settle();
		expect((await view(id)).imported).toMatchObject({ published: 1, draft: 1, refused: 1 });
		const [shown] = await documentsOf('zip');
		expect((await desk.page(`/d/${shown?.id}`)).body).toContain('值班表.txt');
	});

	it('refuses what is no source, a bomb, a way out of the archive, and a table beside another', async () => {
		const bomb = zipSync({ '数据.jsonl': strToU8('{}'), 'a.bin': new Uint8Array(210 * 1024 * 1024) }, { level: 9 });
		expect(bomb.length).toBeLessThan(1024 * 1024);
		const cases: [string, Uint8Array, string][] = [
			['炸弹.zip', bomb, '解压后超过'],
			['路径.zip', zipSync({ '../../etc/数据.jsonl': strToU8('{}') }), '指向压缩包之外'],
			['两个.zip', zipSync({ 'a.csv': strToU8('x'), 'b.csv': strToU8('x') }), '只有一个数据文件'],
			['空的.zip', zipSync({ 'a.docx': strToU8('x') }), '没有数据文件'],
			['坏的.zip', Uint8Array.from([0x50, 0x4b, 3, 4, ...new Array(60).fill(0)]), '打不开'],
			['坏的.xlsx', strToU8('no workbook'), '读不出来'],
		];
		for (const [name, content, sentence] of cases) {
			const id = await begun(name, content);
			expect(await view(id), name).toMatchObject({ state: 'failed', reason: expect.stringContaining(sentence) });
			expect((await move(id, 'start')).statusCode, name).toBe(409);
		}
		const answer = await send('程序.exe', strToU8('MZ'));
		expect(answer.statusCode).toBe(422);
		expect(answer.json().issues[0]).toMatchObject({ field: 'file', message: expect.stringContaining('请选择一个') });
	});

	it('is the county office’s alone', async () => {
		const id = await begun('eins.jsonl', jsonl([row(90)]), { name: 'own' });
		for (const person of ['clerk', 'leader', 'administrator'] as const) {
			const browser = await desk.as(person);
			expect((await browser.get('/api/imports')).statusCode, person).toBe(403);
			expect((await browser.get(`/api/imports/${id}`)).statusCode).toBe(403);
			expect((await browser.get(`/api/imports/${id}/report?phase=check`)).statusCode).toBe(403);
			expect((await browser.post(`/api/imports/${id}/moves/start`, { revision: 1 })).statusCode).toBe(403);
			const file = { name: 'a.jsonl', content: jsonl([row(91)]) };
			expect((await browser.upload('/api/imports', [file])).statusCode).toBe(403);
		}
		expect((await desk.page('/api/imports')).status).toBe(401);
	});

	it('started by two at once is started once', async () => {
		const id = await begun('race.jsonl', jsonl([row(95)]), { name: 'race' });
		const { revision } = await view(id);
		const both = await Promise.all([move(id, 'start', revision), move(id, 'start', revision)]);
		expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
		await desk.server.settle();
		expect(await documentsOf('race')).toHaveLength(1);
	});

	it('a job done twice tells each record once', async () => {
		const id = await begun('twice.jsonl', jsonl([row(96), row(97, { title: '' })]), { name: 'twice' });
		const { pool } = desk.server.services.database;
		await pool.query(`update import_run set state = 'checking' where id = $1`, [id]);
		await pool.query(`insert into job (kind, payload) values ('publishing.import', $1)`, [
			JSON.stringify({ runId: id }),
		]);
		await desk.server.settle();
		expect(await view(id)).toMatchObject({ state: 'checked', checked: { ready: 1, refused: 1 } });
	});

	it('gives a template that it can read itself, whatever is filled in', async () => {
		const answer = await get('template');
		const read = await readRowSheet(new Uint8Array(answer.rawPayload), IMPORT_SHEET);
		expect(read.ok && read.value[0]?.values.title).toBe('关于做好2019年防汛工作的通知');
		const id = await begun('模板.xlsx', new Uint8Array(answer.rawPayload), {
			officeId: String(desk.county.townshipA.id),
			name: 'template',
		});
		// Its example names attachments that were not sent.
		const { rows } = (await get(`${id}/lines?phase=check`)).json();
		expect(rows).toHaveLength(1);
		expect(rows[0].notes[0]).toContain('打包为一个 zip');
	});
});
