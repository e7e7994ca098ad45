import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../../test/app.ts';
import { type Browser, type County, makeCounty, type PersonKey, signIn } from '../../../test/fixtures.ts';
import { dice } from '../../../test/random-county.ts';

/**
 * Heads from their records: a dozen of trainings led through the routes at random, and what the annual report will count (13.2 how
 * many trainings, 13.3 how many heads) added up again from the lists by SQL of this test's own.
 */
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

const query = async (text: string, values: unknown[] = []) =>
	(await server.services.database.pool.query(text, values)).rows;
const post = async (person: PersonKey, url: string, body: object = {}) => await (await as(person)).post(url, body);
const view = async (id: number) => (await (await as('countyOfficer')).get(`/api/trainings/${id}`)).json();
const move = async (id: number, action: string, body: object = {}) =>
	await post('countyOfficer', `/api/trainings/${id}/moves/${action}`, body);

async function told(change: object = {}): Promise<number> {
	const plan = {
		kind: 'training',
		title: '公开业务培训',
		day: '2026-05-20',
		hours: '',
		place: '',
		speaker: '',
		content: '',
	};
	const offices = [county.townshipA.id, county.townshipB.id];
	const made = await post('countyOfficer', '/api/trainings', { ...plan, minutes: '', offices, ...change });
	if (made.statusCode !== 200) throw new Error(made.body);
	await move(made.json().id, 'notify');
	return made.json().id;
}
const signUp = async (by: PersonKey, id: number, officeId: number, people: object[]) =>
	await post(by, `/api/trainings/${id}/people`, { officeId, people });
const person = (name: string, position = '', personId: number | null = null) => ({ name, position, personId });

/** The sheet of the door with these rows. */
async function sheet(rows: readonly (readonly string[])[]): Promise<Uint8Array> {
	const book = new ExcelJS.Workbook();
	const page = book.addWorksheet('到场名单');
	for (const row of [['机关', '姓名', '职务', '是否到场'], ...rows]) page.addRow([...row]);
	return new Uint8Array(await book.xlsx.writeBuffer());
}
const atDoor = async (id: number, rows: readonly (readonly string[])[], mode = 'save') =>
	await (await as('countyOfficer')).upload(
		`/api/trainings/${id}/import`,
		[{ name: '名单.xlsx', content: await sheet(rows) }],
		{ mode },
	);

/** Trainings and heads the county's registers hold, against those of closed trainings with who came to each. */
async function counted() {
	const [register] = await query(
		`select count(*)::int as trainings, coalesce(sum((e.fields->>'trainees')::int), 0)::int as heads
		from register_entry e where e.kind = 'trainingHeld' and e.office_id = $1
		and not exists (select 1 from register_void v where v.entry_id = e.id)`,
		[county.county.id],
	);
	const [lists] = await query(
		`select count(*)::int as trainings, coalesce(sum(came.n), 0)::int as heads from training t
		left join lateral (select count(*)::int as n from training_person p where p.training_id = t.id and p.attended) came on true
		where t.state = 'closed' and t.kind = 'training' and t.office_id = $1`,
		[county.county.id],
	);
	return { register, lists };
}

/** The same for those an office sent: the register of the office against its people on lists it has confirmed. */
async function sent(officeId: number) {
	const [register] = await query(
		`select coalesce(sum((e.fields->>'persons')::int), 0)::int as heads, count(*)::int as lines from register_entry e
		where e.kind = 'trainingAttended' and e.office_id = $1
		and not exists (select 1 from register_void v where v.entry_id = e.id)`,
		[officeId],
	);
	const [lists] = await query(
		`select coalesce(sum(came.n), 0)::int as heads, count(*) filter (where came.n > 0)::int as lines
		from training_office o join training t on t.id = o.training_id and t.kind = 'training' and t.office_id <> o.office_id
		join lateral (select count(*)::int as n from training_person p
			where p.training_id = t.id and p.office_id = o.office_id and p.attended) came on true
		where o.office_id = $1 and o.confirmed_at is not null`,
		[officeId],
	);
	return { register, lists };
}

