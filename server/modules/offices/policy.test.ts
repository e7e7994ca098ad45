import { describe, expect, it } from 'vitest';
import { type Actor, PUBLIC, personActor } from '../../kernel/actor.ts';
import type { Role } from '../../kernel/permissions.ts';
import type { Office } from './model.ts';
import { auditScope, isVisible, mayEndSession, maySeeSessions, visibleOffices, withPredecessors } from './policy.ts';
import { deviceOf } from './queries/session-list.ts';
import { hasExpired } from './queries/sessions.ts';
import { isLocal } from './rules/local.ts';
import { officeWorkflow, personWorkflow, stateOfPerson } from './workflow.ts';

const offices = [
	{ id: 1, mergedInto: null },
	{ id: 2, mergedInto: null },
	{ id: 3, mergedInto: 2 },
	{ id: 4, mergedInto: 3 },
	{ id: 5, mergedInto: null },
] as Office[];
const actor = (role: Role, officeId = 2, id = 7) => personActor({ id, name: '某人' }, officeId, [role]);
const SYSTEM: Actor = { kind: 'system', name: 'job' };

describe('what an actor sees of the offices', () => {
	it.each<[string, Actor, number[] | null]>([
		['a clerk: the office and those merged into it', actor('clerk'), [2, 3, 4]],
		['a leader elsewhere', actor('leader', 5), [5]],
		['the county', actor('countyOfficer', 1), null],
		['the administrator', actor('administrator', 1), null],
		['the system', SYSTEM, null],
		['the public: no full rows', PUBLIC, []],
	])('%s', (_name, who, expected) => expect(visibleOffices(who, offices)).toEqual(expected));

	it('follows a chain of mergers, in any order of the rows', () => {
		expect(withPredecessors([...offices].reverse(), 2)).toEqual([2, 3, 4]);
		expect(withPredecessors(offices, 9)).toEqual([9]);
	});

	it('answers for one office as for the list', () => {
		expect([isVisible(null, 9), isVisible([2, 3], 3), isVisible([2, 3], 5), isVisible([], 2)]).toEqual([
			true,
			true,
			false,
			false,
		]);
	});
});

describe('the audit trail', () => {
	it.each<[string, Actor, number[] | null]>([
		['the county reads all', actor('countyOfficer', 1), null],
		['the administrator reads all', actor('administrator', 1), null],
		['a clerk reads nothing', actor('clerk'), []],
		['a leader reads nothing', actor('leader'), []],
		['the public reads nothing', PUBLIC, []],
	])('%s', (_name, who, expected) => expect(auditScope(who, offices)).toEqual(expected));
});

describe('sessions', () => {
	it('are seen and ended by their person and by who manages people', () => {
		expect(maySeeSessions(actor('clerk'), 7)).toBe(true);
		expect(maySeeSessions(actor('clerk'), 8)).toBe(false);
		expect(maySeeSessions(actor('countyOfficer', 1), 8)).toBe(false);
		expect(mayEndSession(actor('administrator', 1), 8)).toBe(true);
		expect(mayEndSession(PUBLIC, 7)).toBe(false);
	});

	it('expire eight hours after use and seven days after they began', () => {
		const at = (text: string) => new Date(text);
		const session = { createdAt: at('2026-06-01T00:00:00Z'), lastSeenAt: at('2026-06-07T20:00:00Z') };
		expect(hasExpired(session, at('2026-06-07T23:59:59Z'))).toBe(false);
		expect(hasExpired(session, at('2026-06-08T00:00:01Z'))).toBe(true);
		const idle = { createdAt: at('2026-06-07T00:00:00Z'), lastSeenAt: at('2026-06-07T12:00:00Z') };
		expect(hasExpired(idle, at('2026-06-07T20:00:00Z'))).toBe(false);
		expect(hasExpired(idle, at('2026-06-07T20:00:01Z'))).toBe(true);
	});

	it.each([
		[
			'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/109.0 Safari/537.36 Edg/109.0',
			'Windows，Edge 浏览器',
		],
		['Mozilla/5.0 (X11; Linux x86_64; rv:120.0) Gecko/20100101 Firefox/120.0', 'Linux，Firefox 浏览器'],
		['Mozilla/5.0 (Linux; Android 12; HarmonyOS) AppleWebKit/537.36 Chrome/99 Mobile MicroMessenger/8.0', '鸿蒙，微信'],
		[
			'Mozilla/5.0 (iPhone; CPU iPhone OS 16_0 like Mac OS X) AppleWebKit/605 Version/16 Safari/604',
			'苹果手机或平板，Safari 浏览器',
		],
		['Mozilla/5.0 (Windows NT 6.1; Trident/7.0; rv:11.0) like Gecko', 'Windows，IE 浏览器'],
		['', '未知设备'],
	])('%s is told as a device', (userAgent, expected) => expect(deviceOf(userAgent)).toBe(expected));
});

describe('this machine', () => {
	it.each([
		['127.0.0.1', '127.0.0.1', true],
		['localhost', '::ffff:127.0.0.1', true],
		['::1', '::1', true],
		['127.0.0.1', '10.0.0.1', false],
		['0.0.0.0', '127.0.0.1', false],
		['192.168.1.2', '127.0.0.1', false],
		['127.0.0.1', undefined, false],
	])('host %s, visitor %s: %s', (host, ip, expected) => expect(isLocal(host, ip)).toBe(expected));
});

describe('the workflow tables', () => {
	it('let nothing happen to a merged office, and to a disabled account only three things', () => {
		const from = (moves: readonly { action: string; from: readonly string[] }[], state: string) =>
			moves.filter((move) => move.from.includes(state)).map(({ action }) => action);
		expect(from(officeWorkflow.transitions, 'merged')).toEqual([]);
		expect(from(personWorkflow.transitions, 'disabled')).toEqual(['change', 'enable', 'remove']);
		expect(from(personWorkflow.transitions, 'removed')).toEqual([]);
	});

	it('read the state of an account from the day it was disabled', () => {
		expect(stateOfPerson({ disabledAt: null })).toBe('active');
		expect(stateOfPerson({ disabledAt: new Date() })).toBe('disabled');
	});
});
