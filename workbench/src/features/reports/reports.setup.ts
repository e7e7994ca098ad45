import type { Session } from '../../api/index.ts';
import { sessionOf } from '../../testing/render.tsx';
import type {
	CellRecords,
	Finding,
	Layout,
	Matrix,
	MatrixRow,
	Offers,
	Outside,
	OutsideRow,
	Report,
	ReportCell,
	ReportRow,
	ReportYear,
	Section,
} from './api.ts';

/** Reports as the server answers them, invented for tests of the screens. */
const DAY = '2026-01-12T02:00:00Z';

export const YEAR: ReportYear = {
	year: 2025,
	form: '2021',
	submitBy: '2026-01-20',
	publishBy: { department: '2026-01-31', township: '2026-01-31', county: '2026-03-31' },
	revision: 1,
	openedAt: DAY,
	openedBy: '顾宁',
};

export const SUGGESTION = {
	year: 2026,
	submitBy: '2027-01-31',
	publishBy: { department: '2027-01-31', township: '2027-01-31', county: '2027-03-31' },
};

export function cellOf(address: string, change: Partial<ReportCell> = {}): ReportCell {
	return {
		address,
		value: 3,
		source: 'computed',
		computed: 3,
		records: null,
		basis: '申请登记簿',
		total: false,
		hand: null,
		...change,
	};
}

export function findingOf(change: Partial<Finding> = {}): Finding {
	return {
		rule: 'T3-REG',
		severity: 'error',
		cells: ['t3.new.natural'],
		found: 5,
		expected: 3,
		message: '「一、本年新收」的「自然人」填报5，申请登记台账的记录是3',
		basis: '条例第四十五条',
		key: 'k1',
		explanation: null,
		explainedBy: null,
		...change,
	};
}

const square = (row: number, col: number, change: Partial<Layout['cells'][number]>): Layout['cells'][number] => ({
	row,
	col,
	rowSpan: 1,
	colSpan: 1,
	kind: 'label',
	text: '',
	...change,
});

/** A table of two figures with a merged heading; enough to see spans, heads and figures. */
export const LAYOUT: Layout = {
	key: 't3',
	title: '收到和处理政府信息公开申请情况',
	rows: 3,
	columns: 2,
	headerRows: 1,
	widths: [60, 40],
	cells: [
		square(0, 0, { kind: 'band', text: '申请人情况', colSpan: 2 }),
		square(1, 0, { text: '一、本年新收', rowSpan: 1 }),
		square(1, 1, { kind: 'value', address: 't3.new.natural', label: '一、本年新收·自然人', unit: '件' }),
		square(2, 0, { text: '四、结转下年度' }),
		square(2, 1, { kind: 'value', address: 't3.carried_out.natural', label: '四、结转下年度·自然人', unit: '件' }),
	],
};

const HEADINGS = [
	'开头段',
	'总体情况',
	'主动公开政府信息情况',
	'收到和处理政府信息公开申请情况',
	'政府信息公开行政复议、行政诉讼情况',
	'存在的主要问题及改进情况',
	'其他需要报告的事项',
];

export function sectionOf(n: number, change: Partial<Section> = {}): Section {
	const table = { 2: 't2', 3: 't3', 4: 't4' }[n] ?? null;
	return {
		n,
		heading: HEADINGS[n] ?? '',
		table,
		content: { text: '' },
		base: null,
		savedBy: null,
		savedAt: null,
		...change,
	};
}

export function moveOf(action: string, label: string, reasons: { key: string; message: string }[] = []) {
	return { action, label, to: 'draft', permitted: true, allowed: reasons.length === 0, reasons };
}

export function reportOf(change: Partial<Report> = {}, state: Partial<Report['report']> = {}): Report {
	return {
		report: {
			id: 2,
			officeId: 2,
			year: 2025,
			edition: 1,
			form: '2021',
			covers: 'office',
			state: 'draft',
			correctionReason: '',
			reviewedByName: null,
			submittedAt: null,
			publishedAt: null,
			createdAt: DAY,
			createdBy: '林晓',
			...state,
		},
		officeName: '柳溪镇人民政府',
		units: null,
		stateLabel: '编制中',
		frozen: false,
		editable: true,
		due: { submitBy: '2026-01-20', publishBy: '2026-01-31', planned: '2026-01-30', statutory: false, late: false },
		cells: {
			't3.new.natural': cellOf('t3.new.natural'),
			't3.carried_out.natural': cellOf('t3.carried_out.natural', { value: 0, computed: 0 }),
		},
		sections: HEADINGS.map((_, n) => sectionOf(n)),
		document: {
			title: '柳溪镇人民政府2025年政府信息公开工作年度报告',
			preface: ['根据《条例》编制本报告。'],
			sections: HEADINGS.slice(1).map((heading, i) => ({
				level: 1,
				ordinal: `${'一二三四五六'[i]}、`,
				heading,
				paragraphs: i === 0 ? ['全年公开信息12条。'] : [],
			})),
		},
		findings: [],
		notChecked: [],
		signature: null,
		returns: [],
		history: [{ at: DAY, actorName: '林晓', entry: '开始编制', data: {} }],
		moves: [],
		...change,
	};
}

