import type { DemoOfficeRow } from './county.ts';
import type { Desk } from './desk.ts';
import { staffOf } from './staff.ts';

/** One line of a register in the demo year: day MM-DD, quantity, fields. */
interface Line {
	kind: string;
	day: string;
	quantity: string;
	fields?: Record<string, string | number>;
	note?: string;
}

const TOWNSHIP: readonly Line[] = [
	{ kind: 'license', day: '03-28', quantity: '4', fields: { matter: '乡村建设规划许可' } },
	{ kind: 'license', day: '06-27', quantity: '9', fields: { matter: '农村宅基地批准' } },
	{ kind: 'license', day: '11-28', quantity: '6', fields: { matter: '农村宅基地批准' } },
	{ kind: 'punish', day: '09-18', quantity: '1', fields: { matter: '违反乡村建设规划' } },
	{ kind: 'meeting', day: '02-21', quantity: '1', fields: { topic: '部署全年政务公开工作' } },
	{ kind: 'meeting', day: '08-15', quantity: '1', fields: { topic: '研究日常监测问题整改' } },
	{ kind: 'trainingHeld', day: '04-17', quantity: '1', fields: { trainees: 26, topic: '依申请公开答复规范' } },
	{ kind: 'trainingAttended', day: '10-24', quantity: '1', fields: { persons: 2, organiser: '县政务公开办公室' } },
	{ kind: 'inspection', day: '06-30', quantity: '1', fields: { by: '县政务公开办公室', found: 3, rectified: 3 } },
	{ kind: 'assessment', day: '12-20', quantity: '1', fields: { result: '合格' } },
	{ kind: 'socialEvaluation', day: '11-20', quantity: '1', fields: { participants: 118, result: '满意率 94%' } },
	{ kind: 'accessPoint', day: '01-05', quantity: '1' },
	{ kind: 'visit', day: '12-26', quantity: '73' },
	{ kind: 'staffFull', day: '01-05', quantity: '1' },
	{ kind: 'staffPart', day: '01-05', quantity: '2' },
	{ kind: 'consultation', day: '07-31', quantity: '12', fields: { way: '电话' } },
	{ kind: 'interpretation', day: '05-23', quantity: '1', fields: { policy: '规范农村宅基地审批管理的实施办法' } },
	{ kind: 'concern', day: '08-06', quantity: '1', fields: { topic: '集镇停车难' } },
];

const DEPARTMENT: readonly Line[] = [
	{ kind: 'license', day: '05-30', quantity: '31', fields: { matter: '社会组织登记' } },
	{ kind: 'license', day: '11-30', quantity: '27', fields: { matter: '社会组织登记' } },
	{ kind: 'punish', day: '10-16', quantity: '2', fields: { matter: '未按规定参加年度检查' } },
	{ kind: 'meeting', day: '03-06', quantity: '1', fields: { topic: '研究年度公开任务分工' } },
	{ kind: 'trainingHeld', day: '06-12', quantity: '1', fields: { trainees: 18, topic: '个人信息保护' } },
	{ kind: 'assessment', day: '12-18', quantity: '1', fields: { result: '优秀' } },
];

const COUNTY_OFFICE: readonly Line[] = [
	{ kind: 'meeting', day: '01-24', quantity: '1', fields: { topic: '全县政务公开工作会议' } },
	{ kind: 'trainingHeld', day: '10-24', quantity: '1', fields: { trainees: 64, topic: '年度报告编制' } },
	{ kind: 'pressConference', day: '09-12', quantity: '1', fields: { leader: 1 } },
	{ kind: 'inspection', day: '06-30', quantity: '2', fields: { by: '县政务公开办公室', found: 21, rectified: 21 } },
];

/** What did not happen is said with its basis, in one step (零报告). */
const ZEROS = ['force', 'fee', 'accountability', 'leak'];

/** Fills the registers of an office for the demo year, each line on its own day. */
export async function keepRegisters(desk: Desk, { slug, kind }: DemoOfficeRow, year: number): Promise<void> {
	const { clerk } = staffOf(slug);
	const lines = kind === 'township' ? TOWNSHIP : kind === 'department' ? DEPARTMENT : COUNTY_OFFICE;
	for (const { day, quantity, fields = {}, note = '', kind: register } of lines) {
		desk.at(`${year}-${day}`, 16);
		await desk.post(clerk, '/api/registers/entries', { kind: register, day: `${year}-${day}`, quantity, fields, note });
	}
	desk.at(`${year + 1}-01-05`, 9);
	const entered = new Set(lines.map((line) => line.kind));
	for (const register of [...ZEROS, 'license', 'punish'].filter((one) => !entered.has(one))) {
		await desk.post(clerk, '/api/registers/zero', { kind: register, year });
	}
}
