import { ROLES, type Role } from '../../kernel/permissions.ts';
import { LOCK_MINUTES } from './config.ts';

/** Every sentence of this module that a person reads, by the key of its issue. */
export const MESSAGES = {
	'office.slug': () => '网址标识只能用小写字母、数字和连字符，不超过40个字符，如 qingyuan-zhen。',
	'office.slugTaken': () => '这个网址标识正在使用或曾被其他机关使用，请换一个。',
	'office.name': () => '请填写机关全称。',
	'office.nameTaken': (name: string) => `已有名为「${name}」的机关。`,
	'office.shortName': () => '请填写机关简称。',
	'office.tooLong': (label: string, max: number) => `${label}不超过${max}个字。`,
	'office.code': () => '机构代码应为18位统一社会信用代码或9位组织机构代码。',
	'office.codeTaken': (name: string) => `这个机构代码已用于「${name}」。`,
	'office.areaCode': () => '行政区划代码应为6、9或12位数字。',
	'office.postcode': () => '邮政编码应为6位数字。',
	'office.phone': () => '电话号码只能包含数字、空格、括号、连字符和分机号，如 0999-1234567。',
	'office.email': () => '电子邮箱格式不正确。',
	'office.reviewUrl': () => '在线申请复议网址应以 http:// 或 https:// 开头。',
	'office.position': () => '排列顺序应为0至9999之间的整数。',
	'office.kind': () => '机关类别应为县级主管部门、县直部门或乡镇（街道）。',
	'office.parent': () => '上级机关不存在或已并入其他机关。',
	'office.parentLoop': () => '上级机关不能是本机关或其下级。',
	'office.oneCounty': () => '一个系统只有一个县级主管部门。',
	'office.countyKind': () => '县级主管部门的类别不能更改。',
	'office.merged': (name: string) => `「${name}」已并入其他机关，不能再修改。`,
	'office.mergeSelf': () => '不能把机关并入它自己。',
	'office.mergeCounty': () => '县级主管部门不能并入其他机关。',
	'office.mergeTarget': (name: string) => `「${name}」已并入其他机关，不能作为接收机关。`,
	'office.mergeBelow': (name: string) => `「${name}」是要并入的机关的下级，不能作为接收机关。`,
	'office.renameDay': () => '更名日期应为实际存在的日期，且不晚于今天。',
	'office.renameOrder': (day: string) => `更名日期应晚于现用名称的启用日期（${day}）。`,
	'office.renameSame': () => '新名称与现用名称相同。',
	'office.inUse': () => '该机关已有人员、信息或其他记录，不能删除；如已撤并，请使用「合并」。',
	'office.noCounty': () => '请先设置县级主管部门。',
	'import.parent': (name: string) => `没有找到名为「${name}」的上级机关。`,
	'import.twice': (row: number) => `与第${row}行重复。`,
	'import.changed': () => '导入内容有误，未导入任何机关。请按提示修改后重新上传。',
	'person.loginName': () => '登录名为3至32位小写字母、数字、点、下划线或连字符，以字母开头。',
	'person.loginNameTaken': () => '这个登录名已被使用。',
	'person.name': () => '请填写姓名，不超过30个字。',
	'person.phone': () => '电话号码格式不正确。',
	'person.hasHistory': () => '该人员已登录过或有办理记录，不能删除；请改为停用。',
	'person.self': () => '不能停用、删除自己的账号，也不能结束自己的管理员角色。',
	'person.notLocked': () => '该账号没有被暂停登录。',
	'person.disabled': () => '该账号已停用。',
	'person.lastAdministrator': () => '系统至少要保留一名可以登录的系统管理员，请先指定另一名。',
	'role.place': (role: string) => `「${role}」只能在县级主管部门担任。`,
	'role.held': (name: string, role: string) => `${name}在该机关已担任「${role}」。`,
	'role.office': () => '机关不存在或已并入其他机关。',
	'role.person': () => '没有找到该人员，或其账号已停用。',
	'role.from': () => '开始日期应为实际存在的日期。',
	'role.until': () => '结束日期应为实际存在的日期，且不早于开始日期。',
	'role.ended': () => '该任职已经结束。',
	'deputy.self': () => '不能由本人代理本人。',
	'deputy.notHeld': (name: string, role: string) => `${name}在该机关不担任「${role}」，无需代理。`,
	'deputy.reason': () => '请填写代理原因，如「因公外出」，不超过100个字。',
	'deputy.days': () => '代理须写明起止日期，最长一年。',
	'deputy.past': () => '代理的结束日期不能早于今天。',
	'deputy.overlap': (name: string) => `这段时间内${name}已在代理该角色。`,
	'password.short': (least: number) => `密码至少${least}位。`,
	'password.long': (most: number) => `密码最长${most}位。`,
	'password.kinds': (least: number) => `密码须包含大写字母、小写字母、数字、其他符号中的至少${least}种。`,
	'password.loginName': () => '密码中不能包含登录名。',
	'password.common': () => '这个密码过于常见，请换一个。',
	'password.reused': (count: number) => `不能使用最近${count}次用过的密码。`,
	'password.wrong': () => '当前密码不正确。',
	'signIn.wrong': () =>
		`登录名或密码不正确。连续多次输错后，账号将暂停登录${LOCK_MINUTES}分钟；忘记密码请联系系统管理员重置。`,
	'signIn.locked': (minutes: number) => `密码连续输错次数过多，该登录名已暂停登录，请约${minutes}分钟后再试。`,
	'signIn.disabled': () => '该账号已停用，请联系系统管理员。',
	'signIn.noRole': () => '该账号目前没有任何角色，请联系系统管理员。',
	'signIn.demo': () => '演示账号只能在本机登录。正式使用请运行 gongkai init 建立本县的系统。',
	'session.office': () => '您在该机关没有角色，不能切换。',
	'notice.unknown': () => '没有找到该通知。',
	'notice.withdrawn': () => '该通知已经撤回。',
	'notice.later': (title: string) => `请先撤回其后载入的《${title}》，它是对本通知的调整。`,
	'notice.reason': () => '请填写撤回原因，不超过200个字。',
	'notice.sameId': () => '该年已载入同一天发布的通知，请先撤回原来的一份。',
	'notice.line': (text: string) =>
		`这一行无法识别：「${text}」。请写成「春节：2月5日至2月11日放假，2月13日、2月14日上班」。`,
	'notice.noSuchDay': (holiday: string, day: string) => `「${holiday}」中的${day}不是实际存在的日期。`,
	'notice.weekdayWrong': (holiday: string, day: string, real: string) =>
		`「${holiday}」中的${day}是${real}，与通知所写不符，请核对。`,
	'notice.count': (holiday: string, told: number, length: number) =>
		`「${holiday}」写明共${told}天，起止日期之间为${length}天，请核对。`,
	'notice.nothing': () => '没有读到任何节假日安排，请粘贴通知正文，每个节日一行。',
	'audit.day': () => '日期应为实际存在的日期，格式如 2026-06-01。',
	'audit.tooMany': (most: number) => `一次最多导出${most}条，请缩小查询的时间范围。`,
	'init.exists': () => '本系统已有县级主管部门，不能再次初始化。',
	revision: () => '内容已被他人更新，请刷新后再修改。',
} as const satisfies Record<string, (...given: never[]) => string>;

