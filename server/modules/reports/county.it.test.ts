import { createHash } from 'node:crypto';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cleanReport } from '../../../annual-report/fixtures/audit/base.ts';
import { renderHtml, renderInputOf } from '../../../annual-report/src/render/index.ts';
import { createTestApp, type TestApp } from '../../../test/app.ts';
import { readDocx } from '../../../test/docx.ts';
import {
	type Desks,
	must,
	openYear,
	reportZeros,
	signedReport,
	sitDown,
	startReport,
	writeSections,
} from '../../../test/filing.ts';
import { type Browser, type County, hashOfPassword, makeCounty, signIn } from '../../../test/fixtures.ts';
import type { Role } from '../../kernel/permissions.ts';
import { transact } from '../../platform/transaction.ts';
import { assignRole, createPerson } from '../offices/index.ts';

/** Article 49: the county tells of the whole county; what its offices signed is added up, never typed again. */
const YEAR = 2024;
let server: TestApp;
let county: County;
let desks: Desks;
/** People of the county's own office. */
const hands = {} as Record<'writer' | 'reviewer' | 'leader', Browser>;
let reportId: number;
let townshipReport: number;

interface Cell {
	value: number | null;
	computed: number | null;
	madeUpOf: { own: number | null; units: { officeId: number; value: number | null; joint: number }[] };
}
const view = async () => (await hands.writer.get(`/api/reports/${reportId}`)).json();
const cellAt = async (address: string): Promise<Cell> => (await view()).cells[address];
const opened = async (address: string) => (await hands.writer.get(`/api/reports/${reportId}/cells/${address}`)).json();

beforeAll(async () => {
	server = await createTestApp('2025-01-12T02:00:00Z');
	county = await makeCounty(server);
	desks = await sitDown(server);
	await openYear(desks.countyOfficer, YEAR);
	await seat('writer', '白露', 'clerk');
	await seat('reviewer', '丁香', 'reviewer');
	await seat('leader', '申禾', 'leader');
	const license = { kind: 'license', day: `${YEAR}-05-06`, quantity: '7', fields: {}, note: '' };
	await must(desks.clerk.post('/api/registers/entries', license));
	townshipReport = await signedReport(desks, YEAR);
	await adoptedForB();
	await reportZeros(hands.writer, YEAR);
	reportId = await startReport(hands.writer, YEAR);
});
afterAll(() => server?.close());

async function seat(key: keyof typeof hands, name: string, role: Role): Promise<void> {
	const loginName = `county${key}`;
	const passwordHash = await hashOfPassword();
	await transact(server.as({ kind: 'system', name: '测试' }, 'test.seat'), async (tx) => {
		const personId = await createPerson(tx, { loginName, name, passwordHash, mustChangePassword: false });
		await assignRole(tx, { personId, officeId: county.county.id, role, from: '2020-01-01' });
	});
	hands[key] = await signIn(server, loginName);
}

/** Township B filed on paper: its report comes as a file. 12 licences, 3 applications of natural persons. */
async function adoptedForB(): Promise<void> {
	const report = cleanReport('2021');
	const set = (address: string, value: number) => {
		report.cells[address] = { value, state: 'number', raw: String(value) };
	};
	set('t2.license.decisions', 12);
	set('t2.punish.decisions', 30);
	report.cells['t2.force.decisions'] = { value: null, state: 'blank', raw: '' };
	const clerk = await signIn(server, 'clerkB');
	const file = { name: '石桥镇年报.html', content: renderHtml(renderInputOf(report), { page: true }) };
	const [id] = (await clerk.upload('/api/outside-reports', [file])).json().ids;
	await must(clerk.post(`/api/outside-reports/${id}/adopt`, { year: YEAR }));
}

