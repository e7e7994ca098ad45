import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../../../../test/app.ts';
import { type Browser, type County, makeCounty, signIn } from '../../../../test/fixtures.ts';
import { reader } from '../../../platform/transaction.ts';
import { listOffices, officeBySlug, officeNameOn, officeTree, peopleWithPermission, personName } from '../index.ts';

let server: TestApp;
let county: County;
let officer: Browser;
beforeAll(async () => {
	server = await createTestApp();
	county = await makeCounty(server);
	officer = await signIn(server, 'countyOfficer');
});
afterAll(() => server.close());
const read = () => reader(server.as({ kind: 'public' }));
const station = (more: object = {}) => ({
	slug: 'nongji-zhan',
	name: '青河县农机站',
	shortName: '县农机站',
	kind: 'department',
	parentId: county.county.id,
	...more,
});
const problems = (answer: { json(): { issues: { field?: string; key: string }[] } }) =>
	answer.json().issues.map(({ field, key }) => `${field ?? ''} ${key}`);

describe('what other modules read', () => {
	test('the tree begins at the county and keeps the order of the offices', async () => {
		const tree = await officeTree(read());
		expect(tree?.name).toBe('青河县人民政府办公室');
		expect(tree?.children.map(({ shortName }) => shortName)).toEqual(['柳溪镇', '石桥镇', '县水务局']);
		expect((await listOffices(read())).map(({ id }) => id)[0]).toBe(county.county.id);
	});

	test('an address leads to its office, an unknown one nowhere', async () => {
		expect((await officeBySlug(read(), 'liuxi'))?.id).toBe(county.townshipA.id);
		expect(await officeBySlug(read(), 'nowhere')).toBeNull();
		expect(await officeNameOn(read(), county.townshipA.id, '2019-01-01')).toBe('柳溪镇人民政府');
	});

	test('who may sign off in an office is its leader, and nobody of another', async () => {
		const leaders = await peopleWithPermission(read(), county.townshipA.id, 'document.signOff');
		expect(leaders).toEqual([county.people.leader]);
		expect(await personName(read(), county.people.leaderB)).toBe('程立');
		expect(await personName(read(), 999_999)).toBe('');
	});
});

describe('an office sees itself', () => {
	test('in the list and by its id; others are not there', async () => {
		const clerk = await signIn(server, 'clerk');
		const list = (await clerk.get('/api/offices')).json().offices;
		expect(list.map(({ id }: { id: number }) => id)).toEqual([county.townshipA.id]);
		expect((await clerk.get(`/api/offices/${county.townshipA.id}`)).statusCode).toBe(200);
		for (const other of [county.townshipB, county.county, county.department]) {
			expect((await clerk.get(`/api/offices/${other.id}`)).statusCode).toBe(404);
		}
		expect((await clerk.get('/api/offices/999999')).statusCode).toBe(404);
	});

	test('and everybody in the directory, with what is public anyway', async () => {
		const clerk = await signIn(server, 'clerk');
		const { offices } = (await clerk.get('/api/offices/directory')).json();
		expect(offices).toHaveLength(4);
		expect(Object.keys(offices[0]).sort()).toEqual(['address', 'id', 'kind', 'name', 'phone', 'shortName', 'slug']);
	});

	test('its page shows its people, what is missing, its names and no button', async () => {
		const clerk = await signIn(server, 'clerkD');
		const page = (await clerk.get(`/api/offices/${county.department.id}`)).json();
		expect(page.members).toContainEqual({ id: county.people.leaderD, name: '梁川', roles: ['签发人'] });
		expect(page.missing.map(({ label }: { label: string }) => label)).toEqual(['传真号码', '电子邮箱']);
		expect(page.names).toMatchObject([{ name: '青河县水务局', until: null }]);
		expect(page.moves.every(({ permitted }: { permitted: boolean }) => !permitted)).toBe(true);
		expect(page.timeline[0]).toMatchObject({ text: '新增：青河县水务局' });
	});
});

