import { describe, expect, it } from 'vitest';
import { render, textOf } from '../../testing/render.tsx';
import type { PersonDetail, RoleRow } from './api.ts';
import { ListPage } from './list-page.tsx';
import { NewPage } from './new-page.tsx';
import { PersonPage } from './person-page.tsx';

const role: RoleRow = {
	id: 7,
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
};
const person = (change: Partial<PersonDetail> = {}): PersonDetail => ({
	id: 5,
	loginName: 'linxiao',
	name: '林晓',
	phone: '',
	state: 'active',
	mustChangePassword: false,
	demo: false,
	revision: 1,
	createdAt: '2026-01-01T00:00:00Z',
	disabledAt: null,
	lockedUntil: null,
	lastSeenAt: null,
	roles: [role],
	moves: [],
	timeline: [],
	...change,
});
const unlock = {
	action: 'unlock',
	label: '解除暂停登录',
	permitted: true,
	allowed: false,
	reasons: [{ key: 'person.notLocked', message: '该账号没有被暂停登录。' }],
};

describe('the list of people', () => {
	const shown = (people: PersonDetail[], at = '/people') =>
		textOf(
			render(<ListPage />, {
				at,
				data: [
					[['people', '', ''], people],
					[['roles'], []],
					[['offices', 'all'], []],
				],
			}),
		);

	it('shows the roles held today', () => {
		const former = { ...role, id: 8, roleLabel: '签发人', when: 'past' as const };
		const text = shown([person({ roles: [role, former] })]);
		expect(text).toContain('柳溪镇 信息员');
		expect(text).not.toContain('签发人');
	});

	it('says that somebody without a role cannot sign in', () => {
		expect(shown([person({ roles: [] })])).toContain('未分配角色，不能登录');
	});

	it('marks who is locked out', () => {
		expect(shown([person({ lockedUntil: '2026-06-01T01:10:00Z' })])).toContain('暂停登录');
	});

	it('leaves the disabled out until they are asked for', () => {
		const off = person({ state: 'disabled' });
		expect(shown([off])).toContain('没有符合条件的人员');
		expect(shown([off], '/people?state=')).toContain('已停用');
	});
});

describe('the page of a person', () => {
	const shown = (change: Partial<PersonDetail> = {}) =>
		textOf(
			render(<PersonPage />, {
				path: '/people/:id',
				at: '/people/5',
				data: [
					[['people', 5], person(change)],
					[['sessions', 5], []],
				],
			}),
		);

	it('shows the account, its roles and that nobody has signed in', () => {
		const text = shown();
		expect(text).toContain('登录名 linxiao');
		expect(text).toContain('柳溪镇 信息员 2020年1月1日 长期');
		expect(text).toContain('还没有登录过');
	});

	it('says when the initial password was not changed yet', () => {
		expect(shown({ mustChangePassword: true })).toContain('初始密码，尚未修改');
		expect(shown()).toContain('本人已设置');
	});

	it('explains a lock, and offers to lift it only then', () => {
		expect(shown({ moves: [unlock] })).not.toContain('解除暂停登录');
		const locked = shown({
			lockedUntil: '2026-06-01T01:10:00Z',
			moves: [{ ...unlock, allowed: true, reasons: [] }],
		});
		expect(locked).toContain('2026年6月1日 09:10前不能登录');
		expect(locked).toContain('解除暂停登录');
	});

	it('offers to end a role that runs, not one that has ended', () => {
		expect(shown()).toContain('结束');
		const past = shown({ roles: [{ ...role, when: 'past', until: '2025-12-31' }] });
		expect(past).toContain('2025年12月31日');
		expect(past).toContain('已结束');
	});
});

describe('a new person', () => {
	it('begins with one role to fill in', () => {
		const text = textOf(
			render(<NewPage />, {
				data: [
					[['offices', 'all'], []],
					[['roles'], []],
				],
			}),
		);
		expect(text).toContain('请选择机关');
		expect(text).toContain('再加一个角色');
	});
});
