import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../../test/app.ts';
import { type Browser, type County, makeCounty, type PersonKey, signIn } from '../../../test/fixtures.ts';
import { reader } from '../../platform/transaction.ts';
import { periodTotals, registerFigures } from '../registers/index.ts';

let server: TestApp;
let county: County;
const browsers = new Map<PersonKey, Promise<Browser>>();
const as = (person: PersonKey) => {
	const known = browsers.get(person) ?? signIn(server, person);
	browsers.set(person, known);
	return known;
};

beforeAll(async () => {
	server = await createTestApp('2026-06-01T01:00:00Z');
	county = await makeCounty(server);
});
afterAll(() => server?.close());

const get = async (person: PersonKey, url: string) => await (await as(person)).get(url);
const post = async (person: PersonKey, url: string, body: object = {}) => await (await as(person)).post(url, body);
const view = async (id: number, person: PersonKey = 'countyOfficer') =>
	(await get(person, `/api/trainings/${id}`)).json();

const PLAN = {
	kind: 'training',
	title: '答复规范培训',
	day: '2026-06-01',
	hours: '',
	place: '',
	speaker: '',
	content: '',
};

async function planned(change: object = {}, by: PersonKey = 'countyOfficer'): Promise<number> {
	const offices = [county.townshipA.id, county.townshipB.id];
	const made = await post(by, '/api/trainings', { ...PLAN, offices, minutes: '', ...change });
	if (made.statusCode !== 200) throw new Error(made.body);
	return made.json().id;
}
const move = async (id: number, action: string, body: object = {}, by: PersonKey = 'countyOfficer') =>
	await post(by, `/api/trainings/${id}/moves/${action}`, body);
const signUp = async (id: number, by: PersonKey, officeId: number, names: readonly string[], personId?: number) =>
	await post(by, `/api/trainings/${id}/people`, {
		officeId,
		people: names.map((name) => ({ name, position: '', ...(personId ? { personId } : {}) })),
	});

/** Told, signed up by township A, held, everybody there. */
async function held(names: readonly string[], change: object = {}): Promise<number> {
	const id = await planned(change);
	await move(id, 'notify');
	const signed = await signUp(id, 'clerk', county.townshipA.id, names);
	if (signed.statusCode !== 200) throw new Error(signed.body);
	await move(id, 'hold');
	const marks = (await view(id)).people.map((person: { id: number }) => ({ id: person.id, attended: true }));
	await post('countyOfficer', `/api/trainings/${id}/attendance`, { marks });
	return id;
}

const countyFigures = async () => {
	const read = reader(server.as(county.actor('countyOfficer')));
	const at = { officeId: county.county.id, officeKind: 'county' as const, year: 2026, form: '2014' as const };
	const figures = await registerFigures(read, at);
	return [figures['stat.13.2']?.value, figures['stat.13.3']?.value, figures['stat.13.1']?.value];
};
const attendedTotal = async (who: PersonKey, officeId: number) =>
	(await periodTotals(reader(server.as(county.actor(who))), officeId, 2026)).find(
		({ kind }) => kind === 'trainingAttended',
	);

