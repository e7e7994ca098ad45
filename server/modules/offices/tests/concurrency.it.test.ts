import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createTestApp, type TestApp } from '../../../../test/app.ts';
import { type Browser, type County, makeCounty, PASSWORD, signIn } from '../../../../test/fixtures.ts';
import { reader } from '../../../platform/transaction.ts';
import { listOffices, officeTree } from '../index.ts';

vi.setConfig({ testTimeout: 60_000 });

// Each of these is two people who press a button at the same moment. Whatever wins, what is left must make sense.
let server: TestApp;
let county: County;
let one: Browser;
let two: Browser;
beforeEach(async () => {
	server = await createTestApp();
	county = await makeCounty(server);
	one = await signIn(server, 'administrator');
	two = await signIn(server, 'administrator');
});
afterEach(() => server.close());
afterAll(() => vi.resetConfig());

const statuses = (answers: { statusCode: number }[]) => answers.map(({ statusCode }) => statusCode);
const read = () => reader(server.as({ kind: 'public' }));
const rows = async (query: string) => (await server.services.database.pool.query(query)).rows;

describe('two offices', () => {
	test('merged into each other: one of them stays', async () => {
		const [a, b] = [county.townshipA.id, county.townshipB.id];
		const answers = await Promise.all([
			one.post('/api/offices/merge', { from: a, into: b }),
			two.post('/api/offices/merge', { from: b, into: a }),
		]);
		expect(statuses(answers).filter((status) => status === 200)).toHaveLength(1);
		const active = (await listOffices(read())).map(({ id }) => id);
		expect([a, b].filter((id) => active.includes(id))).toHaveLength(1);
	});

	test('hung below each other: no circle', async () => {
		const [a, b] = [county.townshipA, county.townshipB];
		const answers = await Promise.all([
			one.put(`/api/offices/${a.id}`, { revision: 1, parentId: b.id }),
			two.put(`/api/offices/${b.id}`, { revision: 1, parentId: a.id }),
		]);
		expect(statuses(answers).sort()).toEqual([200, 422]);
		const tree = await officeTree(read());
		const count = (node: { children: { children: [] }[] }): number =>
			node.children.reduce((sum, child) => sum + count(child as never), 1);
		expect(count(tree as never)).toBe(4);
	});

	test('given one address: one is told', async () => {
		const rename = (browser: Browser, id: number, name: string) =>
			browser.post(`/api/offices/${id}/rename`, { revision: 1, name, shortName: name, on: '2026-06-01', slug: 'tong' });
		const answers = await Promise.all([
			rename(one, county.townshipA.id, '同街镇'),
			rename(two, county.townshipB.id, '同城镇'),
		]);
		expect(statuses(answers).sort()).toEqual([200, 422]);
		expect(await rows("select 1 from office where slug = 'tong'")).toHaveLength(1);
	});
});

describe('an office that is merged while', () => {
	test('somebody is given a role in it: the role is in neither or in a living office', async () => {
		const role = { officeId: county.townshipB.id, role: 'reviewer' };
		const [merged, assigned] = await Promise.all([
			one.post('/api/offices/merge', { from: county.townshipB.id, into: county.townshipA.id }),
			two.post(`/api/people/${county.people.clerkD}/roles`, role),
		]);
		expect(merged?.statusCode).toBe(200);
		expect([200, 422]).toContain(assigned?.statusCode);
		const open = await rows(
			`select office.status from assignment join office on office.id = office_id
			where valid_until is null and office.status = 'merged'`,
		);
		expect(open).toEqual([]);
	});

	test('it is renamed: it keeps exactly one last name', async () => {
		const { id } = county.townshipB;
		await Promise.all([
			one.post('/api/offices/merge', { from: id, into: county.townshipA.id }),
			two.post(`/api/offices/${id}/rename`, { revision: 1, name: '石河镇', shortName: '石河', on: '2026-06-01' }),
		]);
		const names = await rows(
			`select valid_from, valid_until from office_name where office_id = ${id} order by valid_from`,
		);
		expect(names.at(-1)?.valid_until).not.toBeNull();
		expect(names.filter(({ valid_until }) => valid_until === null)).toEqual([]);
	});

	test('somebody signs in to it: they are in its successor', async () => {
		const [, signedIn] = await Promise.all([
			one.post('/api/offices/merge', { from: county.townshipB.id, into: county.townshipA.id }),
			signIn(server, 'clerkB').catch(() => null),
		]);
		const browser = signedIn ?? (await signIn(server, 'clerkB'));
		expect((await browser.get('/api/session')).json().office.id).toBe(county.townshipA.id);
	});
});

describe('an account that is disabled while', () => {
	const disable = () => one.post(`/api/people/${county.people.clerkB}/disable`);

	test('it signs in: no session is left open', async () => {
		await Promise.all([disable(), signIn(server, 'clerkB').catch(() => null)]);
		const open = await rows(`select 1 from session where person_id = ${county.people.clerkB} and ended_at is null`);
		expect(open).toEqual([]);
	});

	test('it changes its password: it is disabled', async () => {
		const browser = await signIn(server, 'clerkB');
		await Promise.all([
			disable(),
			browser.post('/api/session/password', { current: PASSWORD, next: 'Another-Word-1' }),
		]);
		expect((await browser.get('/api/offices')).statusCode).toBe(401);
		await expect(signIn(server, 'clerkB', 'Another-Word-1')).rejects.toThrow('cannot sign in');
	});
});

test('a password that is reset while its owner changes it: one of the two counts, and only one', async () => {
	const browser = await signIn(server, 'clerkB');
	const [reset] = await Promise.all([
		one.post(`/api/people/${county.people.clerkB}/password`),
		browser.post('/api/session/password', { current: PASSWORD, next: 'Another-Word-1' }),
	]);
	const works = async (password: string) => (await signIn(server, 'clerkB', password).catch(() => null)) !== null;
	const working = [await works(PASSWORD), await works('Another-Word-1'), await works(reset?.json().password)];
	expect(working[0]).toBe(false);
	expect(working.filter(Boolean)).toHaveLength(1);
});

test('deputies for one person are appointed at the same moment: once each', async () => {
	const body = {
		...{ personId: county.people.clerk, officeId: county.townshipA.id, role: 'leader' },
		...{ from: '2026-06-03', until: '2026-06-05', reason: '出差' },
	};
	const url = `/api/people/${county.people.leader}/deputies`;
	expect(statuses(await Promise.all([one.post(url, body), two.post(url, body)])).sort()).toEqual([200, 422]);
});

test('ten people sign in at the same moment, each to themselves', async () => {
	const names = [
		'clerk',
		'reviewer',
		'secrecyReviewer',
		'leader',
		'clerkB',
		'reviewerB',
		'leaderB',
		'clerkD',
		'leaderD',
		'countyOfficer',
	];
	const browsers = await Promise.all(names.map((name) => signIn(server, name)));
	const seen = await Promise.all(browsers.map((browser) => browser.get('/api/session')));
	expect(seen.map((answer) => answer.json().person.userName)).toEqual(names.map((name) => name.toLowerCase()));
});