describe('the report of the whole county', () => {
	it('bears the name of the government, and adds its own figures and those its offices signed', async () => {
		expect((await view()).document.title).toBe('青河县人民政府2024年政府信息公开工作年度报告');
		const cell = await cellAt('t2.license.decisions');
		expect(cell.value).toBe(19);
		expect(cell.madeUpOf).toEqual({
			own: 0,
			units: [
				{ officeId: county.townshipA.id, value: 7, joint: 0 },
				{ officeId: county.townshipB.id, value: 12, joint: 0 },
			],
		});
	});

	it('opens a cell to the offices behind it, and to the report each of them signed', async () => {
		const { units } = await opened('t2.license.decisions');
		expect(units).toEqual([
			expect.objectContaining({ officeName: '柳溪镇人民政府', value: 7, reportId: townshipReport }),
			expect.objectContaining({ officeName: '石桥镇人民政府', value: 12, reportId: null }),
		]);
	});

	it('adds the sums of the form office by office', async () => {
		const cell = await cellAt('t3.total.total');
		const b = cleanReport('2021').cells['t3.total.total']?.value;
		expect(cell.value).toBe(b);
		expect(cell.madeUpOf.units.find(({ officeId }) => officeId === county.townshipB.id)?.value).toBe(b);
	});

	it('names the office that has not reported and the cell an office left blank; no blank is a zero', async () => {
		const { findings, units } = await view();
		expect(units).toEqual({ reports: 2, missing: ['青河县水务局'], leftOut: [] });
		const of = (rule: string) => findings.find((one: { rule: string }) => one.rule === rule);
		expect(of('U-COV').message).toContain('青河县水务局');
		expect(of('U-OPEN').cells).toContain('t2.force.decisions');
		const { madeUpOf } = await cellAt('t2.force.decisions');
		expect(madeUpOf.units.find(({ officeId }) => officeId === county.townshipB.id)?.value).toBeNull();
	});

	it('tells in words what the county did, not what its own office did, and nothing while a paper report hides it', async () => {
		const { facts } = (await hands.writer.get(`/api/reports/${reportId}/offers`)).json();
		const told = facts.find((fact: { key: string }) => fact.key === 'published');
		expect(told).toMatchObject({ label: '主动公开政府信息条数（全县）', value: null, unknownOf: ['石桥镇人民政府'] });
		expect(facts.find((fact: { key: string }) => fact.key === 't2.license.decisions').value).toBe('19');
	});

	it('takes a figure given by hand for the county’s own part', async () => {
		const body = { value: '5', ground: '县级系统以外办理的许可' };
		await must(hands.writer.put(`/api/reports/${reportId}/cells/t2.license.decisions`, body));
		expect((await cellAt('t2.license.decisions')).value).toBe(24);
		await must(hands.writer.del(`/api/reports/${reportId}/cells/t2.license.decisions`));
		expect((await cellAt('t2.license.decisions')).value).toBe(19);
	});

	it('is no other office’s to read, and its kind is no other office’s to make', async () => {
		expect((await desks.clerk.get(`/api/reports/${reportId}`)).statusCode).toBe(404);
		const { report } = (await desks.clerk.get(`/api/reports/${townshipReport}`)).json();
		expect(report.covers).toBe('office');
	});
});

describe('联合办理', () => {
	const joint = (body: object, by = hands.writer, id = reportId) => by.put(`/api/reports/${id}/joints`, body);
	const natural = { address: 't3.new.natural', note: '与县水务局联合办理，由县水务局答复' };

	it('is taken off the office that did not answer, with its words, and can be taken back', async () => {
		const before = (await cellAt('t3.new.natural')).value ?? 0;
		const officeId = county.townshipB.id;
		await must(joint({ ...natural, officeId, count: 1 }));
		expect((await cellAt('t3.new.natural')).value).toBe(before - 1);
		const { units } = await opened('t3.new.natural');
		expect(units[1]).toMatchObject({ joint: 1, note: natural.note });
		expect((await view()).findings.find((one: { rule: string }) => one.rule === 'U-DUP')?.message).toContain(
			'联合办理',
		);
		await must(joint({ ...natural, officeId, count: 0 }));
		expect((await cellAt('t3.new.natural')).value).toBe(before);
	});

	it('is never more than the office reported, and never without a word', async () => {
		const officeId = county.townshipB.id;
		const tooMany = await joint({ ...natural, officeId, count: 9999 });
		expect(tooMany.statusCode).toBe(422);
		expect(tooMany.json().issues[0]).toMatchObject({ field: 'count' });
		expect((await joint({ ...natural, note: ' ', officeId, count: 1 })).json().issues[0]).toMatchObject({
			field: 'note',
		});
		expect((await joint({ ...natural, officeId: county.department.id, count: 1 })).statusCode).toBe(409);
		expect((await joint({ ...natural, address: 't3.new.total', officeId, count: 1 })).statusCode).toBe(422);
	});

	it('belongs to the county’s report alone', async () => {
		await must(desks.leader.post(`/api/reports/${townshipReport}/recall`, { reason: '补充说明' }));
		const refused = await joint({ ...natural, officeId: county.townshipB.id, count: 1 }, desks.clerk, townshipReport);
		expect(refused.statusCode).toBe(409);
		await must(desks.reviewer.post(`/api/reports/${townshipReport}/review`, {}));
		await must(desks.leader.post(`/api/reports/${townshipReport}/signOff`, {}));
	});
});

