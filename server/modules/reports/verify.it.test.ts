import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cleanReport } from '../../../annual-report/fixtures/audit/base.ts';
import { renderDocx, renderHtml, renderInputOf } from '../../../annual-report/src/render/index.ts';
import { createTestApp, type TestApp } from '../../../test/app.ts';
import { everythingIn } from '../../../test/everything.ts';
import { makeCounty, multipart } from '../../../test/fixtures.ts';

let server: TestApp;
let docx: Uint8Array;
const SECRET = '此句只在上传的文件里';

beforeAll(async () => {
	server = await createTestApp();
	await makeCounty(server);
	await server.settle();
	const report = cleanReport('2021');
	docx = await renderDocx(renderInputOf(report));
});
afterAll(() => server?.close());

let address = 0;
async function verify(name: string, content: Uint8Array | string) {
	const { body, type } = multipart([{ field: 'file', name, content }], {});
	address++;
	return await server.inject({
		method: 'POST',
		url: '/verify',
		remoteAddress: `10.9.0.${address}`,
		headers: { 'content-type': type },
		payload: body,
	});
}

/** Every file below the data folder. */
function filesOf(folder: string): string[] {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name));
}

describe('anybody may have a report checked', () => {
	it('by a form that needs no script', async () => {
		const { body, statusCode } = await server.inject({ url: '/verify' });
		expect(statusCode).toBe(200);
		expect(body).toMatch(/enctype="multipart\/form-data"/i);
		expect(body).not.toContain('<script');
		expect((await server.inject({ url: '/reports' })).body).toContain('href="/verify"');
	});

	it('a sound report shows its tables and no error', async () => {
		const { body, statusCode } = await verify('年报.docx', docx);
		expect(statusCode).toBe(200);
		expect(body).toContain('2021年格式');
		expect(body).toMatch(/错误0处/);
		expect(body).toContain('data-address="t3.new.natural"');
	});

	it('one wrong figure is named', async () => {
		const report = cleanReport('2021');
		const cell = report.cells['t3.granted.natural'];
		if (cell) report.cells['t3.granted.natural'] = { ...cell, value: 99, raw: '99' };
		const { body } = await verify('年报.html', renderHtml(renderInputOf(report)));
		expect(body).toMatch(/<strong>错误<\/strong>/);
		expect(body).toContain('予以公开');
	});

	it('what cannot be read says why, and the form stays a step away', async () => {
		const { body, statusCode } = await verify('年报.docx', 'MZ a program');
		expect(statusCode).toBe(200);
		expect(body).toContain('这是一个可执行程序');
		expect(body).toContain('href="/verify"');
	});

	it('no file, or one too large: the form with a sentence beside it', async () => {
		const none = await verify('', '');
		expect(none.statusCode).toBe(422);
		expect(none.body).toContain('请选择要核验的年度报告文件。');
		const large = await verify('大.txt', new Uint8Array(10 * 1024 * 1024 + 1));
		expect(large.statusCode).toBe(422);
		expect(large.body).toContain('文件超过10 MB');
	});

	it('an archive is taken apart', async () => {
		const { body } = await verify('各镇.zip', zipSync({ 'a.docx': docx, 'b.txt': strToU8('') }));
		expect(body).toContain('各镇.zip!/a.docx');
		expect(body).toContain('这个文件是空的');
	});

	it('text that looks like markup is shown as text', async () => {
		const { body } = await verify('<img src=x>.txt', `<script>alert(1)</script>${SECRET}`.repeat(3));
		expect(body).not.toContain('<script>alert');
		expect(body).not.toContain('<img src=x>');
	});
});

describe('nothing is kept', () => {
	it('no row, no file, no cached page', async () => {
		const { url } = server.services.database;
		const folder = server.services.config.dataDir;
		const [rows, files] = [await everythingIn(url), filesOf(folder)];
		const { body, headers } = await verify('秘密.txt', `${SECRET}\n一、总体情况\n`);
		expect(body).toContain('秘密.txt');
		expect(headers['cache-control']).toBe('no-store');
		expect(await everythingIn(url)).toEqual(rows);
		expect(filesOf(folder)).toEqual(files);
		expect((await server.inject({ url: '/verify' })).body).not.toContain('秘密');
	});

	it('more than a few a minute from one place are turned away', async () => {
		const { body, type } = multipart([{ field: 'file', name: 'a.txt', content: '' }], {});
		const send = () =>
			server.inject({
				method: 'POST',
				url: '/verify',
				remoteAddress: '10.8.0.1',
				headers: { 'content-type': type },
				payload: body,
			});
		const codes = [];
		for (let i = 0; i < 12; i++) codes.push((await send()).statusCode);
		expect(codes.filter((code) => code === 429)).toHaveLength(2);
	});
});