describe('a training from the plan to the report (第四十八条)', () => {
	it('is counted once: closed, confirmed, reopened and closed again, the report has the same figures', async () => {
		const id = await held(['林晓', '王村会计']);
		expect((await move(id, 'close')).statusCode).toBe(200);
		expect(await countyFigures()).toEqual(['1', '2', null]);
		await move(id, 'reopen', { text: '到场人数需要核对。' });
		expect(await countyFigures()).toEqual([null, null, null]);
		const { people } = await view(id);
		await post('countyOfficer', `/api/trainings/${id}/attendance`, { marks: [{ id: people[0].id, attended: false }] });
		await move(id, 'close');
		expect(await countyFigures()).toEqual(['1', '1', null]);
		expect((await view(id)).entryId).toBeGreaterThan(0);
		// Sending people is a line of the office that sent them, and of no other.
		expect((await post('clerk', `/api/trainings/${id}/confirm`, { confirmed: true })).statusCode).toBe(200);
		expect((await post('clerk', `/api/trainings/${id}/confirm`, { confirmed: true })).statusCode).toBe(200);
		expect(await attendedTotal('clerk', county.townshipA.id)).toMatchObject({
			quantity: '1',
			fields: { persons: '1' },
		});
		expect((await attendedTotal('clerkB', county.townshipB.id))?.quantity).toBeNull();
		await move(id, 'reopen', { text: '清理本次测试数据。' });
	});

	it('links a line written by hand before, asks about one of the same day, and never counts both', async () => {
		const id = await held(['林晓'], { day: '2026-05-20', kind: 'meeting', title: '五月例会' });
		const read = server.as(county.actor('countyOfficer'));
		const { transact } = await import('../../platform/transaction.ts');
		const { lineOfOffice } = await import('../registers/index.ts');
		const line = { day: '2026-05-20', quantity: '1', fields: { topic: '五月例会' }, note: '', kind: 'meeting' };
		const entryId = await transact(read, (tx) => lineOfOffice(tx, { ...line, officeId: county.county.id }));
		expect((await view(id)).sameDay).toEqual([{ id: entryId, topic: '五月例会', trainees: 0 }]);
		const refused = await move(id, 'close');
		expect(refused.json().issues[0].key).toBe('training.counted');
		expect((await move(id, 'close', { entryId: entryId + 999 })).json().issues[0].key).toBe('training.link');
		expect((await move(id, 'close', { entryId })).statusCode).toBe(200);
		expect((await countyFigures())[2]).toBe('1');
		// A second meeting of that day cannot take the same line, and says that it is another.
		const second = await held(['林晓'], { day: '2026-05-20', kind: 'meeting', title: '五月专题会' });
		expect((await move(second, 'close', { entryId })).statusCode).toBe(422);
		expect((await move(second, 'close')).statusCode).toBe(200);
		expect((await countyFigures())[2]).toBe('2');
	});

	it('closes once though two close it at once', async () => {
		const id = await held(['林晓'], { day: '2026-05-11', kind: 'visit', title: '调研柳溪镇' });
		const both = await Promise.all([move(id, 'close'), move(id, 'close')]);
		expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
		const read = reader(server.as(county.actor('countyOfficer')));
		const totals = await periodTotals(read, county.county.id, 2026);
		expect(totals.find(({ kind }) => kind === 'guidance')).toMatchObject({ quantity: '1', fields: { persons: '1' } });
	});

	it('is not closed without anybody, held before its day, or called off without a reason', async () => {
		const id = await planned({ day: '2026-06-09' });
		expect((await move(id, 'hold')).statusCode).toBe(422);
		expect((await move(id, 'cancel')).statusCode).toBe(422);
		const empty = await planned();
		await move(empty, 'hold');
		expect((await move(empty, 'close')).json().issues[0].key).toBe('training.nobody');
		const bad = await post('countyOfficer', '/api/trainings', { ...PLAN, title: '', day: '2026-02-30', offices: [] });
		expect(
			bad
				.json()
				.issues.map(({ field }: { field: string }) => field)
				.sort(),
		).toEqual(['day', 'offices', 'title']);
	});
});

describe('who sees and does what', () => {
	it('a plan is the organiser’s, a notice that of those asked, and another’s people are not shown', async () => {
		const id = await planned();
		expect((await get('clerk', `/api/trainings/${id}`)).statusCode).toBe(404);
		await move(id, 'notify');
		expect((await get('clerkD', `/api/trainings/${id}`)).statusCode).toBe(404);
		await signUp(id, 'clerk', county.townshipA.id, ['林晓']);
		expect((await signUp(id, 'clerkB', county.townshipA.id, ['冒名人'])).statusCode).toBe(404);
		expect((await signUp(id, 'clerkD', county.department.id, ['叶舟'])).statusCode).toBe(404);
		expect((await view(id, 'clerkB')).people).toEqual([]);
		expect((await view(id, 'clerk')).people).toHaveLength(1);
		expect((await move(id, 'hold', {}, 'clerk')).statusCode).toBe(403);
		expect((await signUp(id, 'reviewer', county.townshipA.id, ['周航'])).statusCode).toBe(403);
		expect((await signUp(id, 'clerk', county.townshipA.id, ['林晓', '一'])).json().issues).toHaveLength(2);
	});

	it('a township trains its own people and asks no other office', async () => {
		const own = await planned({ offices: [county.townshipA.id] }, 'clerk');
		expect((await move(own, 'notify', {}, 'clerk')).statusCode).toBe(200);
		const other = { ...PLAN, minutes: '', offices: [county.townshipB.id] };
		expect((await post('clerk', '/api/trainings', other)).statusCode).toBe(422);
		expect((await move(own, 'cancel', { text: '时间冲突，改期举办。' }, 'countyOfficer')).statusCode).toBe(403);
	});

	it('what an office has confirmed is changed by nobody until it takes that back', async () => {
		const id = await held(['林晓'], { day: '2026-05-07' });
		await post('clerk', `/api/trainings/${id}/confirm`, { confirmed: true });
		const [person] = (await view(id)).people;
		const untick = { marks: [{ id: person.id, attended: false }] };
		expect((await post('countyOfficer', `/api/trainings/${id}/attendance`, untick)).statusCode).toBe(409);
		expect((await (await as('countyOfficer')).del(`/api/trainings/${id}/people/${person.id}`)).statusCode).toBe(409);
		await post('clerk', `/api/trainings/${id}/confirm`, { confirmed: false });
		expect((await post('countyOfficer', `/api/trainings/${id}/attendance`, untick)).statusCode).toBe(200);
	});
});

