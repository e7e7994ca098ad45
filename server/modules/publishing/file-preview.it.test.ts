import { createCanvas, PDFDocument, type SKRSContext2D } from '@napi-rs/canvas';
import ExcelJS from 'exceljs';
import { strToU8 } from 'fflate';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { paragraph, writeDocx } from '../../platform/documents/index.ts';
import { VIEW_VERSION } from '../../platform/file-view/index.ts';
import { type Desk, openDesk } from './desk.setup.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

let desk: Desk;
beforeAll(async () => {
	desk = await openDesk();
});
afterAll(() => desk.server.close());

async function published(name: string, content: Uint8Array): Promise<{ id: number; fileId: number; url: string }> {
	const id = await desk.draft({ title: '关于公布资金分配结果的通告' });
	const clerk = await desk.as('clerk');
	const [{ id: fileId }] = (await clerk.upload(`/api/documents/${id}/attachments`, [{ name, content }])).json();
	const { content: before, version } = await desk.read(id);
	await clerk.put(`/api/documents/${id}/draft`, { version, content: { ...before, attachments: [fileId] } });
	await desk.publish(id);
	return { id, fileId, url: `/d/${id}/files/${fileId}/preview` };
}

async function workbook(fill: (book: ExcelJS.Workbook) => void): Promise<Uint8Array> {
	const book = new ExcelJS.Workbook();
	fill(book);
	return new Uint8Array(await book.xlsx.writeBuffer());
}

const mainOf = (body: string) => body.split('<main')[1] ?? '';

