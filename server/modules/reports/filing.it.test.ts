import { createHash } from 'node:crypto';
import { readReport } from 'annual-report';
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
import { type County, makeCounty, signIn } from '../../../test/fixtures.ts';

let server: TestApp;
let county: County;
let desks: Desks;

beforeAll(async () => {
	server = await createTestApp('2026-01-10T02:00:00Z');
	county = await makeCounty(server);
	desks = await sitDown(server);
	for (const year of [2019, 2020, 2021, 2022, 2023, 2024, 2025]) await openYear(desks.countyOfficer, year);
});
afterAll(async () => {
	await server?.close();
});

async function view(id: number, by = desks.clerk) {
	const answer = await by.get(`/api/reports/${id}`);
	expect(answer.statusCode, answer.body).toBe(200);
	return answer.json();
}

function move(
	found: { moves: { action: string; allowed: boolean; reasons: { key: string; message: string }[] }[] },
	action: string,
) {
	const offered = found.moves.find((one) => one.action === action);
	if (!offered) throw new Error(`no move ${action}`);
	return offered;
}

const setCell = (id: number, address: string, body: object) =>
	desks.clerk.put(`/api/reports/${id}/cells/${address}`, body);

describe('a year', () => {
	it('is opened once, by the county, in the form of the year', async () => {
		const { years } = (await desks.countyOfficer.get('/api/report-years')).json();
		expect(years.find((one: { year: number }) => one.year === 2025).form).toBe('2021');
		expect(years.find((one: { year: number }) => one.year === 2020).form).toBe('2019');
		await expect(openYear(desks.countyOfficer, 2025)).rejects.toThrow('409');
		await expect(openYear(desks.clerk, 2018)).rejects.toThrow('403');
		await expect(openYear(desks.countyOfficer, 2026)).rejects.toThrow('422');
	});

	it('has its days changed within the caps of the law, from the state one has seen', async () => {
		const { years } = (await desks.countyOfficer.get('/api/report-years')).json();
		const { revision, ...days } = years.find((one: { year: number }) => one.year === 2019);
		const township = { ...days.publishBy, township: '2020-02-20' };
		const change = (publishBy: object, at: number) =>
			desks.countyOfficer.put('/api/report-years/2019', { submitBy: '2020-01-10', publishBy, revision: at });
		expect((await change({ ...township, department: '2020-02-01' }, revision)).statusCode).toBe(422);
		expect((await change(township, revision)).statusCode).toBe(200);
		expect((await change(township, revision)).statusCode).toBe(409);
		const matrix = (await desks.countyOfficer.get('/api/report-years/2019/matrix')).json();
		expect(matrix.rows.find((row: { officeId: number }) => row.officeId === county.townshipA.id).due.publishBy).toBe(
			'2020-02-20',
		);
	});

	it('that is not open takes no report, and each office begins once', async () => {
		await expect(startReport(desks.clerk, 2018)).rejects.toThrow('409');
		const id = await startReport(desks.clerk, 2019);
		await expect(startReport(desks.clerk, 2019)).rejects.toThrow('409');
		expect((await view(id)).report).toMatchObject({ form: '2019', edition: 1, state: 'draft' });
	});
});

