import { readReport } from 'annual-report';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../../test/app.ts';
import { type Desks, must, openYear, publishedReport, signedReport, sitDown } from '../../../test/filing.ts';
import { type County, makeCounty } from '../../../test/fixtures.ts';
import { transact } from '../../platform/transaction.ts';

let server: TestApp;
let county: County;
let desks: Desks;

beforeAll(async () => {
	server = await createTestApp('2026-01-12T02:00:00Z');
	county = await makeCounty(server);
	desks = await sitDown(server);
	for (const year of [2023, 2024, 2025]) await openYear(desks.countyOfficer, year);
	await must(desks.clerk.post('/api/registers/entries', { kind: 'license', day: '2024-05-06', quantity: 17 }));
	await publishedReport(desks, 2024);
	await signedReport(desks, 2025);
});
afterAll(async () => {
	await server?.close();
});

async function page(url: string) {
	const answer = await server.inject({ method: 'GET', url });
	return { code: answer.statusCode, html: answer.body, headers: answer.headers };
}

const REPORT = '/o/liuxi/reports/2024';

describe('the page of a report', () => {
	it('shows six sections, the official tables and what was signed', async () => {
		const { code, html } = await page(REPORT);
		expect(code).toBe(200);
		expect(html).toContain('柳溪镇人民政府2024年政府信息公开工作年度报告');
		for (const heading of ['一、总体情况', '六、其他需要报告的事项']) expect(html).toContain(heading);
		expect(html.match(/<table/g)).toHaveLength(3);
		expect(html).toMatch(/data-address="t2\.license\.decisions"[^>]*>17</);
		expect(html).not.toContain('<script');
	});

	it('holds the same figures once more as a list, for a narrow screen', async () => {
		const { html } = await page(REPORT);
		expect(html.match(/class="report-phone"/g)).toHaveLength(3);
		expect(html).toContain('<dd>17 件</dd>');
		expect(html.match(/<details/g)).toHaveLength(25);
	});

	it('carries the page tags and can be cached until something changes', async () => {
		const { html, headers } = await page(REPORT);
		expect(html).toContain('name="ArticleTitle"');
		expect(html).toContain('name="ContentSource" content="柳溪镇人民政府"');
		const again = await server.inject({
			method: 'GET',
			url: REPORT,
			headers: { 'if-none-match': String(headers.etag) },
		});
		expect(again.statusCode).toBe(304);
	});

	it('reads back by the library to the signed cells, tables and all', async () => {
		const { html } = await page(REPORT);
		const read = await readReport(new TextEncoder().encode(html), 'page.html');
		expect(read).toMatchObject({ form: '2021', year: 2024 });
		expect(read.cells['t2.license.decisions']?.value).toBe(17);
		expect(read.cells['t3.total.total']?.value).toBe(0);
		expect(Object.values(read.cells).filter((cell) => cell.state !== 'number')).toEqual([]);
	});

	it.each([
		['docx', 'wordprocessingml'],
		['xlsx', 'spreadsheetml'],
		['csv', 'text/csv'],
		['json', 'application/json'],
		['html', 'text/html'],
	])('offers %s to everybody', async (format, kind) => {
		const { code, headers } = await page(`${REPORT}/report.${format}`);
		expect(code).toBe(200);
		expect(headers['content-type']).toContain(kind);
		expect(decodeURIComponent(String(headers['content-disposition']))).toContain(`年度报告.${format}`);
		expect((await page(REPORT)).html).toContain(`href="${REPORT}/report.${format}"`);
	});
});

describe('what is not published', () => {
	it.each([
		'/o/liuxi/reports/2025',
		'/o/liuxi/reports/2025/report.docx',
		'/o/liuxi/reports/2023',
		'/o/liuxi/reports/abcd',
		'/o/nowhere/reports',
		'/o/liuxi/reports/2024/report.exe',
	])('%s is not there', async (url) => {
		expect((await page(url)).code).toBe(404);
	});

	it('stands in no list', async () => {
		const { html } = await page('/o/liuxi/reports');
		expect(html).toContain('/o/liuxi/reports/2024');
		expect(html).not.toContain('/o/liuxi/reports/2025');
	});
});

describe('the lists', () => {
	it('by year begin with the newest and name the offices by kind', async () => {
		const { html } = await page('/reports');
		expect(html).toContain('2024年度：乡镇（街道）');
		expect((await page('/reports?year=2023')).html).not.toContain('/o/liuxi/reports/2024');
		expect((await page('/reports?year=20x4')).code).toBe(404);
	});

	it('of an office without reports say so', async () => {
		expect((await page('/o/shiqiao/reports')).html).toContain('本机关还没有公布年度报告');
	});

	it('of an office that moved lead to its new address', async () => {
		await transact(server.as({ kind: 'system', name: '测试' }), async (tx) => {
			await tx.sql
				.withTables<{ office_old_slug: { slug: string; office_id: number; until: string } }>()
				.insertInto('office_old_slug')
				.values({ slug: 'liuxi-old', office_id: county.townshipA.id, until: '2025-01-01' })
				.execute();
		});
		const answer = await server.inject({ method: 'GET', url: '/o/liuxi-old/reports/2024' });
		expect([answer.statusCode, answer.headers.location]).toEqual([301, '/o/liuxi/reports/2024']);
	});
});

it('a correction takes the place of what it corrects, says why, and the cached page goes', async () => {
	expect((await page(REPORT)).html).not.toContain('更正版');
	const [row] = (await desks.clerk.get('/api/reports?year=2024')).json().rows;
	await must(desks.clerk.post('/api/registers/entries', { kind: 'license', day: '2024-08-08', quantity: 3 }));
	const { id } = (await desks.clerk.post(`/api/reports/${row.id}/correct`, { reason: '行政许可漏计3件' })).json();
	await must(desks.reviewer.post(`/api/reports/${id}/review`, {}));
	await must(desks.leader.post(`/api/reports/${id}/signOff`, {}));
	await must(desks.clerk.post(`/api/reports/${id}/submit`, {}));
	await must(desks.countyOfficer.post(`/api/reports/${id}/accept`, {}));
	expect((await page(REPORT)).html).toMatch(/data-address="t2\.license\.decisions"[^>]*>17</);
	await must(desks.leader.post(`/api/reports/${id}/publish`, {}));
	const { html } = await page(REPORT);
	expect(html).toContain('更正原因：行政许可漏计3件');
	expect(html).toContain('此前版本发布日期：2026-01-12');
	expect(html).toMatch(/data-address="t2\.license\.decisions"[^>]*>20</);
	expect((await page('/o/liuxi/reports')).html).toContain('（更正版）');
});