export type MessageKey = keyof typeof MESSAGES;

/** Lines of the history beside an office or a person, from what the entry recorded. */
export const ENTRIES: Record<string, (data: Record<string, unknown>) => string> = {
	created: ({ name }) => (name ? `新增：${String(name)}` : '新增'),
	changed: () => '修改信息',
	renamed: ({ before, name, on }) => `更名：${String(before)}更名为${String(name)}，自${String(on)}起`,
	received: ({ from }) => `接收：${String(from)}并入`,
	merged: ({ into }) => `并入${String(into)}`,
	roleAssigned: ({ role }) => `任${roleLabel(role)}`,
	roleEnded: ({ role }) => `不再任${roleLabel(role)}`,
	deputyAppointed: ({ role, from, until, reason }) =>
		`代理${roleLabel(role)}，${String(from)}至${String(until)}（${String(reason)}）`,
	deputized: ({ role, from, until }) => `${roleLabel(role)}由他人代理，${String(from)}至${String(until)}`,
	passwordChanged: () => '修改密码',
	passwordReset: () => '重置密码',
	disabled: () => '停用账号',
	enabled: () => '启用账号',
	unlocked: () => '解除暂停登录',
};

function roleLabel(role: unknown): string {
	return typeof role === 'string' && Object.hasOwn(ROLES, role) ? ROLES[role as Role].label : '';
}

/** What the audit trail calls the entries that no route declares. */
export const AUDIT_TITLES: Record<string, string> = {
	'session.refused': '登录被拒绝',
	'county.initialized': '建立县级系统',
	'demo.loaded': '载入演示数据',
};