describe('figures', () => {
	let id: number;
	beforeAll(async () => {
		id = await startReport(desks.clerk, 2021);
	});

	it('come from the registers, and open to their lines', async () => {
		for (const quantity of [2, 3]) {
			await must(desks.clerk.post('/api/registers/entries', { kind: 'license', day: '2021-05-06', quantity }));
		}
		const answer = (await desks.clerk.get(`/api/reports/${id}/cells/t2.license.decisions`)).json();
		expect(answer).toMatchObject({
			label: '行政许可·本年处理决定数量',
			unit: '件',
			cell: { value: 5, source: 'register' },
		});
		expect(answer.records.map((record: { quantity: string }) => record.quantity)).toEqual(['2 件', '3 件']);
		expect((await desks.clerk.get(`/api/reports/${id}/cells/t9.none`)).statusCode).toBe(404);
	});

	it('that no register holds stay open until a zero report or a source is given', async () => {
		const before = await view(id);
		expect(before.cells['t2.fee.wan']).toMatchObject({ value: null, source: null });
		expect(move(await view(id, desks.reviewer), 'review').reasons[0]).toMatchObject({ key: 'report.blank' });
		const refused = await setCell(id, 't2.fee.wan', { value: '1.5', ground: '' });
		expect(refused.json().issues[0]).toMatchObject({ field: 'ground', message: '请写明数据来源。' });
		await must(setCell(id, 't2.fee.wan', { value: '1.5', ground: '县财政局非税收入年报' }));
		expect((await view(id)).cells['t2.fee.wan']).toMatchObject({
			value: 1.5,
			source: 'entered',
			hand: { name: '林晓', ground: '县财政局非税收入年报' },
		});
	});

	it('put over a computed one keep it, want a reason, and can be taken back', async () => {
		const refused = await setCell(id, 't2.license.decisions', { value: '6', ground: ' ' });
		expect(refused.json().issues[0].message).toContain('修改理由');
		expect((await setCell(id, 't2.license.decisions', { value: '5', ground: '一样' })).json().issues[0].key).toBe(
			'figure.same',
		);
		await must(setCell(id, 't2.license.decisions', { value: '6', ground: '一件纸质档案尚未录入' }));
		const over = (await view(id)).cells['t2.license.decisions'];
		expect(over).toMatchObject({ value: 6, computed: 5, source: 'override' });
		await must(desks.clerk.del(`/api/reports/${id}/cells/t2.license.decisions`));
		expect((await view(id)).cells['t2.license.decisions']).toMatchObject({ value: 5, source: 'register', hand: null });
		expect((await desks.clerk.del(`/api/reports/${id}/cells/t2.license.decisions`)).statusCode).toBe(409);
	});

	it('of a sum are never typed', async () => {
		const answer = await setCell(id, 't3.new.total', { value: '9', ground: '手工统计' });
		expect(answer.statusCode).toBe(422);
		expect(answer.json().title).toContain('合计由系统');
	});
});

describe('words', () => {
	it('keep in step with the figures they refer to', async () => {
		const id = await startReport(desks.clerk, 2022);
		await must(
			desks.clerk.put(`/api/reports/${id}/sections/1`, {
				content: { text: '许可{{t2.license.decisions}}件。' },
				base: null,
			}),
		);
		const printed = async () =>
			(await view(id)).document.sections.find((one: { heading: string }) => one.heading === '总体情况').paragraphs;
		expect(await printed()).toEqual(['许可【待填】件。']);
		await must(desks.clerk.post('/api/registers/entries', { kind: 'license', day: '2022-02-02', quantity: 4 }));
		expect(await printed()).toEqual(['许可4件。']);
	});

	it('written at once by two are told to the second, who loses nothing', async () => {
		const [{ id }] = (await desks.clerk.get('/api/reports?year=2022')).json().rows;
		const { base } = (await view(id)).sections[1];
		const save = (text: string) => desks.clerk.put(`/api/reports/${id}/sections/1`, { content: { text }, base });
		const answers = await Promise.all([save('第一位写的。'), save('第二位写的。')]);
		expect(answers.map((answer) => answer.statusCode).sort()).toEqual([200, 409]);
		expect(answers.find((answer) => answer.statusCode === 409)?.json().title).toContain('林晓刚刚保存过');
	});

	it('that refer to nothing, or hold what no database stores, are refused beside the field', async () => {
		const [{ id }] = (await desks.clerk.get('/api/reports?year=2022')).json().rows;
		const { base } = (await view(id)).sections[1];
		const save = (text: string) => desks.clerk.put(`/api/reports/${id}/sections/1`, { content: { text }, base });
		expect((await save('{{t3.nwe.total}}')).json().issues[0]).toMatchObject({
			field: 'text',
			key: 'section.reference',
		});
		expect((await save('a\u0000b')).statusCode).toBe(422);
		expect((await save('长'.repeat(100_000))).statusCode).toBe(422);
	});

	it('are offered with today’s figures, and last year’s problems beside them', async () => {
		const [{ id }] = (await desks.clerk.get('/api/reports?year=2022')).json().rows;
		const { offers, facts, lastYear } = (await desks.clerk.get(`/api/reports/${id}/offers`)).json();
		expect(offers.find((one: { key: string }) => one.key === 'fee').preview).toContain('发出收费通知0件');
		expect(facts.length).toBeGreaterThan(250);
		expect(lastYear).toBeNull();
		expect((await desks.leader.get(`/api/reports/${id}/offers`)).statusCode).toBe(403);
	});
});