describe('heads in the registers', () => {
	it('are those on the lists, whatever is ticked, reopened, confirmed and taken back', async () => {
		const roll = dice(48);
		for (let n = 0; n < 10; n++) {
			const id = await told({ title: `第${n + 1}期培训`, day: `2026-05-${String(n + 2).padStart(2, '0')}` });
			const names = Array.from({ length: 1 + roll(4) }, (_, at) => `学员${'甲乙丙丁戊'[at]}`);
			await signUp(
				'clerk',
				id,
				county.townshipA.id,
				names.map((name) => person(name)),
			);
			await signUp(
				'clerkB',
				id,
				county.townshipB.id,
				names.slice(0, roll(4)).map((name) => person(name)),
			);
			await move(id, 'hold');
			const { people } = await view(id);
			const marks = people.map((one: { id: number }, at: number) => ({
				id: one.id,
				attended: at === 0 || roll(3) > 0,
			}));
			expect((await post('countyOfficer', `/api/trainings/${id}/attendance`, { marks })).statusCode).toBe(200);
			for (const by of ['clerk', 'clerkB'] as const)
				if (roll(2) === 0) await post(by, `/api/trainings/${id}/confirm`, { confirmed: true });
			if (roll(4) > 0) expect((await move(id, 'close')).statusCode).toBe(200);
			if (roll(3) === 0) await move(id, 'reopen', { text: '到场人数需要核对。' });
			if (roll(2) === 0) await post('clerk', `/api/trainings/${id}/confirm`, { confirmed: roll(2) === 0 });
			const { register, lists } = await counted();
			expect(register, `after training ${n + 1}`).toEqual(lists);
			for (const office of [county.townshipA, county.townshipB]) {
				const own = await sent(office.id);
				expect(own.register, `${office.shortName} after training ${n + 1}`).toEqual(own.lists);
			}
		}
		expect((await counted()).lists.trainings).toBeGreaterThan(2);
	});

	it('are taken back by a line that says why; nothing in the register is written over', async () => {
		const before = await query('select to_jsonb(e)::text as row from register_entry e order by id');
		const id = await told({ title: '要退回的培训', day: '2026-05-28' });
		await signUp('clerk', id, county.townshipA.id, [person('学员甲')]);
		await move(id, 'hold');
		const [{ id: row }] = (await view(id)).people;
		await post('countyOfficer', `/api/trainings/${id}/attendance`, { marks: [{ id: row, attended: true }] });
		await move(id, 'close');
		await move(id, 'reopen', { text: '人数登记有误，需要更正。' });
		await move(id, 'close');
		const after = await query('select to_jsonb(e)::text as row from register_entry e order by id');
		expect(after.slice(0, before.length)).toEqual(before);
		expect(after).toHaveLength(before.length + 2);
		const voids = await query('select reason from register_void order by entry_id desc limit 1');
		expect(voids[0]?.reason).toContain('人数登记有误');
		const { history } = await view(id);
		expect(history.map(({ entry }: { entry: string }) => entry).slice(-3)).toEqual([
			'办结并记入台账',
			'退回修改',
			'办结并记入台账',
		]);
	});
});

