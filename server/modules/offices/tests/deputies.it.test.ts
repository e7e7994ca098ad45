import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../../../../test/app.ts';
import { type Browser, type County, makeCounty, signIn } from '../../../../test/fixtures.ts';
import { reader } from '../../../platform/transaction.ts';
import { peopleWithPermission } from '../index.ts';

let server: TestApp;
let county: County;
let administrator: Browser;
beforeAll(async () => {
	server = await createTestApp();
	county = await makeCounty(server);
});
afterAll(() => server.close());
beforeEach(async () => {
	server.clock.set('2026-06-01T01:00:00Z');
	administrator = await signIn(server, 'administrator');
});

const keys = (answer: { json(): { issues: { field?: string; key: string }[] } }) =>
	answer.json().issues.map(({ field, key }) => `${field ?? ''} ${key}`);
/** The clerk stands in for the leader of township A. */
const appoint = (more: object = {}) =>
	administrator.post(`/api/people/${county.people.leader}/deputies`, {
		personId: county.people.clerk,
		officeId: county.townshipA.id,
		role: 'leader',
		from: '2026-06-03',
		until: '2026-06-05',
		reason: '因公外出',
		...more,
	});
const signers = () =>
	peopleWithPermission(reader(server.as({ kind: 'public' })), county.townshipA.id, 'document.signOff');
const at = (day: string, time = '01:00') => server.clock.set(`${day}T${time}:00Z`);

describe('a deputy', () => {
	test('signs only on the days given, in China’s time, and an open session follows', async () => {
		const { id } = (await appoint()).json();
		const rolesOf = async (here: Browser) => (await here.get('/api/session')).json().roles;
		// 2026-06-02 23:59 and 2026-06-03 00:00 in China.
		at('2026-06-02', '15:59');
		const evening = await signIn(server, 'clerk');
		expect(await rolesOf(evening)).toEqual(['clerk']);
		expect(await signers()).toEqual([county.people.leader]);
		at('2026-06-02', '16:00');
		expect(await rolesOf(evening)).toEqual(['clerk', 'leader']);
		expect((await evening.get('/api/session')).json().permissions).toContain('document.signOff');
		expect((await signers()).sort()).toEqual([county.people.leader, county.people.clerk].sort());
		at('2026-06-05', '15:59');
		const last = await signIn(server, 'clerk');
		expect(await rolesOf(last)).toContain('leader');
		at('2026-06-05', '16:00');
		expect(await rolesOf(last)).toEqual(['clerk']);
		at('2026-06-01');
		administrator = await signIn(server, 'administrator');
		await administrator.del(`/api/people/${county.people.clerk}/roles/${id}`);
	});

	test('is named as one, beside the reason and whom they stand in for', async () => {
		const { id } = (await appoint({ from: '2026-06-01' })).json();
		const page = (await administrator.get(`/api/people/${county.people.clerk}`)).json();
		expect(page.roles[0]).toMatchObject({
			roleLabel: '签发人',
			deputyForName: '方远',
			reason: '因公外出',
			when: 'current',
		});
		expect(page.timeline.at(-1).text).toBe('代理签发人，2026-06-01至2026-06-05（因公外出）');
		const office = (await administrator.get(`/api/offices/${county.townshipA.id}`)).json();
		expect(office.members.find(({ name }: { name: string }) => name === '林晓').roles).toEqual([
			'信息员',
			'签发人（代理）',
		]);
		await administrator.del(`/api/people/${county.people.clerk}/roles/${id}`);
	});

	test('counts no more when ended early', async () => {
		const { id } = (await appoint({ from: '2026-06-01' })).json();
		const clerk = await signIn(server, 'clerk');
		expect((await clerk.get('/api/session')).json().roles).toContain('leader');
		expect((await administrator.del(`/api/people/${county.people.clerk}/roles/${id}`)).statusCode).toBe(200);
		expect((await clerk.get('/api/session')).json().roles).toEqual(['clerk']);
		expect((await administrator.del(`/api/people/${county.people.clerk}/roles/${id}`)).statusCode).toBe(409);
	});

	test('counts only while the person on leave holds the role', async () => {
		const { id } = (await appoint({ from: '2026-06-01' })).json();
		const leader = (await administrator.get(`/api/people/${county.people.leader}`)).json();
		const own = leader.roles.find(({ deputyFor }: { deputyFor: number | null }) => deputyFor === null);
		await administrator.del(`/api/people/${county.people.leader}/roles/${own.id}`);
		expect(await signers()).toEqual([]);
		const role = { officeId: county.townshipA.id, role: 'leader', from: '2026-06-01' };
		expect((await administrator.post(`/api/people/${county.people.leader}/roles`, role)).statusCode).toBe(200);
		expect((await signers()).length).toBe(2);
		await administrator.del(`/api/people/${county.people.clerk}/roles/${id}`);
	});
});