describe('looking over all offices', () => {
	it('puts one figure of all offices side by side, with the middle of each kind and no ranking', async () => {
		const url = `/api/report-years/${YEAR}/comparison?address=t2.license.decisions`;
		const { rows, middles, label } = (await desks.countyOfficer.get(url)).json();
		expect(label).toContain('行政许可');
		expect(rows.map((row: { value: number | null }) => row.value)).toEqual([7, 12, null]);
		expect(middles).toEqual({ township: 9.5 });
	});

	it('compares the years of one office, its own or, for the county, any', async () => {
		const url = `/api/offices/${county.townshipB.id}/report-trend?year=${YEAR}`;
		const { reports, rows } = (await desks.countyOfficer.get(url)).json();
		expect(reports).toHaveLength(1);
		expect(rows.length).toBeGreaterThan(100);
		expect((await (await signIn(server, 'clerkB')).get(url)).statusCode).toBe(200);
		expect((await desks.clerk.get(url)).statusCode).toBe(404);
	});

	it('is the county’s alone', async () => {
		for (const what of ['comparison', 'outliers', 'package']) {
			expect((await desks.clerk.get(`/api/report-years/${YEAR}/${what}`)).statusCode, what).toBe(403);
		}
		expect((await desks.countyOfficer.get(`/api/report-years/${YEAR}/outliers`)).json()).toEqual({ outliers: [] });
	});
});

describe('a report counted in another form', () => {
	it('keeps what both forms have, counts the rest anew, and invents no zero', async () => {
		const { cells, blank } = (await desks.clerk.get(`/api/reports/${townshipReport}/forms/2019`)).json();
		expect(cells['t3.new.total'].value).toBe(0);
		expect(cells['t2.license.decisions'].value).toBe(7);
		expect(cells['t2.normative.published'] ?? cells['t2.license.prev']).toMatchObject({ value: null });
		expect(blank).toBeGreaterThan(0);
		const old = (await desks.clerk.get(`/api/reports/${townshipReport}/forms/2014`)).json();
		expect(old.cells['stat.3.1'].value).toBe(0);
		expect(old.cells['stat.3.2.1'].value).toBeNull();
	});

	it('comes as a file that says what it is', async () => {
		const url = `/api/reports/${townshipReport}/forms/2019/files/docx`;
		const file = await desks.clerk.get(url);
		expect(decodeURIComponent(String(file.headers['content-disposition']))).toContain('按2019年格式试编');
		expect(readDocx(file.rawPayload).text).toContain('柳溪镇人民政府2024年');
	});

	it('adds the county’s offices counted anew in that form, and names the one whose paper cannot be', async () => {
		const { cells } = (await hands.writer.get(`/api/reports/${reportId}/forms/2019`)).json();
		expect(cells['t2.license.decisions']).toMatchObject({
			value: 7,
			madeUpOf: { own: 0, units: [{ officeId: county.townshipA.id, value: 7, joint: 0 }] },
		});
		expect(cells['t3.new.total'].value).toBe(0);
		const file = await hands.writer.get(`/api/reports/${reportId}/forms/2019/files/docx`);
		expect(readDocx(file.rawPayload).text).toContain('青河县人民政府2024年');
	});
});

