import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderDocx, renderHtml } from 'annual-report/render';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../../test/app.ts';
import { type Desks, must, openYear, sitDown, startReport } from '../../../test/filing.ts';
import { type Browser, type County, makeCounty, signIn, type UploadFile } from '../../../test/fixtures.ts';
import { assemble } from './compile/assemble.ts';
import { countCells } from './compile/count.ts';
import type { HandFigure } from './model.ts';
import { documentOf } from './narrative/document.ts';
import { readFilesApart } from './reader/read.ts';

let server: TestApp;
let county: County;
let desks: Desks;

beforeAll(async () => {
	server = await createTestApp('2026-01-12T02:00:00Z');
	county = await makeCounty(server);
	desks = await sitDown(server);
});
afterAll(async () => {
	await server?.close();
});

describe('offices and years at one glance', () => {
	it('holds the newest reading of each and a gap where there is none, for the own office only', async () => {
		const page = (year: number, carried: number) => renderHtml(outsideDocument(year, carried), { page: true });
		const send = async (year: number, carried: number) =>
			(
				await desks.countyOfficer.upload('/api/outside-reports', [
					{ name: `${year}.html`, content: page(year, carried) },
				])
			).json().ids[0];
		await send(2022, 1);
		const newest = await send(2022, 2);
		const latest = await send(2024, 3);
		const { years, rows } = (await desks.countyOfficer.get('/api/outside-reports/matrix')).json();
		expect(years).toEqual(expect.arrayContaining([2022, 2024]));
		const own = rows.find(({ organ }: { organ: string }) => organ === '柳溪镇人民政府');
		expect(own.cells.map((cell: { id: number } | null) => cell?.id ?? null)).toEqual(
			years.map((year: number) => (year === 2022 ? newest : year === 2024 ? latest : null)),
		);
		const clerk = (await desks.clerk.get('/api/outside-reports/matrix')).json();
		expect(JSON.stringify(clerk)).not.toContain(`"id":${newest}`);
	});
});

/** About half of each text is the other's too. */
const COMMON =
	'本年度围绕中心工作，及时发布与群众生产生活密切相关的各类信息，建立健全信息发布审核制度，明确专人负责日常维护。';
const LIUXI =
	'先后整理渠道清淤、林地承包、校舍维修三类材料，在村务栏和便民大厅张贴，接待来访咨询并逐件登记，留存影像备查。';
const SHIQIAO =
	'集中公示危桥改造招标结果，邀请老党员旁听预算说明会，印发防汛明白卡入户发放，组织网格员学习文书格式与送达要求。';

/** A report of 柳溪镇 for 2024 with three applications carried over, as another program would have made it. */
function outsideDocument(year = 2024, carried = 3) {
	const normative = { made: [], repealed: [], valid: [] };
	const raw = { table3: {}, table4: {}, registers: {}, normative, published: [] };
	const at = new Date('2025-01-20T02:00:00Z');
	const hand = (address: string, value: number): [string, HandFigure] => [
		address,
		{ address, action: 'override', value, computed: 0, ground: '手工统计', personName: '张三', at },
	];
	const hands = new Map([
		hand('t3.new.natural', carried + 2),
		hand('t3.granted.natural', 2),
		hand('t3.carried_out.natural', carried),
		hand('t2.license.decisions', 8),
		hand('t2.punish.decisions', 0),
		hand('t2.force.decisions', 0),
		hand('t2.fee.wan', 0),
	]);
	const cells = assemble('2021', countCells('2021', raw), hands, null);
	const sections = new Map([
		[0 as const, { text: '根据《中华人民共和国政府信息公开条例》编制本报告。' }],
		[1 as const, { text: `本年度收到政府信息公开申请${carried + 2}件。` }],
		[5 as const, { text: '', problems: [{ problem: '栏目更新慢。', measure: '按季度检查。' }] }],
		[6 as const, { text: '本年度没有收取信息处理费。' }],
	]);
	return documentOf({
		form: '2021',
		year,
		officeName: '柳溪镇人民政府',
		cells,
		sections,
		facts: new Map(),
		signedOn: `${year + 1}-01-20`,
	});
}

async function read(files: UploadFile[], by: Browser = desks.clerk): Promise<number[]> {
	const answer = await by.upload('/api/outside-reports', files);
	expect(answer.statusCode, answer.body).toBe(200);
	return answer.json().ids;
}

async function result(id: number | undefined, by: Browser = desks.clerk) {
	const answer = await by.get(`/api/outside-reports/${id}`);
	expect(answer.statusCode, answer.body).toBe(200);
	return answer.json();
}