describe('the county office adds, changes and removes', () => {
	test('an office, from its names on', async () => {
		const { id } = (await officer.post('/api/offices', station())).json();
		const page = (await officer.get(`/api/offices/${id}`)).json();
		expect(page).toMatchObject({
			name: '青河县农机站',
			status: 'active',
			revision: 1,
			address: '',
			kindLabel: '县直部门',
		});
		const { revision } = page;
		const changed = await officer.put(`/api/offices/${id}`, { revision, phone: '0999-8000030', slug: 'nongji' });
		expect(changed.statusCode).toBe(200);
		expect((await officer.get(`/api/offices/${id}`)).json()).toMatchObject({ phone: '0999-8000030', revision: 2 });
		expect((await officeBySlug(read(), 'nongji-zhan'))?.slug).toBe('nongji');
		expect((await officer.del(`/api/offices/${id}`)).statusCode).toBe(200);
		expect((await officer.get(`/api/offices/${id}`)).statusCode).toBe(404);
	});

	/** 条例第五十五条: schools, clinics, waterworks and the like of a township publish beside it, not inside it. */
	test('an institution of a township, with columns and a guide of its own', async () => {
		const school = station({
			slug: 'liuxi-zhongxue',
			name: '柳溪镇中学',
			shortName: '柳溪中学',
			parentId: county.townshipA.id,
		});
		const made = await officer.post('/api/offices', school);
		expect(made.statusCode, made.body).toBe(200);
		await server.settle();
		const tree = await officeTree(read());
		const township = tree?.children.find(({ shortName }) => shortName === '柳溪镇');
		expect(township?.children.map(({ shortName }) => shortName)).toEqual(['柳溪中学']);
		const page = await server.inject({ url: '/o/liuxi-zhongxue' });
		expect(page.statusCode).toBe(200);
		expect(page.body).toContain('柳溪镇中学');
		expect((await server.inject({ url: '/o/liuxi-zhongxue/guide' })).body).toContain('正在编制');
		const columns = (await officer.get(`/api/columns?officeId=${made.json().id}`)).json();
		expect(columns.map(({ slug }: { slug: string }) => slug)).toContain('rules');
		// It is no part of the township's own rows: those of the township do not see it.
		const clerk = await signIn(server, 'clerk');
		expect((await clerk.get(`/api/offices/${made.json().id}`)).statusCode).toBe(404);
	});

	test('a name typed wrongly is corrected in place, not kept as history', async () => {
		const { id } = (await officer.post('/api/offices', station({ name: '青河县农机占', slug: 'jiuzheng' }))).json();
		await officer.put(`/api/offices/${id}`, { revision: 1, name: '青河县农机总站' });
		expect((await officer.get(`/api/offices/${id}`)).json().names).toMatchObject([
			{ name: '青河县农机总站', until: null },
		]);
		await officer.del(`/api/offices/${id}`);
	});

	test.each<[string, object, string]>([
		['no name', { name: ' ' }, 'name office.name'],
		['a long name', { name: '县'.repeat(61) }, 'name office.tooLong'],
		['a taken name', { name: '石桥镇人民政府' }, 'name office.nameTaken'],
		['a taken address', { slug: 'liuxi' }, 'slug office.slugTaken'],
		['an address in Chinese', { slug: '柳溪' }, 'slug office.slug'],
		['a code of the wrong length', { code: '1234' }, 'code office.code'],
		['a taken code', { code: '99990123A00000020X' }, 'code office.codeTaken'],
		['a postcode of letters', { postcode: 'abcdef' }, 'postcode office.postcode'],
		['a phone of words', { phone: '找老王' }, 'phone office.phone'],
		['an e-mail without a domain', { email: 'a@b' }, 'email office.email'],
		['a review address without a scheme', { reviewUrl: 'www.example.cn' }, 'reviewUrl office.reviewUrl'],
		['a position below zero', { position: -1 }, 'position office.position'],
		['a second county', { kind: 'county', parentId: null }, 'kind office.oneCounty'],
		['nobody above it', { parentId: null }, 'parentId office.parent'],
		['somebody above it who is not there', { parentId: 999_999 }, 'parentId office.parent'],
	])('not with %s', async (_name, wrong, expected) => {
		const answer = await officer.post('/api/offices', station(wrong));
		expect(answer.statusCode).toBe(422);
		expect(problems(answer)).toContain(expected);
	});

	test('tells all mistakes at once', async () => {
		const answer = await officer.post('/api/offices', station({ name: '', slug: 'X', phone: '?' }));
		expect(problems(answer)).toEqual(['slug office.slug', 'name office.name', 'phone office.phone']);
	});

	test('an office is not put below itself', async () => {
		const { id } = (await officer.post('/api/offices', station({ slug: 'shang' }))).json();
		const below = station({ slug: 'xia', name: '青河县农机分站', shortName: '分站', parentId: id });
		const child = (await officer.post('/api/offices', below)).json().id;
		expect(problems(await officer.put(`/api/offices/${id}`, { revision: 1, parentId: child }))).toEqual([
			'parentId office.parentLoop',
		]);
		expect(
			problems(await officer.put(`/api/offices/${county.county.id}`, { revision: 1, kind: 'department' })),
		).toContain('kind office.countyKind');
		await officer.del(`/api/offices/${child}`);
		await officer.del(`/api/offices/${id}`);
	});

	test('one that has people or records stays, and the county always', async () => {
		const used = await officer.del(`/api/offices/${county.townshipA.id}`);
		expect(used.statusCode).toBe(409);
		expect(used.json().title).toContain('不能删除；如已撤并，请使用「合并」');
		expect((await officer.del(`/api/offices/${county.county.id}`)).statusCode).toBe(422);
		expect((await officer.get(`/api/offices/${county.townshipA.id}`)).statusCode).toBe(200);
	});

	test('what was done stands in the history and in the audit trail', async () => {
		const { id } = (await officer.post('/api/offices', station({ slug: 'shenji', name: '青河县审计站' }))).json();
		await officer.put(`/api/offices/${id}`, { revision: 1, head: '石磊' });
		const page = (await officer.get(`/api/offices/${id}`)).json();
		expect(
			page.timeline.map(({ text, actorName }: { text: string; actorName: string }) => `${actorName} ${text}`),
		).toEqual(['顾宁 新增：青河县审计站', '顾宁 修改信息']);
		const trail = (await officer.get(`/api/audit?subjectType=office&subjectId=${id}`)).json();
		expect(trail.entries.map(({ title, data }: { title: string; data: object }) => [title, data])).toEqual([
			['修改机关', { fields: ['head'] }],
			['新增机关', {}],
		]);
	});
});

test('two people change one office: the second is told, and nothing is lost', async () => {
	const administrator = await signIn(server, 'administrator');
	const url = `/api/offices/${county.townshipB.id}`;
	const { revision } = (await officer.get(url)).json();
	const [one, two] = await Promise.all([
		officer.put(url, { revision, head: '甲' }),
		administrator.put(url, { revision, head: '乙' }),
	]);
	expect([one?.statusCode, two?.statusCode].sort()).toEqual([200, 409]);
	const loser = one?.statusCode === 409 ? one : two;
	expect(loser?.json().title).toBe('内容已被他人更新，请刷新后再修改。');
	expect((await officer.get(url)).json().head).toBe(one?.statusCode === 200 ? '甲' : '乙');
});

test('two offices cannot take one name at the same moment', async () => {
	const make = (slug: string) =>
		officer.post('/api/offices', station({ slug, name: '青河县同名局', shortName: '同名局' }));
	const answers = await Promise.all([make('tong-a'), make('tong-b'), make('tong-c')]);
	expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 422, 422]);
});
