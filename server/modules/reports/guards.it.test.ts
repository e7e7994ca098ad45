import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../../test/app.ts';
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
import { type Browser, type County, makeCounty, PERSON_KEYS, type PersonKey, signIn } from '../../../test/fixtures.ts';
import { ROLES } from '../../kernel/permissions.ts';
import { transact } from '../../platform/transaction.ts';
import { signOff } from './commands/sign-off.ts';
import { moduleSources } from './compile/module-sources.ts';
import { reports } from './index.ts';

let server: TestApp;
let county: County;
let desks: Desks;

beforeAll(async () => {
	server = await createTestApp('2026-01-12T02:00:00Z');
	county = await makeCounty(server);
	desks = await sitDown(server);
	for (const year of [2017, 2020, 2022, 2023, 2024, 2025]) await openYear(desks.countyOfficer, year);
});
afterAll(async () => {
	await server?.close();
});

const rows = async (sql: string, values: unknown[] = []) =>
	(await server.services.database.pool.query(sql, values)).rows;
const view = async (id: number) => (await desks.clerk.get(`/api/reports/${id}`)).json();

describe('a signature that is cut off', () => {
	it('leaves neither snapshot nor state, and can be made again', async () => {
		await reportZeros(desks.clerk, 2023);
		const id = await startReport(desks.clerk, 2023);
		await writeSections(desks.clerk, id);
		await must(desks.reviewer.post(`/api/reports/${id}/review`, {}));
		const cut = transact(server.as(county.actor('leader')), async (tx) => {
			await signOff(tx, id, moduleSources);
			throw new Error('cut off');
		});
		await expect(cut).rejects.toThrow('cut off');
		expect(await rows('select 1 from report_snapshot where report_id = $1', [id])).toEqual([]);
		expect((await view(id)).report.state).toBe('reviewed');
		await must(desks.leader.post(`/api/reports/${id}/signOff`, {}));
		expect(await rows('select 1 from report_snapshot where report_id = $1', [id])).toHaveLength(1);
	});
});

describe('two hands at once', () => {
	it('publish once, with one set of files and one event', async () => {
		const id = await signedReport(desks, 2024);
		await must(desks.clerk.post(`/api/reports/${id}/submit`, {}));
		await must(desks.countyOfficer.post(`/api/reports/${id}/accept`, {}));
		const both = [
			desks.leader.post(`/api/reports/${id}/publish`, {}),
			desks.countyOfficer.post(`/api/reports/${id}/publishFor`, {}),
		];
		expect((await Promise.all(both)).map((answer) => answer.statusCode).sort()).toEqual([200, 409]);
		expect(await rows('select 1 from report_file where report_id = $1', [id])).toHaveLength(6);
		expect(await rows(`select 1 from event where type = 'report.published'`)).toHaveLength(1);
	});

	it('begin one correction', async () => {
		const [{ id }] = (await desks.clerk.get('/api/reports?year=2024')).json().rows;
		const both = [1, 2].map(() => desks.clerk.post(`/api/reports/${id}/correct`, { reason: '漏计' }));
		const codes = (await Promise.all(both)).map((answer) => answer.statusCode);
		expect(codes.filter((code) => code === 200)).toHaveLength(1);
		expect((await desks.clerk.get('/api/reports?year=2024')).json().rows).toHaveLength(2);
	});

	it('accept and return: one of them', async () => {
		const id = await signedReport(desks, 2025);
		await must(desks.clerk.post(`/api/reports/${id}/submit`, {}));
		const both = [
			desks.countyOfficer.post(`/api/reports/${id}/accept`, {}),
			desks.countyOfficer.post(`/api/reports/${id}/return`, { reason: '请补充' }),
		];
		const codes = (await Promise.all(both)).map((answer) => answer.statusCode);
		// The table lets an accepted report be returned, never a returned one be accepted.
		expect(codes[1] === 200 || codes[0] === 200).toBe(true);
		expect(['accepted', 'returned']).toContain((await view(id)).report.state);
	});

	it('begin one report', async () => {
		const both = [1, 2].map(() => desks.clerk.post('/api/reports', { year: 2022 }));
		expect((await Promise.all(both)).map((answer) => answer.statusCode).sort()).toEqual([200, 409]);
	});
});

describe('every hand', () => {
	it('stands in the history and in the audit trail', async () => {
		const [{ id }] = (await desks.clerk.get('/api/reports?year=2023')).json().rows;
		const history = (await view(id)).history.map(
			(one: { entry: string; actorName: string }) => `${one.entry} ${one.actorName}`,
		);
		expect(history).toEqual(expect.arrayContaining(['开始编制 林晓', '保存正文 林晓', '审核通过 周航', '签发 方远']));
		const trail = await rows(
			`select event, actor_name, office_id from audit_entry where subject_type = 'report' and subject_id = $1 and outcome = 'done' order by id`,
			[id],
		);
		expect(trail.map((one) => one.event)).toEqual(
			expect.arrayContaining(['report.start', 'report.section', 'report.review', 'report.signOff']),
		);
		expect(new Set(trail.map((one) => one.office_id))).toEqual(new Set([county.townshipA.id]));
	});

	it('refused is kept too', async () => {
		const [{ id }] = (await desks.clerk.get('/api/reports?year=2023')).json().rows;
		await desks.clerk.post(`/api/reports/${id}/accept`, {});
		const kept = await rows(`select actor_name from audit_entry where event = 'report.accept' and outcome = 'refused'`);
		expect(kept).toEqual(expect.arrayContaining([{ actor_name: '林晓' }]));
	});
});