describe('not', () => {
	test.each<[string, () => object, string]>([
		['for oneself', () => ({ personId: county.people.leader }), 'personId deputy.self'],
		['without a reason', () => ({ reason: '  ' }), 'reason deputy.reason'],
		['with a long reason', () => ({ reason: '因'.repeat(101) }), 'reason deputy.reason'],
		['backwards', () => ({ from: '2026-06-05', until: '2026-06-03' }), 'until role.until'],
		['on a day that is none', () => ({ from: '2026-06-31' }), 'from role.from'],
		['in the past', () => ({ from: '2026-05-01', until: '2026-05-31' }), 'until deputy.past'],
		['for more than a year', () => ({ until: '2027-06-30' }), 'until deputy.days'],
		['in a role the other does not hold', () => ({ role: 'reviewer' }), 'deputyFor deputy.notHeld'],
		['in an office the other is not in', () => ({ officeId: county.townshipB.id }), 'deputyFor deputy.notHeld'],
		['by a county role outside the county', () => ({ role: 'administrator' }), 'role role.place'],
	])('%s', async (_name, wrong, key) => {
		const answer = await appoint(wrong());
		expect(answer.statusCode).toBe(422);
		expect(keys(answer)).toContain(key);
	});

	test('by somebody who holds the role, and not twice for the same days', async () => {
		const role = { officeId: county.townshipA.id, role: 'leader' };
		const given = (await administrator.post(`/api/people/${county.people.reviewer}/roles`, role)).json();
		expect(keys(await appoint({ personId: county.people.reviewer }))).toEqual(['personId role.held']);
		await administrator.del(`/api/people/${county.people.reviewer}/roles/${given.id}`);
		const { id } = (await appoint()).json();
		expect(keys(await appoint({ from: '2026-06-05', until: '2026-06-09' }))).toEqual(['from deputy.overlap']);
		expect((await appoint({ from: '2026-06-06', until: '2026-06-09' })).statusCode).toBe(200);
		await administrator.del(`/api/people/${county.people.clerk}/roles/${id}`);
	});

	test('for or by somebody who is not there or disabled', async () => {
		expect((await appoint({ personId: 999_999 })).statusCode).toBe(422);
		const nobody = await administrator.post('/api/people/999999/deputies', {
			...{ personId: county.people.clerk, officeId: county.townshipA.id, role: 'leader' },
			...{ from: '2026-06-03', until: '2026-06-05', reason: '休假' },
		});
		expect(nobody.statusCode).toBe(404);
	});
});

describe('a role', () => {
	test('begins and ends on its days', async () => {
		const role = { officeId: county.townshipB.id, role: 'clerk', from: '2026-06-10', until: '2026-06-11' };
		const url = `/api/people/${county.people.reviewer}/roles`;
		expect((await administrator.post(url, role)).statusCode).toBe(200);
		const offices = async () => {
			const here = await signIn(server, 'reviewer');
			return (await here.get('/api/session')).json().offices.length;
		};
		expect(await offices()).toBe(1);
		at('2026-06-10');
		expect(await offices()).toBe(2);
		at('2026-06-12');
		expect(await offices()).toBe(1);
	});

	test.each<[string, object, string]>([
		['twice', { role: 'clerk' }, 'role role.held'],
		['over days it is held already', { role: 'clerk', from: '2019-01-01', until: '2020-06-01' }, 'role role.held'],
		['backwards', { role: 'leader', from: '2026-06-05', until: '2026-06-04' }, 'until role.until'],
		['of the county in a department', { role: 'countyOfficer' }, 'role role.place'],
	])('is not given %s', async (_name, wrong, key) => {
		const url = `/api/people/${county.people.clerkD}/roles`;
		const answer = await administrator.post(url, { officeId: county.department.id, ...wrong });
		expect(keys(answer)).toEqual([key]);
	});

	test('that nobody knows is refused by the schema', async () => {
		const url = `/api/people/${county.people.clerkD}/roles`;
		const answer = await administrator.post(url, { officeId: county.department.id, role: 'emperor' });
		expect(answer.statusCode).toBe(422);
	});
});

test('the roles are told with their permissions in Chinese', async () => {
	const { roles } = (await administrator.get('/api/roles')).json();
	const officer = roles.find(({ role }: { role: string }) => role === 'countyOfficer');
	expect(officer).toMatchObject({ label: '县政务公开办', countyOnly: true });
	expect(officer.permissions).toContainEqual({ permission: 'report.accept', label: '接收或退回年度报告' });
});
