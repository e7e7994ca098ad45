import {
	existsSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	readlinkSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MODULES } from '../../compose.ts';
import { type Desk, openDesk } from '../../modules/publishing/desk.setup.ts';
import { type ExportSummary, verifyRelease, writeSite } from './index.ts';

const PUBLIC_URL = 'https://zwgk.example';
const DYNAMIC_URL = 'https://ask.example';
const SECRET = '鸢尾花渡口';

let desk: Desk;
let folder: string;
const ids: number[] = [];

beforeAll(async () => {
	desk = await openDesk(undefined, { PUBLIC_URL, DYNAMIC_URL });
	folder = mkdtempSync(join(tmpdir(), 'gongkai-site-'));
	const columnId = await desk.column('news');
	for (let at = 1; at <= 24; at += 1) {
		const title = at === 12 ? `${SECRET}动态` : `防汛动态第${at}期`;
		const id = await desk.draft({ columnId, type: 'activity', title, summary: title });
		if (at === 12) await attach(id);
		await desk.publish(id);
		ids.push(id);
	}
	await desk.draft({ title: '尚未公开的草稿标题' });
	await desk.server.settle();
}, 120_000);
afterAll(async () => {
	rmSync(folder, { recursive: true, force: true });
	await desk.server.close();
});

/** A file beside a document, which is shown on a page of its own. */
let fileId: number;
async function attach(id: number): Promise<void> {
	const clerk = await desk.as('clerk');
	const file = { name: `${SECRET}.txt`, content: Buffer.from(`${SECRET}的安排`) };
	[{ id: fileId }] = (await clerk.upload(`/api/documents/${id}/attachments`, [file])).json();
	const { content, version } = await desk.read(id);
	await clerk.put(`/api/documents/${id}/draft`, { version, content: { ...content, attachments: [fileId] } });
}

const write = async (full = false): Promise<ExportSummary> =>
	await writeSite(MODULES, desk.server.services, { folder, full });
const current = () => join(folder, 'current');
const manifest = () =>
	readFileSync(join(current(), 'manifest.tsv'), 'utf8')
		.split('\n')
		.slice(1)
		.filter(Boolean)
		.map((line) => {
			const [sha256 = '', size = '', mediaType = '', file = '', address = ''] = line.split('\t');
			return { sha256, size: Number(size), mediaType, file, address };
		});
const read = (file: string) => readFileSync(join(current(), file), 'utf8');
const filesWith = (text: string) =>
	readdirSync(current(), { recursive: true, encoding: 'utf8' }).filter(
		(name) => statSync(join(current(), name)).isFile() && readFileSync(join(current(), name)).includes(text),
	);

/** Until no transaction is open that began before the last change: another database of the cluster may hold one. */
async function allEnded(): Promise<void> {
	const { pool } = desk.server.services.database;
	await expect
		.poll(
			async () => {
				const { rows } = await pool.query(
					'select bool_and(transaction < pg_snapshot_xmin(pg_current_snapshot())) as ended from page_drop',
				);
				return rows[0].ended;
			},
			{ timeout: 120_000 },
		)
		.toBe(true);
}

