/**
 * The closed list of what a person may do. A route names one of these (or `public` / `signedIn`); nothing else exists.
 * Titles are shown where roles are edited.
 */
export const PERMISSIONS = {
	'office.read': '查看机关信息',
	'office.manage': '管理机关',
	'person.manage': '管理人员与角色',
	'calendar.manage': '维护工作日历',
	'settings.manage': '维护县级设置',
	'audit.read': '查阅操作日志',
	'backup.run': '备份数据',
	'catalog.manage': '维护公开目录与栏目',
	'document.read': '查看政府信息',
	'document.draft': '拟稿',
	'document.proofread': '校对',
	'document.secrecyReview': '保密审查',
	'document.signOff': '签发',
	'document.withdraw': '撤回已公开信息',
	'application.read': '查看申请',
	'application.register': '登记申请',
	'application.handle': '办理申请',
	'application.approve': '审签答复',
	'application.revealIdentity': '查看申请人身份',
	'register.read': '查看台账',
	'register.write': '登记台账',
	'report.read': '查看年度报告',
	'report.draft': '编制年度报告',
	'report.review': '审核年度报告',
	'report.signOff': '签发年度报告',
	'report.accept': '接收或退回年度报告',
	'report.readOutside': '读取外部报告',
	'concern.read': '查看公众诉求',
	'concern.handle': '办理公众诉求',
	'concern.publish': '公开诉求答复',
	'supervision.read': '查看监测和整改',
	'supervision.reply': '报送整改结果',
	'supervision.manage': '组织监测和整改',
	'training.read': '参加培训和考试、查阅业务知识',
	'training.organise': '组织培训会议、确认参加人员、办理工作交接',
	'exam.manage': '出题组卷、维护业务知识和岗位职责',
} as const;

export type Permission = keyof typeof PERMISSIONS;

/** The roles of a county, each a named set of permissions. One person may hold several, in several offices. */
export const ROLES = {
	clerk: {
		label: '信息员',
		permissions: [
			'office.read',
			'document.read',
			'document.draft',
			'document.proofread',
			'document.withdraw',
			'application.read',
			'application.register',
			'application.handle',
			'application.revealIdentity',
			'register.read',
			'register.write',
			'report.read',
			'report.draft',
			'report.readOutside',
			'supervision.read',
			'supervision.reply',
			'concern.read',
			'concern.handle',
			'training.read',
			'training.organise',
		],
	},
	reviewer: {
		label: '审核人',
		permissions: [
			'office.read',
			'document.read',
			'document.proofread',
			'application.read',
			'register.read',
			'report.read',
			'report.review',
			'report.readOutside',
			'supervision.read',
			'concern.read',
			'training.read',
		],
	},
	secrecyReviewer: {
		label: '保密审查员',
		permissions: ['office.read', 'document.read', 'document.secrecyReview', 'application.read', 'training.read'],
	},
	leader: {
		label: '签发人',
		permissions: [
			'office.read',
			'document.read',
			'document.signOff',
			'document.withdraw',
			'application.read',
			'application.approve',
			'register.read',
			'report.read',
			'report.signOff',
			'report.readOutside',
			'supervision.read',
			'supervision.reply',
			'concern.read',
			'concern.publish',
			'training.read',
		],
	},
	countyOfficer: {
		label: '县政务公开办',
		permissions: [
			'office.read',
			'office.manage',
			'calendar.manage',
			'settings.manage',
			'catalog.manage',
			'document.read',
			'application.read',
			'register.read',
			'report.read',
			'report.accept',
			'report.readOutside',
			'audit.read',
			'supervision.read',
			'supervision.manage',
			'concern.read',
			'concern.handle',
			'concern.publish',
			'training.read',
			'training.organise',
			'exam.manage',
		],
	},
	administrator: {
		label: '系统管理员',
		permissions: [
			'office.read',
			'office.manage',
			'person.manage',
			'calendar.manage',
			'settings.manage',
			'audit.read',
			'backup.run',
		],
	},
} as const satisfies Record<string, { label: string; permissions: readonly Permission[] }>;

export type Role = keyof typeof ROLES;

/** Roles that see every office of the county instead of their own only. */
export const COUNTY_ROLES: readonly Role[] = ['countyOfficer', 'administrator'];

/** The permissions of a set of roles together. */
export function permissionsOf(roles: readonly Role[]): Set<Permission> {
	return new Set(roles.flatMap((role) => ROLES[role].permissions as readonly Permission[]));
}