describe('a report from elsewhere', () => {
	let docx: Uint8Array;
	beforeAll(async () => {
		docx = await renderDocx(outsideDocument());
	});

	it('is read cell by cell, each with its place in the source', async () => {
		const [id] = await read([{ name: '柳溪镇2024年度报告.docx', content: docx }]);
		const found = await result(id);
		expect(found).toMatchObject({ state: 'read', organ: '柳溪镇人民政府', year: 2024, form: '2021', period: null });
		expect(found.cells['t3.new.natural']).toMatchObject({ value: 5, state: 'number', raw: '5' });
		expect(found.cells['t3.carried_out.total']).toMatchObject({ value: 3 });
		expect(found.cells['t3.new.natural'].at).toBeDefined();
		expect(found.lines.length).toBeGreaterThan(30);
		expect(found.findings.filter((one: { severity: string }) => one.severity === 'error')).toEqual([]);
		expect(found.notChecked.length).toBeGreaterThan(0);
	});

	it('with a figure that cannot be is found out, at its place', async () => {
		const html = renderHtml(outsideDocument(), { page: true }).replace('申请5件', '申请9件');
		const found = await result((await read([{ name: '报告.html', content: html }]))[0]);
		const finding = found.findings.find((one: { rule: string }) => one.rule === 'N-REQ');
		expect(finding).toMatchObject({ severity: 'error', cells: ['t3.new.total'] });
		expect(finding.at).toBeDefined();
	});

	it('sees the others of one upload: last year’s carry-over against this year’s', async () => {
		const next = renderHtml(outsideDocument(2025, 4), { page: true });
		const last = renderHtml(outsideDocument(2024, 3), { page: true });
		const together = await read([
			{ name: 'a.html', content: next },
			{ name: 'b.html', content: last },
		]);
		const findings = (await result(together[0])).findings;
		expect(findings.some((one: { rule: string }) => one.rule === 'T3-CARRY')).toBe(true);
		const alone = await result((await read([{ name: 'a.html', content: next }]))[0]);
		expect(alone.findings.some((one: { rule: string }) => one.rule === 'T3-CARRY')).toBe(false);
	});

	it('is doubted from where the county says on: 雷同 and too many normative documents are bounds of ours', async () => {
		const text = (office: string, of: string) =>
			`${office}2024年政府信息公开工作年度报告\n一、总体情况\n${COMMON}${of}\n`;
		const alike = async () => {
			const ids = await read([
				{ name: 'a.txt', content: text('柳溪镇人民政府', LIUXI) },
				{ name: 'b.txt', content: text('石桥镇人民政府', SHIQIAO) },
			]);
			const { findings } = await result(ids[0]);
			return findings.some(({ rule }: { rule: string }) => rule === 'N-SIM');
		};
		const bound = async (similarity: number) => {
			const { since } = (await desks.countyOfficer.get('/api/settings')).json().audit;
			const answer = await desks.countyOfficer.put('/api/settings/audit', { value: { similarity }, since });
			expect(answer.statusCode, answer.body).toBe(200);
		};
		expect(await alike()).toBe(false);
		await bound(30);
		expect(await alike()).toBe(true);
		await bound(100);
		expect(await alike()).toBe(false);
		await bound(70);
	});

	it('is given back as it came', async () => {
		const [id] = await read([{ name: '原件.docx', content: docx }]);
		const file = await desks.clerk.get(`/api/outside-reports/${id}/file`);
		expect(new Uint8Array(file.rawPayload)).toEqual(new Uint8Array(docx));
	});

	it('is listed with its findings counted, newest first', async () => {
		const { rows, total } = (await desks.clerk.get('/api/outside-reports?pageSize=2')).json();
		expect(rows).toHaveLength(2);
		expect(total).toBeGreaterThan(2);
		expect(rows[0].id).toBeGreaterThan(rows[1].id);
		expect(rows[0]).toMatchObject({ fileName: '原件.docx', errors: 0, personName: '林晓' });
	});
});

