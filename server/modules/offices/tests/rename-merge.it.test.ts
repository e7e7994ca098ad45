import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../../../../test/app.ts';
import { type Browser, type County, makeCounty, signIn } from '../../../../test/fixtures.ts';
import { reader } from '../../../platform/transaction.ts';
import { listOffices, officeBySlug, officeNameOn, peopleWithPermission } from '../index.ts';

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
const keys = (answer: { json(): { issues: { key: string }[] } }) => answer.json().issues.map(({ key }) => key);

describe('renaming', () => {
	const rename = async (body: object) => {
		const url = `/api/offices/${county.department.id}`;
		const { revision } = (await officer.get(url)).json();
		return await officer.post(`${url}/rename`, { revision, ...body });
	};
	const next = { name: '青河县水利局', shortName: '县水利局', on: '2026-03-01' };

	test.each<[string, object, string]>([
		['the same name', { name: '青河县水务局', shortName: '县水务局' }, 'office.renameSame'],
		['a day to come', { on: '2026-06-02' }, 'office.renameDay'],
		['a day that is none', { on: '2026-02-30' }, 'office.renameDay'],
		['a name others have', { name: '柳溪镇人民政府' }, 'office.nameTaken'],
		['an address others have', { slug: 'liuxi' }, 'office.slugTaken'],
	])('not with %s', async (_name, wrong, key) => {
		expect(keys(await rename({ ...next, ...wrong }))).toContain(key);
	});

	test('keeps the old name for the days it was in use, and the old address for ever', async () => {
		expect((await rename({ ...next, slug: 'shuili' })).statusCode).toBe(200);
		const { id } = county.department;
		expect(await officeNameOn(read(), id, '2026-02-28')).toBe('青河县水务局');
		expect(await officeNameOn(read(), id, '2026-03-01')).toBe('青河县水利局');
		expect(await officeNameOn(read(), id, '2030-01-01')).toBe('青河县水利局');
		expect(await officeBySlug(read(), 'shuiwu')).toMatchObject({ id, slug: 'shuili', name: '青河县水利局' });
		const page = (await officer.get(`/api/offices/${id}`)).json();
		expect(page.names.map(({ name, until }: { name: string; until: string }) => [name, until])).toEqual([
			['青河县水务局', '2026-02-28'],
			['青河县水利局', null],
		]);
		expect(page.timeline.at(-1).text).toBe('更名：青河县水务局更名为青河县水利局，自2026-03-01起');
	});

	test('not to a day before the present name began, and not from an old screen', async () => {
		expect(keys(await rename({ name: '青河县水局', shortName: '水局', on: '2026-03-01' }))).toEqual([
			'office.renameOrder',
		]);
		const stale = await officer.post(`/api/offices/${county.department.id}/rename`, { ...next, revision: 1 });
		expect(stale.statusCode).toBe(409);
	});

	test('the old address is nobody else’s, but may be taken back', async () => {
		const other = {
			slug: 'shuiwu',
			name: '青河县水厂',
			shortName: '水厂',
			kind: 'department',
			parentId: county.county.id,
		};
		expect(keys(await officer.post('/api/offices', other))).toEqual(['office.slugTaken']);
		expect(
			(await rename({ name: '青河县水务局', shortName: '县水务局', on: '2026-05-01', slug: 'shuiwu' })).statusCode,
		).toBe(200);
		expect(await officeBySlug(read(), 'shuili')).toMatchObject({ slug: 'shuiwu' });
	});
});