describe('a county’s history', () => {
	it('takes every old report that names its office and year at once, and leaves what somebody chose', async () => {
		const clerk = await signIn(server, 'clerkD');
		const old = cleanReport('2021');
		const files = [2021, 2022].map((year) => {
			const report = { ...old, year, organ: '青河县水务局', title: `青河县水务局${year}年政府信息公开工作年度报告` };
			return { name: `${year}.html`, content: renderHtml(renderInputOf(report), { page: true }) };
		});
		const stranger = { ...old, year: 2022, organ: '远山县林业局', title: '远山县林业局2022年政府信息公开工作年度报告' };
		files.push({ name: '他县.html', content: renderHtml(renderInputOf(stranger), { page: true }) });
		await clerk.upload('/api/outside-reports', files);
		const adopt = async () => (await clerk.post('/api/outside-reports/adopt-matching')).json();
		expect(await adopt()).toEqual({ adopted: 2, unknown: ['远山县林业局'] });
		expect(await adopt()).toEqual({ adopted: 0, unknown: ['远山县林业局'] });
		const trend = (await clerk.get(`/api/offices/${county.department.id}/report-trend?year=${YEAR}`)).json();
		expect(trend.reports.map(({ year }: { year: number }) => year)).toEqual([2021, 2022]);
	});
});

describe('words still being typed', () => {
	it('are audited as if they stood, and are kept nowhere', async () => {
		const content = { text: '本年度共收到政府信息公开申请99999件。' };
		const url = `/api/reports/${reportId}`;
		const { findings } = (await hands.writer.post(`${url}/check`, { section: 1, content })).json();
		expect(findings.some(({ message }: { message: string }) => message.includes('99999'))).toBe(true);
		expect(findings.every(({ rule }: { rule: string }) => !rule.startsWith('T3-ROW'))).toBe(true);
		expect((await view()).sections.find(({ n }: { n: number }) => n === 1).content.text).toBe('');
		expect((await desks.clerk.post(`${url}/check`, { section: 1, content })).statusCode).toBe(404);
	});
});