describe('an explanation', () => {
	it('lapses when the figures it spoke of change', async () => {
		const [{ id }] = (await desks.clerk.get('/api/reports?year=2022')).json().rows;
		await reportZeros(desks.clerk, 2022, ['license', 'force', 'fee']);
		await writeSections(desks.clerk, id);
		const { base } = (await view(id)).sections[3];
		const write = (text: string, at: number | null) =>
			desks.clerk.put(`/api/reports/${id}/sections/3`, { content: { text }, base: at });
		await must(write('本年度收到政府信息公开申请5件。', base));
		const find = async () => (await view(id)).findings.find((one: { rule: string }) => one.rule === 'N-REQ');
		const { key } = await find();
		await must(desks.clerk.post(`/api/reports/${id}/explanations`, { key, explanation: '5件为咨询。' }));
		expect(await find()).toMatchObject({ explanation: '5件为咨询。' });
		const latest = (await view(id)).sections[3].base;
		await must(write('本年度收到政府信息公开申请6件。', latest));
		expect(await find()).toMatchObject({ explanation: null });
		const gone = await desks.clerk.post(`/api/reports/${id}/explanations`, { key, explanation: '晚了。' });
		expect(gone.statusCode).toBe(409);
	});
});

describe('the older forms', () => {
	it.each([
		[2020, '2019', 198, 't2.procurement.count'],
		[2017, '2014', 74, 'stat.3.2.1'],
	] as const)(
		'%i is compiled in the form of %s, and entered where nothing counts',
		async (year, form, cells, address) => {
			const id = await startReport(desks.clerk, year);
			const before = await view(id);
			expect(before.report.form).toBe(form);
			expect(Object.keys(before.cells)).toHaveLength(cells);
			expect(before.cells[address].value).toBeNull();
			await must(desks.clerk.put(`/api/reports/${id}/cells/${address}`, { value: '4', ground: '当年统计报表' }));
			expect((await view(id)).cells[address]).toMatchObject({ value: 4, source: 'entered' });
			for (const format of ['html', 'docx', 'csv', 'xlsx', 'json']) {
				expect((await desks.clerk.get(`/api/reports/${id}/files/${format}`)).statusCode, format).toBe(200);
			}
		},
	);
});

/** Every route of the module, asked by everybody: the declared permission is what decides, and nothing ends in a fault. */
describe('every route', () => {
	const browsers = new Map<PersonKey, Browser>();
	beforeAll(async () => {
		for (const key of PERSON_KEYS) browsers.set(key, await signIn(server, key));
	});
	const ROLE_OF: Partial<Record<PersonKey, keyof typeof ROLES>> = {
		clerk: 'clerk',
		reviewer: 'reviewer',
		secrecyReviewer: 'secrecyReviewer',
		leader: 'leader',
		countyOfficer: 'countyOfficer',
		administrator: 'administrator',
	};
	const filled = (path: string) =>
		path
			.replace(':id', '999999')
			.replace(':returnId/:format', '1/docx')
			.replace(':address', 't2.fee.wan')
			.replace(':section', '1')
			.replace(':format', 'json')
			.replace(':form', '2021')
			.replace(':year', '2009');

	// The shape of a body is checked before who sends it; here each is well formed, so that only the person decides.
	const days = {
		submitBy: '2010-01-20',
		publishBy: { department: '2010-01-31', township: '2010-01-31', county: '2010-03-31' },
	};
	const BODIES: Readonly<Record<string, object>> = {
		'POST /api/report-years': { ...days, year: 2009 },
		'PUT /api/report-years/:year': { ...days, revision: 1 },
		'POST /api/report-years/:year/reminders': { officeIds: [], note: '' },
		'POST /api/reports': { year: 2009 },
		'PUT /api/reports/:id/cells/:address': { value: '1', ground: '来源' },
		'PUT /api/reports/:id/sections/:section': { content: { text: '' }, base: null },
		'PUT /api/reports/:id/joints': { officeId: 1, address: 't3.new.natural', count: 1, note: '说明' },
		'POST /api/reports/:id/check': { section: 1, content: { text: '' } },
		'POST /api/reports/:id/explanations': { key: 'k', explanation: '说明' },
		'POST /api/reports/:id/return': { reason: '理由' },
		'POST /api/outside-reports/:id/adopt': { year: 2009 },
		'POST /api/outside-reports/:id/accept': { key: 'k', reason: '理由' },
	};

	it.each(reports.routes.map((route) => [`${route.method} ${route.path}`, route] as const))(
		'%s',
		async (name, route) => {
			const url = filled(route.path);
			const given = BODIES[name] ?? {};
			const body = route.method === 'GET' ? {} : { payload: given };
			const unsigned = await server.inject({ method: route.method, url, ...body });
			expect(unsigned.statusCode).toBe(401);
			for (const [key, role] of Object.entries(ROLE_OF)) {
				const browser = browsers.get(key as PersonKey);
				if (!browser) throw new Error(`nobody is ${key}`);
				const send = { GET: browser.get, POST: browser.post, PUT: browser.put, DELETE: browser.del }[route.method];
				const { statusCode } = await send(url, route.method === 'GET' ? undefined : given);
				const held = (ROLES[role].permissions as readonly string[]).includes(route.access);
				if (!held) expect(statusCode, key).toBe(403);
				else expect([200, 404, 409, 415, 422, 429], key).toContain(statusCode);
			}
		},
	);
});