describe('the way to the signature', () => {
	let id: number;
	beforeAll(async () => {
		id = await startReport(desks.clerk, 2023);
		await reportZeros(desks.clerk, 2023);
	});

	it('is not walked by the one who wrote it', async () => {
		const both = await signIn(server, 'reviewer');
		await writeSections(desks.clerk, id);
		const { pool } = server.services.database;
		await pool.query('insert into assignment (person_id, office_id, role, valid_from) values ($1, $2, $3, $4)', [
			county.people.clerk,
			county.townshipA.id,
			'reviewer',
			'2020-01-01',
		]);
		const clerkAsReviewer = await signIn(server, 'clerk');
		const own = await clerkAsReviewer.post(`/api/reports/${id}/review`, {});
		expect(own.json().issues[0].key).toBe('report.fourEyes');
		expect((await both.post(`/api/reports/${id}/review`, {})).statusCode).toBe(200);
		await pool.query(`update assignment set valid_until = '2020-01-02' where person_id = $1 and role = 'reviewer'`, [
			county.people.clerk,
		]);
	});

	it('stops when figures change after the review', async () => {
		await must(desks.clerk.post('/api/registers/entries', { kind: 'license', day: '2023-05-05', quantity: 2 }));
		const offered = move(await view(id, desks.leader), 'signOff');
		expect(offered.reasons.map((one) => one.key)).toContain('report.changed');
		expect((await desks.leader.post(`/api/reports/${id}/signOff`, {})).statusCode).toBe(422);
		expect((await desks.reviewer.post(`/api/reports/${id}/sendBack`, { reason: '' })).statusCode).toBe(422);
		await must(desks.reviewer.post(`/api/reports/${id}/sendBack`, { reason: '许可数有变化' }));
		await must(desks.reviewer.post(`/api/reports/${id}/review`, {}));
	});

	it('stops at an error of the audit until it is explained, and the explanation is kept', async () => {
		await must(desks.clerk.post(`/api/reports/${id}/revise`, {}));
		const { base } = (await view(id)).sections[3];
		const claim = { content: { text: '本年度收到政府信息公开申请5件。' }, base };
		await must(desks.clerk.put(`/api/reports/${id}/sections/3`, claim));
		await must(desks.reviewer.post(`/api/reports/${id}/review`, {}));
		const refused = await desks.leader.post(`/api/reports/${id}/signOff`, {});
		expect(refused.json().issues.map((one: { key: string }) => one.key)).toEqual(['report.findings']);
		await must(desks.clerk.post(`/api/reports/${id}/revise`, {}));
		const finding = (await view(id)).findings.find((one: { rule: string }) => one.rule === 'N-REQ');
		expect(finding).toMatchObject({ severity: 'error', explanation: null });
		const explain = (explanation: string) =>
			desks.clerk.post(`/api/reports/${id}/explanations`, { key: finding.key, explanation });
		expect((await explain(' ')).statusCode).toBe(422);
		await must(explain('其中5件为咨询，已转人工答复。'));
		await must(desks.reviewer.post(`/api/reports/${id}/review`, {}));
		await must(desks.leader.post(`/api/reports/${id}/signOff`, {}));
		const signed = (await view(id)).findings.find((one: { rule: string }) => one.rule === 'N-REQ');
		expect(signed).toMatchObject({ explanation: '其中5件为咨询，已转人工答复。', explainedBy: '林晓' });
	});

	it('an override carries its reason into the finding it causes', async () => {
		const other = await startReport(desks.clerk, 2020);
		await reportZeros(desks.clerk, 2020);
		await must(setCell(other, 't2.punish.decisions', { value: '3', ground: '2020年案卷在县档案馆，未录入台账' }));
		const finding = (await view(other)).findings.find((one: { rule: string }) => one.rule === 'T2-REG');
		expect(finding).toMatchObject({
			cells: ['t2.punish.decisions'],
			explanation: '2020年案卷在县档案馆，未录入台账',
			explainedBy: '林晓',
		});
	});
});