export function rowOf(change: Partial<ReportRow> = {}): ReportRow {
	return {
		id: 2,
		officeId: 2,
		officeName: '柳溪镇人民政府',
		year: 2025,
		edition: 1,
		form: '2021',
		state: 'draft',
		stateLabel: '编制中',
		publishedAt: null,
		createdAt: DAY,
		...change,
	};
}

export function matrixRowOf(change: Partial<MatrixRow> = {}): MatrixRow {
	return {
		officeId: 2,
		officeName: '柳溪镇人民政府',
		kind: 'township',
		report: { id: 2, edition: 1, state: 'submitted', stateLabel: '已报送', submittedAt: DAY },
		publishedAt: null,
		returns: 0,
		reminded: null,
		owed: null,
		due: { submitBy: '2026-01-20', publishBy: '2026-01-31', planned: '2026-01-30', statutory: false, late: false },
		waiting: 'accept',
		...change,
	};
}

export function matrixOf(rows: MatrixRow[], counts: Matrix['counts'] = {}): Matrix {
	return { year: YEAR, rows, counts };
}

export const OFFERS: Offers = {
	offers: [
		{
			key: 'overall.proactive',
			section: 1,
			label: '主动公开',
			text: '（一）主动公开情况\n全年公开{{published}}条。',
			preview: '（一）主动公开情况\n全年公开12条。',
			missing: [],
		},
		{
			key: 'fee',
			section: 6,
			label: '信息处理费',
			text: '收费通知{{fee.notices}}件。',
			preview: '收费通知0件。',
			missing: [],
		},
	],
	facts: [
		{ key: 'published', label: '主动公开政府信息条数', value: '12', unit: '条' },
		{ key: 'register.meeting', label: '台账：会议', value: null, unit: '次' },
	],
	lastYear: { label: '取自本系统签发的2024年度报告', problems: '1.栏目更新慢。' },
};

export function recordsOf(cell: ReportCell, change: Partial<CellRecords> = {}): CellRecords {
	return {
		cell,
		units: [],
		total: 1,
		label: '一、本年新收·自然人',
		unit: '件',
		records: [
			{
				type: 'application',
				id: 41,
				title: '柳溪公开〔2025〕1号　宅基地审批材料',
				day: '2025-03-05',
				detail: '自然人；予以公开',
				quantity: null,
				href: '/applications/41',
			},
		],
		...change,
	};
}

export function outsideRowOf(change: Partial<OutsideRow> = {}): OutsideRow {
	return {
		id: 9,
		officeId: 2,
		batch: 'b',
		fileName: '2024年报.docx',
		state: 'read',
		failure: '',
		title: '石桥镇2024年政府信息公开工作年度报告',
		organ: '石桥镇人民政府',
		year: 2024,
		form: '2021',
		errors: 1,
		warnings: 2,
		personName: '林晓',
		createdAt: DAY,
		...change,
	};
}

export function outsideOf(change: Partial<Outside> = {}): Outside {
	return {
		...outsideRowOf(),
		period: null,
		signedOn: null,
		cells: {
			't3.new.natural': { value: 5, state: 'number', raw: '5', at: { line: 3 } },
			't3.carried_out.natural': { value: null, state: 'dash', raw: '/', at: { line: 4 } },
		},
		sections: [],
		lines: [
			{ text: '石桥镇2024年政府信息公开工作年度报告', at: { line: 1 } },
			{ text: '一、总体情况', at: { line: 2 } },
			{ text: '本年新收 5', at: { line: 3 } },
			{ text: '结转下年度 /', at: { line: 4 } },
		],
		findings: [
			{
				rule: 'T3-BAL',
				severity: 'error',
				cells: ['t3.new.natural'],
				found: 5,
				expected: 4,
				message: '「自然人」一列不平衡',
				basis: '报告格式',
				at: { line: 3 },
				key: 'balance',
				accepted: null,
			},
		],
		notChecked: [{ rule: 'T3-REG', reason: '没有提供申请登记台账的统计数' }],
		readWarnings: [],
		adoptedFor: [],
		...change,
	};
}

const township = {
	id: 2,
	name: '柳溪镇人民政府',
	shortName: '柳溪镇',
	slug: 'liuxi',
	kind: 'township',
	status: 'active',
};

export function clerkSession(
	permissions: Session['permissions'] = ['report.read', 'report.draft', 'report.readOutside'],
): Session {
	return sessionOf({
		today: '2026-01-12',
		person: { id: 5, name: '林晓', userName: 'clerk', mustChangePassword: false },
		office: township,
		roles: ['clerk'],
		permissions,
		offices: [{ ...township, roles: ['clerk'] }],
	});
}

export function officerSession(): Session {
	return sessionOf({ today: '2026-01-12', permissions: ['report.read', 'report.accept', 'report.readOutside'] });
}