describe('merging', () => {
	const merge = (from: number, into: number) => officer.post('/api/offices/merge', { from, into });
	let inB: Browser;
	let inA: Browser;

	test('not into itself, not the county, not into one that is not there, not into one below', async () => {
		const { townshipA, county: root, department } = county;
		expect(keys(await merge(townshipA.id, townshipA.id))).toEqual(['office.mergeSelf']);
		expect(keys(await merge(root.id, townshipA.id))).toEqual(['office.mergeCounty']);
		expect((await merge(townshipA.id, 999_999)).statusCode).toBe(404);
		expect((await merge(999_999, townshipA.id)).statusCode).toBe(404);
		const body = { slug: 'fenju', name: '水务分局', shortName: '分局', kind: 'department', parentId: department.id };
		const below = (await officer.post('/api/offices', body)).json().id;
		expect(keys(await merge(department.id, below))).toEqual(['office.mergeBelow']);
		await officer.del(`/api/offices/${below}`);
	});

	test('moves people and open sessions, and the address leads to the successor', async () => {
		inB = await signIn(server, 'clerkB');
		inA = await signIn(server, 'clerk');
		expect((await merge(county.townshipB.id, county.townshipA.id)).statusCode).toBe(200);
		const after = (await inB.get('/api/session')).json();
		expect(after).toMatchObject({ office: { shortName: '柳溪镇' }, roles: ['clerk'] });
		expect((await officeBySlug(read(), 'shiqiao'))?.slug).toBe('liuxi');
		expect((await listOffices(read())).map(({ shortName }) => shortName)).not.toContain('石桥镇');
		expect((await listOffices(read(), { merged: true })).map(({ shortName }) => shortName)).toContain('石桥镇');
		const signers = await peopleWithPermission(read(), county.townshipA.id, 'document.signOff');
		expect(signers.sort()).toEqual([county.people.leader, county.people.leaderB].sort());
	});

	test('the successor’s people act in the old office to finish what it left open', async () => {
		const session = (await inA.get('/api/session')).json();
		expect(
			session.offices.map(({ shortName, status }: { shortName: string; status: string }) => [shortName, status]),
		).toEqual([
			['柳溪镇', 'active'],
			['石桥镇', 'merged'],
		]);
		const moved = await inA.put('/api/session/office', { officeId: county.townshipB.id });
		expect(moved.json()).toMatchObject({ office: { shortName: '石桥镇', status: 'merged' }, roles: ['clerk'] });
		expect((await inA.get(`/api/offices/${county.townshipB.id}`)).json()).toMatchObject({
			status: 'merged',
			successor: { name: '柳溪镇人民政府' },
		});
		expect(await peopleWithPermission(read(), county.townshipB.id, 'application.approve')).toContain(
			county.people.leader,
		);
		const department = await signIn(server, 'clerkD');
		expect((await department.put('/api/session/office', { officeId: county.townshipB.id })).statusCode).toBe(403);
	});

	test('its name on its old papers stays, its history and the successor’s tell of it', async () => {
		expect(await officeNameOn(read(), county.townshipB.id, '2025-01-01')).toBe('石桥镇人民政府');
		expect(await officeNameOn(read(), county.townshipB.id, '2027-01-01')).toBe('石桥镇人民政府');
		const [from, into] = await Promise.all(
			[county.townshipB, county.townshipA].map(({ id }) => officer.get(`/api/offices/${id}`)),
		);
		expect(from?.json().timeline.at(-1).text).toBe('并入柳溪镇人民政府');
		expect(into?.json().timeline.at(-1).text).toBe('接收：石桥镇人民政府并入');
	});

	test('afterwards it is changed, renamed, merged or given roles no more', async () => {
		const { id } = county.townshipB;
		const { revision } = (await officer.get(`/api/offices/${id}`)).json();
		expect((await officer.put(`/api/offices/${id}`, { revision, head: '某人' })).statusCode).toBe(409);
		expect((await merge(id, county.department.id)).json().title).toContain('当前状态为「已并入其他机关」');
		expect(keys(await merge(county.department.id, id))).toEqual(['office.mergeTarget']);
		const administrator = await signIn(server, 'administrator');
		const role = { officeId: id, role: 'clerk' };
		const answer = await administrator.post(`/api/people/${county.people.clerkD}/roles`, role);
		expect(keys(answer)).toEqual(['role.office']);
	});

	test('a chain of mergers leads to the last', async () => {
		expect((await merge(county.townshipA.id, county.department.id)).statusCode).toBe(200);
		expect((await officeBySlug(read(), 'shiqiao'))?.slug).toBe('shuiwu');
		const clerk = await signIn(server, 'clerkD');
		const { offices } = (await clerk.get('/api/session')).json();
		expect(offices).toHaveLength(3);
		const list = (await clerk.get('/api/offices')).json().offices;
		expect(list.map(({ shortName }: { shortName: string }) => shortName)).toEqual(['县水务局', '柳溪镇', '石桥镇']);
	});
});

test('two people merge one office into different ones at the same moment: one is told', async () => {
	const other = await createTestApp();
	const there = await makeCounty(other);
	const [one, two] = [await signIn(other, 'countyOfficer'), await signIn(other, 'administrator')];
	const from = there.townshipB.id;
	const answers = await Promise.all([
		one.post('/api/offices/merge', { from, into: there.townshipA.id }),
		two.post('/api/offices/merge', { from, into: there.department.id }),
	]);
	expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
	await other.close();
});