describe('what is signed', () => {
	let id: number;
	beforeAll(async () => {
		id = await signedReport(desks, 2024);
	});

	it('does not move when the registers do, and the difference is shown', async () => {
		const before = await view(id);
		expect(before).toMatchObject({ frozen: true, editable: false, report: { state: 'signedOff' } });
		await must(desks.clerk.post('/api/registers/entries', { kind: 'punish', day: '2024-07-01', quantity: 8 }));
		const after = await view(id);
		expect(after.cells).toEqual(before.cells);
		expect(after.document).toEqual(before.document);
		expect(after.signature.sha256).toBe(before.signature.sha256);
		const { drift } = (await desks.clerk.get(`/api/reports/${id}/drift`)).json();
		expect(drift).toEqual([{ address: 't2.punish.decisions', label: '行政处罚·本年处理决定数量', signed: 0, now: 8 }]);
		const opened = (await desks.clerk.get(`/api/reports/${id}/cells/t2.punish.decisions`)).json();
		expect(opened.cell.value).toBe(0);
	});

	it('is stored with the hash of its very bytes, and refuses change', async () => {
		const { pool } = server.services.database;
		const { rows } = await pool.query('select model, sha256 from report_snapshot where report_id = $1', [id]);
		expect(rows).toHaveLength(1);
		expect(createHash('sha256').update(rows[0].model).digest('hex')).toBe(rows[0].sha256);
		await expect(pool.query(`update report_snapshot set model = '{}' where report_id = $1`, [id])).rejects.toThrow(
			'append-only',
		);
	});

	it('takes no figure, no words, no explanation any more', async () => {
		expect((await setCell(id, 't2.fee.wan', { value: '1', ground: '补录' })).statusCode).toBe(409);
		const { base } = (await view(id)).sections[1];
		expect((await desks.clerk.put(`/api/reports/${id}/sections/1`, { content: { text: 'x' }, base })).statusCode).toBe(
			409,
		);
		expect((await desks.clerk.post(`/api/reports/${id}/explanations`, { key: 'x', explanation: 'x' })).statusCode).toBe(
			409,
		);
	});

	it.each(['html', 'docx', 'xlsx'])('as %s reads back to the same cells', async (format) => {
		const file = await desks.clerk.get(`/api/reports/${id}/files/${format}`);
		expect(file.statusCode).toBe(200);
		expect(decodeURIComponent(String(file.headers['content-disposition']))).toContain('2024年政府信息公开工作年度报告');
		const read = await readReport(new Uint8Array(file.rawPayload), `report.${format}`);
		const signed = Object.values((await view(id)).cells) as { address: string; value: number }[];
		expect(read.form).toBe('2021');
		for (const cell of signed) expect(read.cells[cell.address]?.value, cell.address).toBe(cell.value);
	});

	it('is signed by one of two who sign at once; the other is told', async () => {
		await must(desks.leader.post(`/api/reports/${id}/recall`, { reason: '更正落款' }));
		await must(desks.reviewer.post(`/api/reports/${id}/review`, {}));
		const again = await signIn(server, 'leader');
		const answers = await Promise.all(
			[desks.leader, again].map((leader) => leader.post(`/api/reports/${id}/signOff`, {})),
		);
		expect(answers.map((answer) => answer.statusCode).sort()).toEqual([200, 409]);
		expect(answers.find((answer) => answer.statusCode === 409)?.json().title).toContain('已签发');
		const { pool } = server.services.database;
		const { rows } = await pool.query('select id from report_snapshot where report_id = $1', [id]);
		expect(rows).toHaveLength(2);
	});
});

