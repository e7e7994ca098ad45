import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../../../../test/app.ts';
import { type County, hashOfPassword, makeCounty } from '../../../../test/fixtures.ts';
import { type Reader, reader, type Tx, transact } from '../../../platform/transaction.ts';
import { assignRole, createPerson, officeNameOn, peopleWithPermission } from '../index.ts';
import { rolesOfPerson } from '../queries/roles.ts';
import { endAssignment, insertAssignment, selectAssignments } from '../store/assignments.ts';
import { insertOfficeName } from '../store/offices.ts';
import { selectUsedPasswords, setPassword, updatePerson } from '../store/people.ts';
import { endSessionsOf, insertSession, lastOfficeOf, selectLiveSession } from '../store/sessions.ts';
import { forgetAttempts, hashOfLogin, selectLocks, takeAttempt } from '../store/sign-in-attempts.ts';

let server: TestApp;
let county: County;
beforeAll(async () => {
	server = await createTestApp();
	county = await makeCounty(server);
});
afterAll(() => server.close());
const system = <T>(work: (tx: Tx) => Promise<T>) => transact(server.as({ kind: 'system', name: 'test' }), work);
const read = (): Reader => reader(server.as({ kind: 'public' }));

async function person(loginName: string): Promise<number> {
	const passwordHash = await hashOfPassword();
	return await system((tx) => createPerson(tx, { loginName, name: loginName, passwordHash }));
}

describe('roles on a day', () => {
	test('begin and end on their days, and one ended before it began never counts', async () => {
		const id = await person('days');
		const office = county.townshipA.id;
		await system((tx) =>
			assignRole(tx, { personId: id, officeId: office, role: 'clerk', from: '2026-03-01', until: '2026-03-31' }),
		);
		const cancelled = await system((tx) =>
			assignRole(tx, { personId: id, officeId: office, role: 'leader', from: '2026-04-01' }),
		);
		await system((tx) => endAssignment(tx, cancelled, '2026-03-15'));
		const on = async (day: string) => (await rolesOfPerson(read(), id, day)).flatMap(({ roles }) => roles);
		expect(await on('2026-02-28')).toEqual([]);
		expect(await on('2026-03-01')).toEqual(['clerk']);
		expect(await on('2026-03-31')).toEqual(['clerk']);
		expect(await on('2026-04-01')).toEqual([]);
		const [, ended] = await selectAssignments(read(), { personId: id });
		expect(ended?.until).toBe('2026-03-31');
	});

	test('several in one office are one entry, in several offices several', async () => {
		const id = await person('many');
		const { townshipA, townshipB } = county;
		await system(async (tx) => {
			await assignRole(tx, { personId: id, officeId: townshipA.id, role: 'clerk' });
			await assignRole(tx, { personId: id, officeId: townshipA.id, role: 'reviewer' });
			await assignRole(tx, { personId: id, officeId: townshipB.id, role: 'leader' });
		});
		expect(await rolesOfPerson(read(), id, '2026-06-01')).toEqual([
			{ officeId: townshipA.id, roles: ['clerk', 'reviewer'] },
			{ officeId: townshipB.id, roles: ['leader'] },
		]);
	});

	test('of a deputy whose absent colleague is themselves a deputy count nothing', async () => {
		const [first, second] = [await person('chain.one'), await person('chain.two')];
		const days = {
			officeId: county.townshipB.id,
			role: 'leader' as const,
			from: '2026-06-01',
			until: '2026-06-30',
			reason: '休假',
		};
		await system(async (tx) => {
			await insertAssignment(tx, { ...days, personId: first, deputyFor: county.people.leaderB });
			await insertAssignment(tx, { ...days, personId: second, deputyFor: first });
		});
		expect(await rolesOfPerson(read(), first, '2026-06-10')).toHaveLength(1);
		expect(await rolesOfPerson(read(), second, '2026-06-10')).toEqual([]);
	});

	test('that a later version dropped give nothing and stop nothing', async () => {
		const id = await person('old.role');
		await server.services.database.pool.query(
			`insert into assignment (person_id, office_id, role, valid_from) values ($1, $2, 'archivist', '2020-01-01')`,
			[id, county.townshipA.id],
		);
		expect(await rolesOfPerson(read(), id, '2026-06-01')).toEqual([]);
	});

	test('of a disabled account count nothing', async () => {
		const id = await person('gone');
		await system((tx) => assignRole(tx, { personId: id, officeId: county.department.id, role: 'secrecyReviewer' }));
		expect(await peopleWithPermission(read(), county.department.id, 'document.secrecyReview')).toEqual([id]);
		await system((tx) => updatePerson(tx, id, { disabledAt: tx.now }));
		expect(await peopleWithPermission(read(), county.department.id, 'document.secrecyReview')).toEqual([]);
	});
});

describe('names over time', () => {
	test('answer for every day, the first also for the days before', async () => {
		const { id } = county.department;
		await server.services.database.pool.query(
			`update office_name set valid_until = '2023-12-31' where office_id = $1`,
			[id],
		);
		await system((tx) =>
			insertOfficeName(tx, id, { name: '乙局', shortName: '乙', from: '2024-01-01', until: '2024-12-31' }),
		);
		await system((tx) => insertOfficeName(tx, id, { name: '丙局', shortName: '丙', from: '2025-01-01', until: null }));
		const on = (day: string) => officeNameOn(read(), id, day);
		expect(await on('1900-01-01')).toBe('青河县水务局');
		expect(await on('2023-12-31')).toBe('青河县水务局');
		expect(await on('2024-06-01')).toBe('乙局');
		expect(await on('2099-12-31')).toBe('丙局');
		expect(await officeNameOn(read(), 999_999, '2026-01-01')).toBe('');
	});
});

