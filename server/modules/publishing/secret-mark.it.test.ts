import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, openDesk } from './desk.setup.ts';
import { type ImportLine, importFrom } from './import/run.ts';

let desk: Desk;
let folder: string;
beforeAll(async () => {
	desk = await openDesk();
	folder = mkdtempSync(join(tmpdir(), 'gongkai-secret-'));
});
afterAll(async () => {
	rmSync(folder, { recursive: true, force: true });
	await desk?.server.close();
});

const hashOf = (content: string) => createHash('sha256').update(content).digest('hex');
const upload = async (id: number, name: string, content: string) =>
	await (await desk.as('clerk')).upload(`/api/documents/${id}/attachments`, [{ name, content }]);
const save = async (id: number, change: object) => {
	const { content, version } = await desk.read(id);
	return await (await desk.as('clerk')).put(`/api/documents/${id}/draft`, {
		version,
		content: { ...content, ...change },
	});
};
/** Whether anything is left of a file: its bytes, or the words that were read in it. */
const isKept = async (content: string) => {
	const { database, files } = desk.server.services;
	const hash = hashOf(content);
	const { rows } = await database.pool.query('select 1 from file_text where sha256 = $1', [hash]);
	return (await files.has(hash)) || rows.length > 0;
};

describe('what bears the mark of a state secret does not enter a platform on a public network (law.md §5.9)', () => {
	it('is not saved, not even as a draft; what stood there stays, and the sentence stands beside the field', async () => {
		const id = await desk.draft();
		const before = await desk.read(id);
		const answer = await save(id, { body: '<p>机密<strong>★</strong>10年</p><p>一、演练方案。</p>' });
		expect(answer.statusCode).toBe(422);
		expect(answer.json().issues[0]).toMatchObject({ key: 'draft.secret', field: 'body' });
		expect(answer.body).toContain('涉密内容不得录入');
		expect((await desk.read(id)).content).toEqual(before.content);
		expect((await save(id, { body: '<p>依照《保守国家秘密法》审查，不含国家秘密。</p>' })).statusCode).toBe(200);
	});

	it('does not begin a draft by its title', async () => {
		const columnId = await desk.column('notices');
		const clerk = await desk.as('clerk');
		const begun = await clerk.post('/api/documents', { columnId, type: 'notice', title: '秘密★5年 关于演练的通知' });
		expect(begun.json().issues[0]).toMatchObject({ key: 'draft.secret', field: 'title' });
	});

	it('is turned away as a file, by its words or its name, and nothing of it is kept', async () => {
		const id = await desk.draft();
		const inside = '绝密★长期\n演练方案\n';
		const refused = await upload(id, '方案.txt', inside);
		expect(refused.statusCode).toBe(415);
		expect(refused.json().issues[0].message).toContain('「方案.txt」标有国家秘密标志，没有保存');
		const byName = '只有名称标明。';
		expect((await upload(id, '机密★方案.txt', byName)).statusCode).toBe(415);
		for (const content of [inside, byName]) expect(await isKept(content)).toBe(false);
		expect((await desk.read(id)).attachments).toEqual([]);
		const plain = '值班安排，不含国家秘密。';
		expect((await upload(id, '安排.txt', plain)).statusCode).toBe(200);
		expect(await isKept(plain)).toBe(true);
		// The same file comes in under an innocent name: its words are not what was refused, and nobody else's copy is lost.
		expect((await upload(id, '机密★安排.txt', plain)).statusCode).toBe(415);
		expect(await isKept(plain)).toBe(true);
	});

	it('does not come in from another system, in a text or in a file', async () => {
		writeFileSync(join(folder, '附件.txt'), '密级：秘密\n附件正文。\n');
		const row = (id: number, change: object) => ({
			...{ id, title: `第${id}号通告`, date: '2019-03-04', publishedAt: '2019-03-05 08:30:00', html: '<p>停航。</p>' },
			...change,
		});
		const rows = [row(1, { html: '<p>秘密★10年</p>' }), row(2, { attachments: ['附件.txt'] }), row(3, {})];
		const path = join(folder, 'rows.jsonl');
		writeFileSync(path, rows.map((one) => JSON.stringify(one)).join('\n'));
		const lines: ImportLine[] = [];
		const options = {
			...{ path, name: 'marked', office: desk.county.townshipA.name, column: 'notices' },
			...{ createColumns: false, filesIn: folder, dryRun: false },
		};
		await importFrom(desk.server.services, options, { tell: (line) => lines.push(line) });
		const { rows: made } = await desk.server.services.database.pool.query(
			"select w.title from document d join document_draft w on w.document_id = d.id where d.source like 'import:marked:%'",
		);
		expect(made.map(({ title }: { title: string }) => title)).toEqual(['第3号通告']);
		expect(JSON.stringify(lines)).toContain('标有国家秘密标志');
		expect(await isKept('密级：秘密\n附件正文。\n')).toBe(false);
	});
});