describe('the list from the door', () => {
	const sheet = async (rows: readonly (readonly string[])[]) => {
		const book = new ExcelJS.Workbook();
		const page = book.addWorksheet('到场');
		for (const row of [['机关', '姓名', '职务', '是否到场'], ...rows]) page.addRow([...row]);
		return Buffer.from(await book.xlsx.writeBuffer());
	};
	const send = async (id: number, rows: string[][], mode: string) =>
		await (await as('countyOfficer')).upload(
			`/api/trainings/${id}/import`,
			[{ name: '名单.xlsx', content: await sheet(rows) }],
			{ mode },
		);

	it('ticks who had signed up, adds who had not, and is taken whole or not at all', async () => {
		const id = await planned({ day: '2026-05-08' });
		await move(id, 'notify');
		await signUp(id, 'clerk', county.townshipA.id, ['林晓']);
		await move(id, 'hold');
		const good = [
			['柳溪镇', '林晓', '', '是'],
			['石桥镇人民政府', '苏禾', '信息员', '是'],
			['石桥镇', '程立', '', '否'],
		];
		const bad = [...good, ['县水务局', '叶舟', '', '是'], ['柳溪镇', '林晓', '', '来了']];
		const checked = (await send(id, bad, 'check')).json();
		expect(checked.rows.map(({ issues }: { issues: unknown[] }) => issues.length)).toEqual([0, 0, 0, 1, 2]);
		expect((await send(id, bad, 'save')).statusCode).toBe(422);
		expect((await view(id)).people).toHaveLength(1);
		expect((await send(id, good, 'save')).json().imported).toBe(3);
		const seen = await view(id);
		expect(seen).toMatchObject({ signedUp: 3, came: 2 });
		// Sent again it changes nothing.
		await send(id, good, 'save');
		expect((await view(id)).signedUp).toBe(3);
	});
});

describe('opinions', () => {
	it('are given once by those who came, and lead to nobody', async () => {
		const id = await planned({ day: '2026-05-12' });
		await move(id, 'notify');
		for (const key of ['clerk', 'reviewer', 'leader'] as const)
			await signUp(id, 'clerk', county.townshipA.id, [`与会${key}`], county.people[key]);
		await move(id, 'hold');
		const rate = async (who: PersonKey, scores = [5, 4, 4, 3]) =>
			await post(who, `/api/trainings/${id}/rating`, { scores, comment: `${who}的意见` });
		expect((await rate('clerk')).statusCode).toBe(403);
		const marks = (await view(id)).people.map((person: { id: number }) => ({ id: person.id, attended: true }));
		await post('countyOfficer', `/api/trainings/${id}/attendance`, { marks });
		expect((await rate('clerk', [6, 1, 1, 1])).statusCode).toBe(422);
		expect((await rate('clerk')).statusCode).toBe(200);
		expect((await rate('clerk')).statusCode).toBe(409);
		expect((await rate('secrecyReviewer')).statusCode).toBe(403);
		await rate('reviewer');
		expect((await view(id)).ratings).toEqual({ count: 2, means: null, comments: [] });
		await rate('leader');
		expect((await view(id)).ratings.means).toEqual([5, 4, 4, 3]);
		expect((await view(id, 'clerk')).ratings).toBeNull();
		const { rows } = await server.services.database.pool.query('select to_jsonb(r) as row from training_rating r');
		for (const { row } of rows) expect(Object.keys(row).sort()).toEqual(['comment', 'id', 'scores', 'training_id']);
		const audit = await server.services.database.pool.query(
			"select to_jsonb(a)::text as row from audit_entry a where event = 'training.rate'",
		);
		for (const { row } of audit.rows) expect(row).not.toContain('的意见');
	});
});

describe('papers', () => {
	it('prints notice, sign-in sheet and minutes, and keeps materials for those asked', async () => {
		const id = await held(['林晓'], { day: '2026-05-13' });
		for (const what of ['notice', 'signIn', 'minutes']) {
			const paper = await get('clerk', `/api/trainings/${id}/paper?what=${what}`);
			expect(paper.rawPayload.subarray(0, 2).toString(), what).toBe('PK');
		}
		const officer = await as('countyOfficer');
		const sent = await officer.upload(`/api/trainings/${id}/files`, [{ name: '课件.txt', content: '讲义' }]);
		expect(sent.statusCode).toBe(200);
		const [file] = (await view(id, 'clerk')).files;
		expect((await get('clerk', `/api/trainings/${id}/files/${file.id}`)).body).toBe('讲义');
		expect((await get('clerkD', `/api/trainings/${id}/files/${file.id}`)).statusCode).toBe(404);
		expect((await (await as('clerk')).del(`/api/trainings/${id}/files/${file.id}`)).statusCode).toBe(403);
		expect((await officer.del(`/api/trainings/${id}/files/${file.id}`)).statusCode).toBe(200);
	});
});
