import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../../../test/app.ts';
import { type County, makeCounty, PERSON_KEYS, signIn } from '../../../test/fixtures.ts';
import { reader } from '../../platform/transaction.ts';
import { listOffices, officeBySlug, officeNameOn, officeTree, peopleWithPermission, personName } from './index.ts';

let server: TestApp;
let county: County;
beforeAll(async () => {
	server = await createTestApp();
	county = await makeCounty(server);
});
afterAll(() => server.close());
const read = () => reader(server.as({ kind: 'public' }));

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
	expect(await peopleWithPermission(read(), county.townshipA.id, 'document.signOff')).toEqual([county.people.leader]);
	expect(await personName(read(), county.people.leaderB)).toBe('程立');
});

test('everybody of the county can sign in', async () => {
	for (const key of PERSON_KEYS) expect((await signIn(server, key)).csrf).toMatch(/^[\w-]{32}$/);
});