describe('the county', () => {
	let id: number;
	beforeAll(async () => {
		id = await signedReport(desks, 2025);
	});

	it('returns with findings, and takes in what comes back', async () => {
		expect((await desks.countyOfficer.post(`/api/reports/${id}/accept`, {})).statusCode).toBe(409);
		await must(desks.clerk.post(`/api/reports/${id}/submit`, {}));
		const findings = [{ rule: 'N-FIVE', message: '监督保障写得过于简略', cells: [] }];
		expect((await desks.countyOfficer.post(`/api/reports/${id}/return`, { reason: '', findings })).statusCode).toBe(
			422,
		);
		await must(desks.countyOfficer.post(`/api/reports/${id}/return`, { reason: '请补充考核结果', findings }));
		const returned = await view(id);
		expect(returned.report.state).toBe('returned');
		expect(returned.returns).toMatchObject([{ reason: '请补充考核结果', personName: '顾宁', findings }]);
		await must(desks.clerk.post(`/api/reports/${id}/revise`, {}));
		await must(desks.reviewer.post(`/api/reports/${id}/review`, {}));
		await must(desks.leader.post(`/api/reports/${id}/signOff`, {}));
		await must(desks.clerk.post(`/api/reports/${id}/submit`, {}));
		await must(desks.countyOfficer.post(`/api/reports/${id}/accept`, {}));
		const history = (await view(id)).history.map((one: { entry: string }) => one.entry);
		expect(history.slice(-6)).toEqual(['县级退回', '重新修改', '审核通过', '签发', '报送', '县级接收']);
	});

	it('sees every office against the year, an office its own row', async () => {
		const matrix = (await desks.countyOfficer.get('/api/report-years/2025/matrix')).json();
		expect(matrix.rows).toHaveLength(4);
		expect(matrix.counts).toMatchObject({ accepted: 1, none: 3, late: 0 });
		const own = (await desks.clerk.get('/api/report-years/2025/matrix')).json();
		expect(own.rows).toMatchObject([{ officeId: county.townshipA.id, report: { id, state: 'accepted' } }]);
		expect((await desks.countyOfficer.get('/api/report-years/2018/matrix')).statusCode).toBe(404);
	});

	it('may publish for a township, which has no portal of its own', async () => {
		await must(desks.countyOfficer.post(`/api/reports/${id}/publishFor`, {}));
		expect((await view(id)).report.state).toBe('published');
		expect((await desks.leader.post(`/api/reports/${id}/publish`, {})).statusCode).toBe(409);
	});
});