describe('a file beside its document', () => {
	it('is led to from the page of the document, and shows its tables as they look', async () => {
		const bytes = await workbook((book) => {
			const sheet = book.addWorksheet('分配表');
			sheet.addRow(['乡镇资金分配表']);
			sheet.mergeCells('A1:C1');
			sheet.addRow(['乡镇', '金额（万元）', '下达日期']);
			sheet.addRow(['清河镇', 1234.5, new Date(Date.UTC(2026, 2, 5))]);
			sheet.getCell('B3').numFmt = '#,##0.00';
			sheet.getCell('C3').numFmt = 'yyyy-mm-dd';
			sheet.addRow(['被隐藏的行']).hidden = true;
			book.addWorksheet('被隐藏的表', { state: 'hidden' }).addRow(['底数']);
		});
		const { id, url } = await published('分配表.xlsx', bytes);
		expect((await desk.page(`/d/${id}`)).body).toContain(`href="${url}"`);
		const { status, body } = await desk.page(url);
		expect(status).toBe(200);
		expect(body).toContain('<meta name="robots" content="noindex"/>');
		const main = mainOf(body);
		expect(main).toContain('<td colSpan="3">乡镇资金分配表</td>');
		expect(main).toContain('<td>1,234.50</td><td>2026-03-05</td>');
		expect(main).not.toContain('被隐藏的行');
		expect(main).not.toContain('底数');
		expect(main).toContain(`href="/d/${id}"`);
		expect(main).not.toContain('<script');
	});

	it('shows the words of docx, csv and txt, with markup in them as text', async () => {
		const evil = '<img src=x onerror=alert(1)>甲乙丙';
		const paper = { title: '说明', blocks: [paragraph(evil)] };
		const files: [string, Uint8Array][] = [
			['说明.docx', await writeDocx(paper)],
			['说明.csv', strToU8(`项目,说明\n1,${evil}`)],
			['说明.txt', strToU8(evil)],
		];
		for (const [name, bytes] of files) {
			const main = mainOf((await desk.page((await published(name, bytes)).url)).body);
			expect(main, name).toContain('甲乙丙');
			expect(main, name).not.toContain('<img src=x');
		}
	});

	it('a sheet without end is cut, and says so', async () => {
		const rows = Array.from({ length: 2000 }, (_, at) => `第${at}行,${'很长的内容'.repeat(3)}`);
		const { url } = await published('大表.csv', strToU8(rows.join('\n')));
		const main = mainOf((await desk.page(url)).body);
		expect(main.match(/<tr>/g)).toHaveLength(300);
		expect(main).toContain('其余内容请下载原文件查看');
		expect(main.length).toBeLessThan(400_000);
	});

	it('a scan is shown page by page as pictures, and by no other file', async () => {
		const scan = new PDFDocument();
		for (let page = 0; page < 2; page += 1) {
			const canvas = createCanvas(200, 280);
			canvas.getContext('2d').fillRect(20, 20, 100, 10);
			const context = scan.beginPage(200, 280) as unknown as SKRSContext2D;
			context.drawImage(canvas, 0, 0);
			scan.endPage();
		}
		const { id, fileId, url } = await published('批复扫描件.pdf', new Uint8Array(scan.close()));
		// As the reader keeps it of a file without words (`file-view.test.ts`).
		await desk.server.services.database.pool.query(
			`insert into file_view (sha256, version, view, made_at) select sha256, $2, $3, now() from attachment where id = $1`,
			[fileId, VIEW_VERSION, JSON.stringify({ blocks: [], notes: [], pictures: 20 })],
		);
		const main = mainOf((await desk.page(url)).body);
		expect(main).toContain('文件是扫描件');
		expect(main).toContain(`src="/d/${id}/files/${fileId}/pages/2.jpg"`);
		expect(main).toContain('alt="第2页，共2页（扫描件）"');
		const picture = await desk.page(`/d/${id}/files/${fileId}/pages/2.jpg`);
		expect(picture.status).toBe(200);
		expect(picture.headers['content-type']).toBe('image/jpeg');
		for (const page of ['3.jpg', '0.jpg', 'x.jpg', '999999.jpg'])
			expect((await desk.page(`/d/${id}/files/${fileId}/pages/${page}`)).status, page).toBe(404);
		const words = await published('说明.txt', strToU8('文字'));
		expect((await desk.page(words.url.replace('preview', 'pages/1.jpg'))).status).toBe(404);
	});

	it('what cannot be shown says so and offers the file; what has no page is 404', async () => {
		const broken = await published('坏.pdf', strToU8('%PDF-1.4 nothing'));
		expect(mainOf((await desk.page(broken.url)).body)).toMatch(/不能显示|请下载原文件/);
		const ole = Buffer.alloc(4096);
		ole.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
		const old = await published('旧表.xls', ole);
		expect((await desk.page(old.url)).status).toBe(404);
		expect((await desk.page(`/d/${old.id}`)).body).not.toContain('/preview"');
	});

	it('is gone with its document, from the cache too, and back with its next publication', async () => {
		const { id, url } = await published('名单.txt', strToU8('可以公开的名单'));
		expect((await desk.page(url)).body).toContain('可以公开的名单');
		await desk.move(id, 'leader', 'withdraw', { reason: '附件内容有误' });
		const gone = await desk.page(url);
		expect(gone.status).toBe(410);
		expect(gone.body).not.toContain('可以公开的名单');
		await desk.server.settle();
		expect((await desk.page(url)).status).toBe(410);
	});

	it('of a draft, of another document, and of a file an older edition showed is 404', async () => {
		const { id, fileId, url } = await published('旧表.txt', strToU8('旧表的字'));
		const other = await published('别表.txt', strToU8('别表的字'));
		expect((await desk.page(`/d/${other.id}/files/${fileId}/preview`)).status).toBe(404);
		await desk.move(id, 'clerk', 'amend', { note: '附件有误，更换附件' });
		const clerk = await desk.as('clerk');
		const next = { name: '新表.txt', content: strToU8('新表的字') };
		const [coming] = (await clerk.upload(`/api/documents/${id}/attachments`, [next])).json();
		const { content, version } = await desk.read(id);
		const change = { attachments: [coming.id], changeNote: '附件有误，更换附件' };
		await clerk.put(`/api/documents/${id}/draft`, { version, content: { ...content, ...change } });
		expect((await desk.page(`/d/${id}/files/${coming.id}/preview`)).status).toBe(404);
		expect((await desk.page(url)).body).toContain('旧表的字');
		await desk.publish(id);
		expect((await desk.page(url)).status).toBe(404);
		expect((await desk.page(`/d/${id}/files/${coming.id}/preview`)).body).toContain('新表的字');
	});

	it('is read once and kept by its content', async () => {
		const { url } = await published('一次.txt', strToU8('只读一次的字'));
		await desk.page(url);
		const pool = desk.server.services.database.pool;
		const { rows } = await pool.query(`select version from file_view where view::text like '%只读一次的字%'`);
		expect(rows).toHaveLength(1);
	});
});
