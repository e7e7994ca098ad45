import type { Issue } from '../../kernel/issue.ts';
import type { Permission } from '../../kernel/permissions.ts';
import { defineWorkflow } from '../../kernel/workflow.ts';
import type { Office, OfficeKind, Person } from './model.ts';
import { say } from './rules/say.ts';

export type OfficeState = Office['status'] | 'removed';
export type OfficeAction = 'change' | 'rename' | 'merge' | 'remove';

export interface OfficeFacts {
	kind: OfficeKind;
}

const notTheCounty = ({ kind }: OfficeFacts): Issue | null => (kind === 'county' ? say('office.mergeCounty') : null);

/** 机关: active until it is merged into another. Whether one may be removed the database knows: nothing may refer to it. */
export const officeWorkflow = defineWorkflow<OfficeState, OfficeAction, Permission, OfficeFacts>({
	name: '机关',
	states: { active: { label: '在用' }, merged: { label: '已并入其他机关' }, removed: { label: '已删除' } },
	transitions: [
		{ action: 'change', label: '修改', from: ['active'], to: 'active', permission: 'office.manage' },
		{ action: 'rename', label: '更名', from: ['active'], to: 'active', permission: 'office.manage' },
		{
			action: 'merge',
			label: '并入其他机关',
			from: ['active'],
			to: 'merged',
			permission: 'office.manage',
			guards: [notTheCounty],
		},
		{
			action: 'remove',
			label: '删除',
			from: ['active'],
			to: 'removed',
			permission: 'office.manage',
			guards: [({ kind }) => (kind === 'county' ? say('office.inUse') : null)],
		},
	],
});

export type PersonState = 'active' | 'disabled' | 'removed';
export type PersonAction =
	| 'change'
	| 'assign'
	| 'deputize'
	| 'resetPassword'
	| 'unlock'
	| 'disable'
	| 'enable'
	| 'remove';

export interface PersonFacts {
	self: boolean;
	/** The only one left who can manage people. */
	lastAdministrator: boolean;
	locked: boolean;
	hasSignedIn: boolean;
}

const notSelf = ({ self }: PersonFacts): Issue | null => (self ? say('person.self') : null);
const notLast = ({ lastAdministrator }: PersonFacts): Issue | null =>
	lastAdministrator ? say('person.lastAdministrator') : null;

const manage = { permission: 'person.manage' as const };

/** 人员: accounts are disabled, not removed, once somebody has worked with them. */
export const personWorkflow = defineWorkflow<PersonState, PersonAction, Permission, PersonFacts>({
	name: '人员',
	states: { active: { label: '在用' }, disabled: { label: '已停用' }, removed: { label: '已删除' } },
	transitions: [
		{ ...manage, action: 'change', label: '修改', from: ['active'], to: 'active' },
		{ ...manage, action: 'change', label: '修改', from: ['disabled'], to: 'disabled' },
		{ ...manage, action: 'assign', label: '分配角色', from: ['active'], to: 'active' },
		{ ...manage, action: 'deputize', label: '设置代理', from: ['active'], to: 'active' },
		{ ...manage, action: 'resetPassword', label: '重置密码', from: ['active'], to: 'active' },
		{
			...manage,
			action: 'unlock',
			label: '解除暂停登录',
			from: ['active'],
			to: 'active',
			guards: [({ locked }) => (locked ? null : say('person.notLocked'))],
		},
		{ ...manage, action: 'disable', label: '停用', from: ['active'], to: 'disabled', guards: [notSelf, notLast] },
		{ ...manage, action: 'enable', label: '启用', from: ['disabled'], to: 'active' },
		{
			...manage,
			action: 'remove',
			label: '删除',
			from: ['active', 'disabled'],
			to: 'removed',
			guards: [notSelf, notLast, ({ hasSignedIn }) => (hasSignedIn ? say('person.hasHistory') : null)],
		},
	],
});

export function stateOfPerson(person: Pick<Person, 'disabledAt'>): PersonState {
	return person.disabledAt ? 'disabled' : 'active';
}
