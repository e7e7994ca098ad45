import { describe, expect, it } from 'vitest';
import type { PersonRow, RoleRow } from './api.ts';
import { deputiesFor, matchingPeople, pageOf, roleText } from './role-words.ts';

const role = (more: Partial<RoleRow> = {}): RoleRow => ({
	id: 1,
	officeId: 2,
	officeName: '柳溪镇',
	role: 'clerk',
	roleLabel: '信息员',
	from: '2020-01-01',
	until: null,
	deputyFor: null,
	deputyForName: null,
	reason: '',
	when: 'current',
	...more,
});

const person = (name: string, roles: RoleRow[], state = 'active'): PersonRow => ({
	id: 1,
	loginName: name,
	name,
	phone: '',
	state,
	mustChangePassword: false,
	demo: false,
	revision: 1,
	createdAt: '2026-01-01T00:00:00Z',
	disabledAt: null,
	lockedUntil: null,
	lastSeenAt: null,
	roles,
});

describe('a role in words', () => {
	it('names the office and, for a deputy, the person stood in for', () => {
		expect(roleText(role())).toBe('柳溪镇 信息员');
		expect(roleText(role({ deputyForName: '方远', roleLabel: '签发人' }))).toBe('柳溪镇 签发人（代理方远）');
	});
});

describe('filtering people', () => {
	const clerk = person('林晓', [role()]);
	const former = person('苏禾', [role({ when: 'past' })]);
	const off = person('秦岚', [role({ role: 'leader' })], 'disabled');
	const all = [clerk, former, off];

	it('keeps everybody without filters', () => {
		expect(matchingPeople(all, { role: '', state: '' })).toEqual(all);
	});

	it('asks for roles held now, not for those of the past', () => {
		expect(matchingPeople(all, { role: 'clerk', state: '' })).toEqual([clerk]);
	});

	it('asks for both at once', () => {
		expect(matchingPeople(all, { role: 'leader', state: 'disabled' })).toEqual([off]);
		expect(matchingPeople(all, { role: 'leader', state: 'active' })).toEqual([]);
	});
});

describe('who could stand in', () => {
	const absent = { ...person('方远', [role({ role: 'leader' })]), id: 9 };
	const near = { ...person('林晓', [role()]), id: 2 };
	const far = { ...person('苏禾', [role({ officeId: 3 })]), id: 3 };
	const former = { ...person('秦岚', [role({ when: 'past' })]), id: 4 };
	const off = { ...person('何敏', [role()], 'disabled'), id: 5 };

	it('is everybody active but the person, those of the same office first', () => {
		const found = deputiesFor(absent, [far, absent, former, off, near]);
		expect(found.map(({ name }) => name)).toEqual(['林晓', '苏禾', '秦岚']);
	});
});

describe('a page of a complete list', () => {
	const rows = Array.from({ length: 45 }, (_, at) => at);

	it('holds its part', () => {
		expect(pageOf(rows, 1, 20)).toEqual(rows.slice(0, 20));
		expect(pageOf(rows, 3, 20)).toEqual([40, 41, 42, 43, 44]);
	});

	it('is the last one when an address asks for one behind it', () => {
		expect(pageOf(rows, 99, 20)).toEqual([40, 41, 42, 43, 44]);
		expect(pageOf([], 3, 20)).toEqual([]);
	});
});