describe('a file that is none', () => {
	it('gets one clear Chinese sentence, and the others of the upload are read', async () => {
		const whole = await renderDocx(outsideDocument());
		const bad = [
			{ name: '程序.docx', content: 'MZ\u0090\u0000\u0003 This program cannot be run in DOS mode.' },
			{ name: '空.txt', content: '' },
			{ name: '半截.docx', content: whole.slice(0, 2000) },
			{ name: '乱码.pdf', content: '%PDF-1.7 nothing of the kind' },
		];
		const ids = await read([...bad, { name: '好的.docx', content: whole }]);
		for (const id of ids.slice(0, -1)) {
			const found = await result(id);
			expect(found).toMatchObject({ state: 'failed', cells: {}, findings: [], lines: [] });
			expect(found.failure, found.fileName).toMatch(/^[^\n]*\p{Script=Han}{4}[^\n]{1,80}。$/u);
		}
		expect((await result(ids.at(-1))).state).toBe('read');
	});

	it('holds the reader no longer than its limits', async () => {
		const path = join(server.services.config.dataDir, 'slow.txt');
		writeFileSync(path, '政府信息公开工作年度报告\n'.repeat(1000));
		const started = Date.now();
		expect(await readFilesApart([{ path, fileName: 'slow.txt' }], { timeoutMs: 1 })).toEqual([
			[
				{
					fileName: 'slow.txt',
					answer: { failure: '文件内容过于复杂，读取超时；请另存为 .docx 或者 .txt 后重试。' },
				},
			],
		]);
		expect(Date.now() - started).toBeLessThan(15_000);
	});

	it('in an archive of reports is told by its name; the others are read and compared', async () => {
		const docx = await renderDocx(outsideDocument());
		const earlier = await renderDocx(outsideDocument(2023, 5));
		const archive = zipSync({ '2024.docx': docx, '2023.docx': earlier, '空.txt': new Uint8Array() });
		const ids = await read([{ name: '历年.zip', content: archive }]);
		const found = await Promise.all(ids.map((id) => result(id)));
		expect(found.map(({ fileName, state }) => [fileName, state])).toEqual([
			['历年.zip!/2024.docx', 'read'],
			['历年.zip!/2023.docx', 'read'],
			['历年.zip!/空.txt', 'failed'],
		]);
		// Five carried over by 2023, none taken up by 2024: only beside each other can that be seen.
		const rules = found[0].findings.map(({ rule }: { rule: string }) => rule);
		expect(rules).toContain('T3-CARRY');
	});

	it('is asked for when none was chosen', async () => {
		expect((await desks.clerk.upload('/api/outside-reports', [])).statusCode).toBe(422);
	});
});

describe('as last year’s report', () => {
	it('it gives this year its carry-over, and where it was taken from', async () => {
		await openYear(desks.countyOfficer, 2025);
		const id = await startReport(desks.clerk, 2025);
		const carried = async () => (await desks.clerk.get(`/api/reports/${id}`)).json().cells['t3.carried_in.natural'];
		expect(await carried()).toMatchObject({ value: 0, basis: '申请登记簿' });
		const [outside] = await read([{ name: '2024年报.docx', content: await renderDocx(outsideDocument()) }]);
		const adopt = (body: object, by = desks.clerk) => by.post(`/api/outside-reports/${outside}/adopt`, body);
		expect((await adopt({ year: 2023 })).json().issues[0]).toMatchObject({ field: 'year' });
		await must(adopt({ year: 2024 }));
		expect(await carried()).toMatchObject({ value: 3, computed: 3 });
		expect((await carried()).basis).toContain('取自导入的2024年度报告（2024年报.docx）');
		expect((await result(outside)).adoptedFor).toEqual([{ officeId: county.townshipA.id, year: 2024 }]);
		const rules = (await desks.clerk.get(`/api/reports/${id}`))
			.json()
			.findings.map((one: { rule: string }) => one.rule);
		expect(rules).toContain('T3-REG');
	});

	it('only its own office, or the county for any, may name it', async () => {
		const [outside] = await read([{ name: 'x.docx', content: await renderDocx(outsideDocument()) }]);
		const other = await signIn(server, 'clerkB');
		expect((await other.post(`/api/outside-reports/${outside}/adopt`, { year: 2024 })).statusCode).toBe(404);
		const body = { year: 2024, officeId: county.townshipB.id };
		expect((await desks.clerk.post(`/api/outside-reports/${outside}/adopt`, body)).statusCode).toBe(404);
		await must(desks.countyOfficer.post(`/api/outside-reports/${outside}/adopt`, body));
	});

	it('a narrative without tables is none', async () => {
		const [outside] = await read([
			{ name: '叙述.txt', content: '柳溪镇2024年政府信息公开工作年度报告\n一、概述\n全年工作平稳。' },
		]);
		expect((await desks.clerk.post(`/api/outside-reports/${outside}/adopt`, { year: 2024 })).statusCode).toBe(409);
	});
});

describe('who may', () => {
	it.each([
		['clerk', 200],
		['reviewer', 200],
		['leader', 200],
		['countyOfficer', 200],
		['secrecyReviewer', 403],
		['administrator', 403],
	] as const)('%s: %i', async (key, code) => {
		expect((await (await signIn(server, key)).get('/api/outside-reports')).statusCode).toBe(code);
	});

	it('another office’s files are not found', async () => {
		const [id] = await read([{ name: 'x.txt', content: '柳溪镇2024年政府信息公开工作年度报告\n一、总体情况\n正文。' }]);
		const other = await signIn(server, 'clerkB');
		expect((await other.get(`/api/outside-reports/${id}`)).statusCode).toBe(404);
		expect((await other.get(`/api/outside-reports/${id}/file`)).statusCode).toBe(404);
		expect((await other.get('/api/outside-reports')).json().total).toBe(0);
		expect((await desks.countyOfficer.get(`/api/outside-reports/${id}`)).statusCode).toBe(200);
	});
});