describe('sessions', () => {
	test('are found by the hash of their cookie, until they or their person end', async () => {
		const id = await person('sessions');
		const ids = ['a', 'b', 'c'].map((letter) => letter.repeat(64));
		const { sql } = server.services.database;
		for (const [at, sessionId] of ids.entries()) {
			server.clock.set(`2026-06-01T0${at + 1}:00:00Z`);
			const officeId = at === 2 ? county.townshipB.id : county.townshipA.id;
			await system((tx) =>
				insertSession(tx, { id: sessionId, personId: id, officeId, csrfToken: 't', ip: null, userAgent: '' }),
			);
		}
		expect(await lastOfficeOf(read(), id)).toBe(county.townshipB.id);
		expect(await system((tx) => endSessionsOf(tx, id, 'ended', ids[1]))).toBe(2);
		expect(await system((tx) => endSessionsOf(tx, id, 'ended', ids[1]))).toBe(0);
		expect(await selectLiveSession(sql, ids[0] ?? '')).toBeNull();
		expect(await selectLiveSession(sql, ids[1] ?? '')).toMatchObject({ personId: id, name: 'sessions', demo: false });
		await system((tx) => updatePerson(tx, id, { disabledAt: tx.now }));
		expect(await selectLiveSession(sql, ids[1] ?? '')).toBeNull();
	});
});

describe('passwords set before', () => {
	test('are kept newest first', async () => {
		const id = await person('history');
		for (const hash of ['one', 'two', 'three']) {
			await system((tx) => setPassword(tx, id, { passwordHash: hash, mustChange: false }));
		}
		expect(await selectUsedPasswords(read(), id, 2)).toEqual(['two', 'one']);
		expect(await selectUsedPasswords(read(), id, 9)).toHaveLength(3);
	});
});

describe('sign-in attempts', () => {
	const at = (minutes: number) => new Date(Date.parse('2026-06-01T01:00:00Z') + minutes * 60_000);
	const take = (name: string, minutes: number) => takeAttempt(server.services.database.sql, name, at(minutes));

	test('keep the name as a hash only', async () => {
		await take('somebody-secret', 0);
		const { rows } = await server.services.database.pool.query('select * from sign_in_attempt');
		expect(JSON.stringify(rows)).not.toContain('somebody');
		expect(rows.map(({ login_hash }) => login_hash)).toContain(hashOfLogin('somebody-secret'));
	});

	test('lock at the fifth, let none through while locked, and begin anew after it', async () => {
		for (let n = 0; n < 4; n++) expect(await take('five', n)).toEqual({ allowed: true, lockedUntil: null });
		expect(await take('five', 4)).toEqual({ allowed: true, lockedUntil: at(19) });
		expect(await take('five', 5)).toEqual({ allowed: false, lockedUntil: at(19) });
		expect(await take('five', 18)).toEqual({ allowed: false, lockedUntil: at(19) });
		expect([...(await selectLocks(server.services.database.sql, ['five', 'other'], at(18)))]).toEqual([
			['five', at(19)],
		]);
		expect((await selectLocks(server.services.database.sql, ['five'], at(20))).size).toBe(0);
		for (let n = 0; n < 4; n++) expect((await take('five', 20 + n)).lockedUntil).toBeNull();
		expect((await take('five', 24)).lockedUntil).toEqual(at(39));
	});

	test('of one name are no other’s, and old ones of everybody are forgotten', async () => {
		for (let n = 0; n < 5; n++) await take('mine', n);
		expect((await take('yours', 5)).lockedUntil).toBeNull();
		server.clock.set(at(25 * 60));
		await system((tx) => forgetAttempts(tx, 'unrelated'));
		const { rows } = await server.services.database.pool.query('select 1 from sign_in_attempt');
		expect(rows).toEqual([]);
	});
});

describe('what the database refuses whatever the program thinks', () => {
	const refuses = async (statement: string, word: string) =>
		await expect(server.services.database.pool.query(statement)).rejects.toThrow(word);

	test.each<[string, string, string]>([
		[
			'a second county',
			`insert into office (slug, name, short_name, kind) values ('x', 'x', 'x', 'county')`,
			'office_one_county',
		],
		[
			'an office below nobody',
			`insert into office (slug, name, short_name, kind) values ('x', 'x', 'x', 'township')`,
			'check',
		],
		['an address with capitals', `update office set slug = 'Liuxi' where slug = 'liuxi'`, 'check'],
		['a merged office without a successor', `update office set status = 'merged' where slug = 'liuxi'`, 'check'],
		[
			'two names at once',
			`insert into office_name (office_id, name, short_name, valid_from) select id, 'x', 'x', '2026-01-01' from office where slug = 'liuxi'`,
			'office_name_current',
		],
		['a login name with capitals', `update person set login_name = 'Clerk' where login_name = 'clerk'`, 'check'],
		['a deputy without a last day', `update assignment set deputy_for = 1, reason = 'x' where person_id <> 1`, 'check'],
		[
			'a cookie instead of its hash',
			`insert into session (id, person_id, office_id, csrf_token, created_at, last_seen_at) values ('cookie', 1, 1, 'x', now(), now())`,
			'check',
		],
		['an end without a reason', `update session set ended_at = now(), end_reason = null`, 'check'],
	])('%s', async (_name, statement, word) => refuses(statement, word));
});