describe('the site as files', () => {
	it('has every page as the server sends it, byte for byte', async () => {
		const summary = await write();
		expect(summary.dead).toEqual([]);
		const files = manifest();
		expect(files.length).toBeGreaterThan(150);
		for (const { file, address } of files) {
			const served = await desk.server.inject({ url: address, headers: { 'accept-encoding': 'identity' } });
			expect(served.rawPayload.equals(readFileSync(join(current(), file))), address).toBe(true);
		}
		const addresses = files.map(({ address }) => address);
		for (const wanted of [
			'/',
			`/d/${ids[0]}`,
			`/elder/d/${ids[0]}`,
			`/d/${ids[11]}/files/${fileId}/preview`,
			`/elder/d/${ids[11]}/files/${fileId}/preview`,
			'/o/liuxi/c/news/page/2',
			'/feed.xml',
			'/sitemap.xml',
			'/sitemaps/1.xml',
			'/robots.txt',
			'/catalog',
			'/reports',
		])
			expect(addresses).toContain(wanted);
		expect(filesWith('尚未公开的草稿标题')).toEqual([]);
	}, 240_000);

	it('leads to the server for search, forms and questions, and for nothing else', () => {
		const page = read(`pages/d/${ids[0]}.html`);
		expect(page).toContain(`action="${DYNAMIC_URL}/search"`);
		expect(read('pages/apply.html')).toContain(`href="${DYNAMIC_URL}/apply/liuxi"`);
		const ways = new Set(
			manifest()
				.filter(({ mediaType }) => mediaType.startsWith('text/html'))
				.flatMap(({ file }) =>
					[...read(file).matchAll(/ (?:href|action)="https:\/\/ask\.example(\/[^"]*)"/g)].map(
						(match) => match[1] ?? '',
					),
				),
		);
		for (const way of ways)
			expect(way).toMatch(
				/^(?:\/elder|\/contrast|\/hant)?\/(?:search|ask|apply\/|query|consult|voice\/(?:new|query)|verify|subscribe$|workbench|surveys|normative$|d\/\d+\/reads\.json$|[^"]*\?)/,
			);
		// No file stands where the server answers.
		expect(manifest().filter(({ address }) => /^\/(?:search|query|verify)|reads\.json/.test(address))).toEqual([]);
	});

	it('written again with nothing changed is the same files, not copies', async () => {
		const inode = () => statSync(join(current(), `pages/d/${ids[3]}.html`)).ino;
		const before = { inode: inode(), release: readlinkSync(current()) };
		const older = join(folder, before.release);
		const summary = await write();
		expect([summary.changed, summary.removed]).toEqual([0, 0]);
		expect(readlinkSync(current())).not.toBe(before.release);
		expect(inode()).toBe(before.inode);
		// It may hold what is withdrawn later.
		expect(existsSync(older)).toBe(false);
		expect((await verifyRelease(current())).wrong).toEqual([]);
	}, 240_000);

	it('holds nothing of what was withdrawn, but its 410', async () => {
		expect(filesWith(SECRET).length).toBeGreaterThan(5);
		expect(filesWith('鳶尾花渡口').length).toBeGreaterThan(3);
		const id = ids[11];
		expect(read(`pages/d/${id}/files/${fileId}/preview.html`)).toContain(`${SECRET}的安排`);
		await desk.move(Number(id), 'leader', 'withdraw', { reason: '内容有误，正在核实' });
		const summary = await write();
		expect(filesWith(SECRET)).toEqual([]);
		expect(filesWith('鳶尾花渡口')).toEqual([]);
		expect(read(`pages/_gone/d/${id}.html`)).toContain('内容有误，正在核实');
		expect(manifest().some(({ file }) => file === `pages/d/${id}.html`)).toBe(false);
		// Its neighbours, its lists and what counts it; not the other documents.
		expect(summary.changed).toBeLessThan(manifest().length / 2);
		expect((await verifyRelease(current())).wrong).toEqual([]);
	}, 240_000);

	it('shows a new document in its lists and beside its neighbours', async () => {
		const columnId = await desk.column('news');
		const id = await desk.draft({ columnId, type: 'activity', title: '新发布的动态', summary: '新' });
		await desk.publish(id);
		await write();
		for (const file of [
			`pages/d/${id}.html`,
			'pages/o/liuxi/c/news.html',
			'pages/index.html',
			'pages/feed.xml',
			`pages/d/${ids[23]}.html`,
			`pages/contrast/d/${ids[22]}.html`,
		])
			expect(read(file), file).toContain('新发布的动态');
		expect(read(`pages/d/${ids[5]}.html`)).not.toContain('新发布的动态');
	}, 240_000);

	it('that breaks off leaves the site as it was', async () => {
		const before = readlinkSync(current());
		const { services } = desk.server;
		await services.database.pool.query(`alter table guide_edition rename to guide_edition_away`);
		await expect(write(true)).rejects.toThrow();
		await services.database.pool.query(`alter table guide_edition_away rename to guide_edition`);
		expect(readlinkSync(current())).toBe(before);
		expect(readdirSync(join(folder, 'releases')).filter((name) => name.endsWith('.part'))).toEqual([]);
		expect((await verifyRelease(current())).wrong).toEqual([]);
	}, 240_000);

	it('begins anew when it cannot know what changed: another database behind it, or too long ago', async () => {
		const { pool } = desk.server.services.database;
		await allEnded();
		await write();
		expect((await write()).rendered).toBeLessThan(60);
		// As after a restore from a backup that is older than the last export.
		await pool.query('delete from page_drop where id = (select max(id) from page_drop)');
		expect((await write()).rendered).toBeGreaterThan(150);
		expect((await write()).rendered).toBeLessThan(60);
		desk.server.clock.set('2026-07-20T01:00:00Z');
		expect((await write()).rendered).toBeGreaterThan(150);
		desk.server.clock.set('2026-06-01T01:00:00Z');
	}, 240_000);

	it('tells which file somebody changed', async () => {
		const path = join(current(), `pages/d/${ids[1]}.html`);
		const kept = readFileSync(path);
		writeFileSync(path, '<p>改过的</p>');
		expect((await verifyRelease(current())).wrong).toEqual([`pages/d/${ids[1]}.html`]);
		writeFileSync(path, kept);
	});
});

it('without its two addresses is not written', async () => {
	const services = { ...desk.server.services, config: { ...desk.server.services.config, dynamicUrl: undefined } };
	await expect(writeSite(MODULES, services, { folder, full: false })).rejects.toMatchObject({
		userMessage: expect.stringContaining('DYNAMIC_URL'),
	});
});
