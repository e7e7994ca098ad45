import { describe, expect, test } from 'vitest';
import { can, inScope, nameOf, PUBLIC, personActor, scopeOf } from './actor.ts';
import { PERMISSIONS, type Permission, permissionsOf, ROLES, type Role } from './permissions.ts';

const ALL = Object.keys(PERMISSIONS) as Permission[];
const as = (...roles: Role[]) => personActor({ id: 1, name: '甲' }, 7, roles);

describe('scope', () => {
	test('an office sees itself, the county all, the public no office rows at all', () => {
		expect(scopeOf(as('clerk'))).toEqual({ kind: 'office', officeId: 7 });
		expect(scopeOf(as('countyOfficer'))).toEqual({ kind: 'all' });
		expect(scopeOf(as('administrator'))).toEqual({ kind: 'all' });
		expect(scopeOf(PUBLIC)).toEqual({ kind: 'public' });
		expect(inScope(scopeOf(as('clerk', 'leader')), 7)).toBe(true);
		expect(inScope(scopeOf(as('clerk', 'leader')), 8)).toBe(false);
		expect(inScope(scopeOf(PUBLIC), 7)).toBe(false);
	});
});

describe('permissions', () => {
	test('roles name only permissions of the closed list', () => {
		for (const role of Object.values(ROLES)) {
			for (const permission of role.permissions) expect(ALL).toContain(permission);
		}
	});

	test('every permission is held by some role, so that nothing is out of reach', () => {
		const held = permissionsOf(Object.keys(ROLES) as Role[]);
		expect(ALL.filter((permission) => !held.has(permission))).toEqual([]);
	});

	test('several roles add up; without a role nothing is allowed', () => {
		expect(can(as('clerk'), 'document.signOff')).toBe(false);
		expect(can(as('clerk', 'leader'), 'document.signOff')).toBe(true);
		expect(ALL.filter((permission) => can(as(), permission))).toEqual([]);
		expect(ALL.filter((permission) => can(PUBLIC, permission))).toEqual([]);
	});

	// Art 17 and the second signature: no single role may do both halves of a four-eyes step.
	test.each([
		['document.draft', 'document.secrecyReview'],
		['document.draft', 'document.signOff'],
		['application.handle', 'application.approve'],
		['report.draft', 'report.review'],
		['report.draft', 'report.signOff'],
		['report.draft', 'report.accept'],
	] as const)('no role holds both %s and %s', (one, other) => {
		for (const role of Object.keys(ROLES) as Role[]) {
			const held = permissionsOf([role]);
			expect(held.has(one) && held.has(other)).toBe(false);
		}
	});

	test('the administrator of the system reads no applicant and signs nothing', () => {
		const held = permissionsOf(['administrator']);
		for (const permission of [
			'application.revealIdentity',
			'application.read',
			'document.signOff',
			'report.signOff',
		] as const) {
			expect(held.has(permission)).toBe(false);
		}
	});

	test('the county office sees figures and states, never who applied', () => {
		expect(permissionsOf(['countyOfficer']).has('application.revealIdentity')).toBe(false);
	});
});

test('names in the timeline', () => {
	expect([nameOf(as()), nameOf(PUBLIC), nameOf({ kind: 'system', name: '夜间监测' })]).toEqual([
		'甲',
		'公众',
		'夜间监测',
	]);
});