describe('publication', () => {
	it('tells publishing once, with the page and its files', async () => {
		const { pool } = server.services.database;
		const { rows } = await pool.query(`select payload from event where type = 'report.published'`);
		expect(rows).toHaveLength(1);
		const { payload } = rows[0];
		expect(payload).toMatchObject({ officeId: county.townshipA.id, year: 2025 });
		expect(payload.title).toBe('柳溪镇人民政府2025年政府信息公开工作年度报告');
		expect(payload.html).toContain('<table');
		expect(payload.files.map((file: { fileName: string }) => file.fileName.split('.').at(-1))).toEqual([
			'docx',
			'pdf',
			'xlsx',
			'csv',
			'json',
		]);
		for (const { sha256 } of payload.files) expect(await server.services.files.has(sha256)).toBe(true);
	});

	it('is corrected by a new edition with its reason; the old one stays out until the new one is', async () => {
		const [{ id }] = (await desks.clerk.get('/api/reports?year=2025')).json().rows;
		expect((await desks.clerk.post(`/api/reports/${id}/correct`, { reason: '' })).statusCode).toBe(422);
		const { id: second } = (
			await desks.clerk.post(`/api/reports/${id}/correct`, { reason: '表二行政处罚漏计' })
		).json();
		expect(move(await view(id), 'correct').reasons[0]?.key).toBe('report.correctionOpen');
		const draft = await view(second);
		expect(draft.report).toMatchObject({ edition: 2, state: 'draft', correctionReason: '表二行政处罚漏计' });
		expect(draft.sections[1].content.text).toContain('主动公开情况');
		expect((await view(id)).report.state).toBe('published');
		await must(desks.reviewer.post(`/api/reports/${second}/review`, {}));
		await must(desks.leader.post(`/api/reports/${second}/signOff`, {}));
		await must(desks.clerk.post(`/api/reports/${second}/submit`, {}));
		await must(desks.countyOfficer.post(`/api/reports/${second}/accept`, {}));
		await must(desks.leader.post(`/api/reports/${second}/publish`, {}));
		expect((await view(id)).report.state).toBe('superseded');
		const { pool } = server.services.database;
		const { rows } = await pool.query(`select payload->>'reportId' as id from event where type = 'report.published'`);
		expect(new Set(rows.map((row) => row.id)).size).toBe(1);
	});
});

describe('other offices', () => {
	it('do not learn that a report exists', async () => {
		const [{ id }] = (await desks.clerk.get('/api/reports?year=2024')).json().rows;
		const other = await signIn(server, 'clerkB');
		for (const path of ['', '/cells/t3.new.total', '/drift', '/offers', '/files/docx']) {
			expect((await other.get(`/api/reports/${id}${path}`)).statusCode, path).toBe(404);
		}
		for (const path of ['revise', 'submit', 'correct', 'explanations']) {
			const body = { reason: 'x', key: 'x', explanation: 'x' };
			expect((await other.post(`/api/reports/${id}/${path}`, body)).statusCode, path).toBe(404);
		}
		expect((await other.put(`/api/reports/${id}/cells/t2.fee.wan`, { value: '1', ground: 'x' })).statusCode).toBe(404);
		expect((await other.get('/api/reports')).json().rows).toEqual([]);
	});

	it.each([
		['administrator', '/api/reports', 403],
		['secrecyReviewer', '/api/reports', 403],
		['reviewer', '/api/reports', 200],
		['countyOfficer', '/api/reports', 200],
	] as const)('%s asks %s: %i', async (key, url, code) => {
		expect((await (await signIn(server, key)).get(url)).statusCode).toBe(code);
	});

	it.each([
		['reviewer', 'signOff'],
		['leader', 'review'],
		['clerk', 'accept'],
		['clerk', 'publish'],
		['leader', 'accept'],
		['countyOfficer', 'submit'],
	] as const)('%s may not %s', async (key, action) => {
		const [{ id }] = (await desks.clerk.get('/api/reports?year=2024')).json().rows;
		expect((await (await signIn(server, key)).post(`/api/reports/${id}/${action}`, {})).statusCode).toBe(403);
	});
});

it('last year’s report, signed here, is where this year begins', async () => {
	const [{ id }] = (await desks.clerk.get('/api/reports?year=2025')).json().rows;
	const { cells } = await view(id);
	expect(cells['t3.carried_in.natural'].basis).toContain('取自本系统签发的2024年度报告「结转下年度继续办理」');
});

it('who is late is judged by the day the first edition came out, or by today', async () => {
	server.clock.set('2026-02-02T02:00:00Z');
	const officer = await signIn(server, 'countyOfficer');
	const matrix = (await officer.get('/api/report-years/2025/matrix')).json();
	expect(matrix.counts).toMatchObject({ late: 2, published: 1 });
	const late = matrix.rows.filter((row: { due: { late: boolean } }) => row.due.late);
	expect(late.map((row: { officeName: string }) => row.officeName)).toEqual(['石桥镇人民政府', '青河县水务局']);
});
