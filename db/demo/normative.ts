import { addDays } from '../../server/kernel/civil-day.ts';
import type { DemoCounty } from './county.ts';
import type { Desk } from './desk.ts';
import { staffOf } from './staff.ts';

const WORDS: Readonly<Record<string, string>> = { xianfuban: '林政规', wangxi: '望政规' };

/** One step on the way of a document: whose, so many days before today, and what it says. */
interface Step {
	ago: number;
	action: string;
	who?: 'clerk' | 'proofreader' | 'leader';
	say?: (today: string) => object;
}

const STEPS: readonly Step[] = [
	{ ago: 68, action: 'finishDraft', say: () => ({ text: '镇经济发展办公室完成征求意见稿和起草说明。' }) },
	{
		ago: 66,
		action: 'openConsultation',
		say: (today) => ({ startsOn: addDays(today, -65), endsOn: addDays(today, -50), link: '/voice' }),
	},
	{
		ago: 48,
		action: 'closeConsultation',
		say: () => ({ opinions: 6, adopted: 2, text: '收到意见6条，采纳2条：明确公示期限，简化小额项目手续。' }),
	},
	{
		ago: 44,
		action: 'passReview',
		who: 'proofreader',
		say: () => ({ body: '望溪镇司法所', text: '制定主体、权限、程序和内容合法，同意提交集体讨论。' }),
	},
	{
		ago: 40,
		action: 'discuss',
		say: () => ({ meeting: '镇政府第9次镇长办公会议', text: '会议原则通过，按会议意见修改后印发。' }),
	},
	{ ago: 36, action: 'sign', who: 'leader', say: () => ({ text: '同意印发。' }) },
	{ ago: 35, action: 'number', say: () => ({ copies: 40, text: '印发各村民委员会、镇直各单位。' }) },
];

const PROJECTS: readonly { title: string; basis: string; major: boolean; steps: number }[] = [
	{
		title: '望溪镇村级公益设施管护办法',
		basis: '村级公益设施建好后缺少管护资金和责任人，需要明确管护标准和经费来源。',
		major: false,
		steps: STEPS.length,
	},
	{
		title: '望溪镇集市经营秩序管理办法',
		basis: '集市占道经营反映较多，需要明确经营区域和时间。',
		major: false,
		steps: 3,
	},
	{
		title: '望溪镇农村自建房风貌引导办法',
		basis: '落实村庄规划，引导农房风貌，涉及群众切身利益。',
		major: true,
		steps: 1,
	},
];

/** Normative documents on their way in one township, and a clean-up that waits for its conclusions. */
export async function makeRules(desk: Desk, county: DemoCounty, today: string): Promise<void> {
	desk.at(addDays(today, -80), 9);
	for (const [slug, word] of Object.entries(WORDS)) {
		const office = county.offices.get(slug);
		if (office) await desk.put('gongkaiban', `/api/normative/words/${office.id}`, { word });
	}
	if (!county.offices.has('wangxi')) return;
	for (const project of PROJECTS) await lead(desk, project, today);
	desk.at(addDays(today, -10), 10);
	const batch = { title: '全县行政规范性文件清理', onDay: addDays(today, -11), wholeCounty: true };
	await desk.post('gongkaiban', '/api/normative/batches', batch);
}

async function lead(desk: Desk, { steps, ...given }: (typeof PROJECTS)[number], today: string): Promise<void> {
	const staff = staffOf('wangxi');
	desk.at(addDays(today, -70), 10);
	const { id } = (await desk.post(staff.clerk, '/api/normative/projects', given)).body as { id: number };
	for (const [index, { ago, action, who = 'clerk', say }] of STEPS.slice(0, steps).entries()) {
		const onDay = addDays(today, -ago);
		desk.at(onDay, 11);
		const fields = { revision: index + 1, onDay, ...say?.(today) };
		await desk.upload(staff[who], `/api/normative/projects/${id}/moves/${action}`, fields);
	}
}