describe('from the county to the public', () => {
	it('sends back with a letter that names reason, findings and day', async () => {
		await must(desks.clerk.post(`/api/reports/${townshipReport}/submit`, {}));
		const findings = [{ rule: 'T3-ROW', message: '新收申请的合计与各栏之和不符', cells: ['t3.new.total'] }];
		await must(
			desks.countyOfficer.post(`/api/reports/${townshipReport}/return`, { reason: '表三合计有误。', findings }),
		);
		const { returns } = (await desks.clerk.get(`/api/reports/${townshipReport}`)).json();
		const file = await desks.clerk.get(`/api/reports/${townshipReport}/returns/${returns[0].id}/docx`);
		const { text } = readDocx(file.rawPayload);
		for (const words of [
			'柳溪镇人民政府',
			'表三合计有误',
			'新收申请的合计与各栏之和不符',
			'2025年1月20日',
			'青河县人民政府办公室',
		]) {
			expect(text).toContain(words);
		}
		const { rows, counts } = (await desks.countyOfficer.get(`/api/report-years/${YEAR}/matrix`)).json();
		const row = rows.find(({ officeId }: { officeId: number }) => officeId === county.townshipA.id);
		expect([row.returns, counts.sentBack]).toEqual([1, 1]);
		const other = await signIn(server, 'clerkB');
		const url = `/api/reports/${townshipReport}/returns/${returns[0].id}/docx`;
		expect((await other.get(url)).statusCode).toBe(404);
		expect((await desks.clerk.get(`/api/reports/${townshipReport}/returns/999999/docx`)).statusCode).toBe(404);
	});

	it('loses the office from the sum while its report lies open again, and signs without a gap in the trail', async () => {
		expect((await view()).units.missing).toEqual(['柳溪镇人民政府', '青河县水务局']);
		await must(desks.clerk.post(`/api/reports/${townshipReport}/revise`, {}));
		await must(desks.reviewer.post(`/api/reports/${townshipReport}/review`, {}));
		await must(desks.leader.post(`/api/reports/${townshipReport}/signOff`, {}));
		await must(desks.clerk.post(`/api/reports/${townshipReport}/submit`, {}));
		await must(desks.countyOfficer.post(`/api/reports/${townshipReport}/accept`, {}));
		await must(desks.leader.post(`/api/reports/${townshipReport}/publish`, {}));
		expect((await cellAt('t2.license.decisions')).value).toBe(19);
	});

	it('freezes the sum with the signature; what an office corrects afterwards is shown beside it', async () => {
		const blanks = Object.values((await view()).cells as Record<string, Cell & { address: string; total: boolean }>);
		for (const { address } of blanks.filter(({ value, total }) => value === null && !total)) {
			const body = { value: '0', ground: '县级没有发生' };
			await must(hands.writer.put(`/api/reports/${reportId}/cells/${address}`, body));
		}
		for (const { key, severity, explanation } of (await view()).findings) {
			if (severity !== 'error' || explanation !== null) continue;
			await must(hands.writer.post(`/api/reports/${reportId}/explanations`, { key, explanation: '已核实' }));
		}
		await writeSections(hands.writer, reportId);
		const open = await hands.reviewer.post(`/api/reports/${reportId}/review`, {});
		expect(open.json().title).toContain('4处引用的数据没有着落');
		// Of the office on paper the county asks by telephone, and writes the figures itself.
		await writeSections(hands.writer, reportId, (text) => text.replace(/\{\{(published|fee\.\w+)\}\}/g, '7'));
		await must(hands.reviewer.post(`/api/reports/${reportId}/review`, {}));
		await must(hands.leader.post(`/api/reports/${reportId}/signOff`, {}));
		const id = (await desks.clerk.post(`/api/reports/${townshipReport}/correct`, { reason: '漏计许可' })).json().id;
		const line = { kind: 'license', day: `${YEAR}-06-06`, quantity: '2', fields: {}, note: '' };
		await must(desks.clerk.post('/api/registers/entries', line));
		await must(desks.reviewer.post(`/api/reports/${id}/review`, {}));
		await must(desks.leader.post(`/api/reports/${id}/signOff`, {}));
		expect((await cellAt('t2.license.decisions')).value).toBe(19);
		const { drift } = (await hands.writer.get(`/api/reports/${reportId}/drift`)).json();
		expect(drift).toContainEqual(expect.objectContaining({ address: 't2.license.decisions', signed: 19, now: 21 }));
	});

	it('packs the year with a hash for every file', async () => {
		const file = await desks.countyOfficer.get(`/api/report-years/${YEAR}/package`);
		const files = unzipSync(new Uint8Array(file.rawPayload));
		const sums = new TextDecoder().decode(files.SHA256SUMS).trim().split('\n');
		expect(sums).toHaveLength(Object.keys(files).length - 1);
		for (const line of sums) {
			const [hash = '', name = ''] = line.split('  ');
			expect(
				createHash('sha256')
					.update(files[name] ?? '')
					.digest('hex'),
				name,
			).toBe(hash);
		}
		const list = new TextDecoder().decode(files['目录.csv']);
		expect(list).toMatch(/石桥镇人民政府,未开始/);
		expect(list).toMatch(/柳溪镇人民政府,已公开,1/);
		const kinds = Object.keys(files).flatMap((name) => (name.includes('柳溪镇') ? [name.split('.').at(-1)] : []));
		expect(kinds.toSorted()).toEqual(['csv', 'docx', 'html', 'json', 'json', 'pdf', 'xlsx']);
	});

	it('offers the public every published figure as open data that keeps its own schema', async () => {
		const at = (path: string) => server.inject({ url: `/opendata/annual-reports${path}` });
		const csv = (await at(`/${YEAR}/figures.csv`)).body;
		expect(csv.split('\r\n').find((row) => row.includes('t2.license.decisions'))).toContain('柳溪镇人民政府,2021,1');
		expect(csv).not.toContain('石桥镇');
		expect(csv).not.toContain('青河县人民政府,');
		const data = (await at(`/${YEAR}/figures.json`)).json();
		const check = new Ajv2020({ strict: false, validateFormats: false }).compile((await at('/schema.json')).json());
		expect(check(data), JSON.stringify(check.errors)).toBe(true);
		expect(data.reports).toHaveLength(1);
		expect((await at('/2019/figures.csv')).statusCode).toBe(404);
		expect((await at('/abc/figures.json')).statusCode).toBe(404);
		expect((await at('')).body).toContain(`/opendata/annual-reports/${YEAR}/figures.csv`);
	});
});