describe('the list from the door', () => {
	it('counts two people of one name as two, though only one had signed up', async () => {
		const id = await told({ title: '同名人员培训' });
		await signUp('clerk', id, county.townshipA.id, [person('林晓')]);
		await move(id, 'hold');
		const rows = [
			['柳溪镇', '林晓', '主任', '是'],
			['柳溪镇', '林晓', '干事', '是'],
		];
		expect((await atDoor(id, rows)).json()).toMatchObject({ ready: true, imported: 2 });
		expect(await view(id)).toMatchObject({ signedUp: 2, came: 2 });
		// The same sheet again finds both, and makes no third.
		await atDoor(id, rows);
		expect(await view(id)).toMatchObject({ signedUp: 2, came: 2 });
	});

	it('sent twice at once is one list', async () => {
		const id = await told({ title: '同时导入的培训' });
		await move(id, 'hold');
		const rows = ['甲', '乙', '丙'].map((name) => ['石桥镇', `学员${name}`, '', '是']);
		const both = await Promise.all([atDoor(id, rows), atDoor(id, rows)]);
		expect(both.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
		expect(await view(id)).toMatchObject({ signedUp: 3, came: 3 });
	});

	it.each(['constructor', '=1+1', '', '来了', '__proto__'])(
		'with %j for whether somebody came takes in nobody',
		async (came) => {
			const id = await told({ title: '错误名单培训' });
			await move(id, 'hold');
			const answer = await atDoor(id, [
				['石桥镇', '学员甲', '', '是'],
				['石桥镇', '学员乙', '', came],
			]);
			expect(answer.statusCode).toBe(422);
			expect((await view(id)).people).toEqual([]);
		},
	);

	it('changes nothing of an office that has confirmed', async () => {
		const id = await told({ title: '已经确认的培训' });
		await signUp('clerk', id, county.townshipA.id, [person('学员甲')]);
		await move(id, 'hold');
		await atDoor(id, [['柳溪镇', '学员甲', '', '是']]);
		await post('clerk', `/api/trainings/${id}/confirm`, { confirmed: true });
		const answer = await atDoor(id, [
			['柳溪镇', '学员甲', '', '否'],
			['石桥镇', '学员丁', '', '是'],
		]);
		expect(answer.statusCode).toBe(409);
		expect(await view(id)).toMatchObject({ signedUp: 1, came: 1 });
	});
});

describe('accounts on a list', () => {
	it('are those of the office: nobody gives an opinion through another’s, and one that is not there is no fault of ours', async () => {
		const id = await told({ title: '账号核对培训' });
		const refused = await signUp('clerk', id, county.townshipA.id, [
			person('周航', '', county.people.reviewer),
			person('苏禾', '', county.people.clerkB),
			person('某人', '', 999_999),
		]);
		expect(refused.statusCode).toBe(422);
		expect(refused.json().issues.map(({ field }: { field: string }) => field)).toEqual([
			'people.1.name',
			'people.2.name',
		]);
		expect((await view(id)).people).toEqual([]);
		expect(
			(await signUp('clerk', id, county.townshipA.id, [person('周航', '', county.people.reviewer)])).statusCode,
		).toBe(200);
	});

	it('an opinion leads to nobody: not by its row, its order, its time or the log', async () => {
		const id = await told({ title: '评价保密培训' });
		const keys = ['clerk', 'reviewer', 'leader'] as const;
		for (const key of keys)
			await signUp('clerk', id, county.townshipA.id, [person(`学员${key}`, '', county.people[key])]);
		await move(id, 'hold');
		const marks = (await view(id)).people.map((one: { id: number }) => ({ id: one.id, attended: true }));
		await post('countyOfficer', `/api/trainings/${id}/attendance`, { marks });
		const before = Number((await query('select coalesce(max(id), 0)::int as n from audit_entry'))[0]?.n);
		for (const [at, key] of keys.entries())
			await post(key, `/api/trainings/${id}/rating`, { scores: [at + 1, 1, 1, 1], comment: `意见${key}` });
		const ratings = await query('select * from training_rating where training_id = $1', [id]);
		for (const row of ratings) expect(Object.keys(row).sort()).toEqual(['comment', 'id', 'scores', 'training_id']);
		const tables = ['training_person', 'timeline', 'event', 'job'];
		for (const table of tables) {
			const rows = await query(`select to_jsonb(t)::text as row from ${table} t`);
			for (const { row } of rows) expect(String(row), table).not.toMatch(/意见(?:clerk|reviewer|leader)/);
		}
		const audit = await query('select to_jsonb(a)::text as row from audit_entry a where id > $1', [before]);
		for (const { row } of audit)
			for (const { id: rating } of ratings) expect(String(row)).not.toContain(String(rating));
		for (const key of keys) expect((await (await as(key)).get(`/api/trainings/${id}`)).body).not.toContain('意见');
	});
});

describe('a certificate', () => {
	it('of New Year’s morning bears the new year, though it is still the old one in Greenwich', async () => {
		server.clock.set('2026-12-31T16:30:00Z');
		browsers.clear();
		const exam = {
			...{
				title: '跨年测试',
				note: '',
				mode: 'fixed',
				chosen: ['T001'],
				quotas: [],
				offices: [],
				minutes: 30,
				passMark: 60,
			},
			...{ opensAt: '2026-12-31T16:00:00Z', closesAt: '2027-01-03T00:00:00Z', tries: 1, sealed: true },
		};
		const { id } = (await post('countyOfficer', '/api/exams', exam)).json();
		expect((await post('countyOfficer', `/api/exams/${id}/moves/announce`)).statusCode).toBe(200);
		const { sitting } = (await post('clerk', `/api/exams/${id}/start`)).json();
		const { SHIPPED_QUESTIONS } = await import('./bank/shipped.ts');
		const answers = { T001: [...(SHIPPED_QUESTIONS.find(({ key }) => key === 'T001')?.answer ?? [])] };
		await post('clerk', `/api/exams/${id}/submit`, { answers, version: sitting.version });
		const { certificateOf } = await import('./queries/results.ts');
		const { reader } = await import('../../platform/transaction.ts');
		const facts = await certificateOf(reader(server.as(county.actor('clerk'))), id);
		expect(facts.number).toMatch(/^2027-/);
	});
});
