import type { Session } from '../../api/index.ts';
import { sessionOf } from '../../testing/render.tsx';
import type { Entry, EntryDetail, Group, Kind, Total } from './api.ts';

/** Registers as the server lists them, invented for tests of the screens. */
export const LICENSE: Kind = {
	key: 'license',
	label: '行政许可处理决定',
	hint: '以本机关名义作出的处理决定。',
	unit: '件',
	measure: 'sum',
	decimals: 0,
	zeroBasis: '经核对行政许可案卷，本年度未作出行政许可处理决定。',
	fields: [{ key: 'matter', label: '事项名称', type: 'text' }],
	feeds: [{ form: '2021', address: 't2.license.decisions' }],
};

export const DELIVERY: Kind = {
	key: 'delivery',
	label: '向查阅场所报送信息',
	hint: '',
	unit: '条',
	measure: 'sum',
	decimals: 0,
	zeroBasis: '本年度没有报送。',
	fields: [
		{
			key: 'carrier',
			label: '载体',
			type: 'choice',
			required: true,
			choices: [
				{ key: 'paper', label: '纸质文件' },
				{ key: 'electronic', label: '电子文件' },
			],
		},
	],
	feeds: [{ form: '2014', address: 'stat.7.1' }],
};

export const STAFF: Kind = {
	key: 'staffFull',
	label: '专职工作人员',
	hint: '',
	unit: '人',
	measure: 'stock',
	decimals: 0,
	zeroBasis: '没有专职工作人员。',
	fields: [],
	feeds: [],
};

export const GROUPS: Group[] = [
	{ key: 'administration', label: '行政管理与服务', kinds: [LICENSE] },
	{ key: 'channels', label: '公开渠道与场所', kinds: [DELIVERY] },
	{ key: 'organisation', label: '机构、人员与培训', kinds: [STAFF] },
];

export function totalOf(kind: string, change: Partial<Total> = {}): Total {
	return { kind, quantity: null, fields: {}, choices: {}, entries: 0, zero: null, derived: false, ...change };
}

export function entryOf(change: Partial<Entry> = {}): Entry {
	return {
		id: 11,
		officeId: 2,
		kind: 'license',
		entryType: 'entry',
		day: '2025-04-05',
		quantity: '9',
		fields: { matter: '农村宅基地批准' },
		note: '',
		state: 'standing',
		reason: '',
		corrects: null,
		correctedBy: null,
		voidReason: null,
		voidedBy: null,
		voidedAt: null,
		personName: '林晓',
		createdAt: '2025-04-06T02:00:00Z',
		imported: false,
		evidence: 0,
		...change,
	};
}

export const MOVES = [
	{ action: 'correct', label: '更正', to: 'corrected', permitted: true, allowed: true, reasons: [] },
	{ action: 'void', label: '作废', to: 'void', permitted: true, allowed: true, reasons: [] },
];

export function detailOf(change: Partial<EntryDetail> = {}): EntryDetail {
	const entry = entryOf({ moves: MOVES });
	return { entry, chain: [entry], evidence: [], history: [], ...change };
}

const township = {
	id: 2,
	name: '柳溪镇人民政府',
	shortName: '柳溪镇',
	slug: 'liuxi',
	kind: 'township',
	status: 'active',
};

/** A person of township A with these permissions, on a day of January 2026. */
export function townshipSession(permissions: Session['permissions'], today = '2026-01-12'): Session {
	return sessionOf({
		today,
		person: { id: 5, name: '林晓', userName: 'clerk', mustChangePassword: false },
		office: township,
		roles: ['clerk'],
		permissions,
		offices: [{ ...township, roles: ['clerk'] }],
	});
}

export const CLERK: Session['permissions'] = [
	'register.read',
	'register.write',
	'report.read',
	'report.draft',
	'report.readOutside',
];
