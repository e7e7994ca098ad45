import { addDays } from '../../server/kernel/civil-day.ts';
import type { DemoCounty, DemoOfficeRow } from './county.ts';
import type { Desk } from './desk.ts';
import { staffOf } from './staff.ts';

interface Message {
	/** Days before today on which it came. */
	ago: number;
	office: string;
	kind: 'question' | 'complaint' | 'wanted' | 'siteError';
	title: string;
	body: string;
	answer?: string;
	/** What everybody reads; left out where it concerns one person only. */
	shown?: { publicTitle: string; publicBody: string };
	verdict?: 'true' | 'partly' | 'untrue';
	page?: string;
}

/** What people of the demo county wrote, and what they were told. */
const MESSAGES: readonly Message[] = [
	{
		ago: 62,
		office: 'wangxi',
		kind: 'question',
		title: '医保缴费可以在镇里办吗',
		body: '老人不会用手机，想问城乡居民医保能不能在镇便民服务中心现场缴费，需要带什么。',
		answer: '可以。请带参保人的身份证或者社会保障卡，到镇便民服务中心2号窗口缴费；缴费期至12月31日，工作日均可办理。',
		shown: {
			publicTitle: '城乡居民医保能否在镇便民服务中心现场缴费',
			publicBody: '询问居民医保能否现场缴费、需要什么材料。',
		},
	},
	{
		ago: 45,
		office: 'liuan',
		kind: 'wanted',
		title: '希望公开各村防汛值班电话',
		body: '汛期联系不到村里，建议把各村值班电话和转移安置点公布出来。',
		answer: '建议已经采纳。各村防汛值班电话和转移安置点已在“突发公共事件”栏目公布，并将于每年汛前更新。',
		shown: {
			publicTitle: '点题公开：各村防汛值班电话和转移安置点',
			publicBody: '建议公布各村防汛值班电话和转移安置点。',
		},
	},
	{
		ago: 30,
		office: 'wangxi',
		kind: 'siteError',
		title: '高龄津贴页面的标准没有更新',
		body: '页面写的还是去年的标准，与镇里发的通知不一致。',
		page: '/o/wangxi',
		answer: '经核对，页面内容确有滞后，已按现行标准更新。感谢您帮助我们改正。',
		shown: { publicTitle: '网站纠错：高龄津贴标准', publicBody: '反映高龄津贴页面的标准没有更新。' },
	},
	{
		ago: 26,
		office: 'qinghe',
		kind: 'complaint',
		title: '道路硬化工程资金没有公开',
		body: '我村去年道路硬化工程的资金来源和结算情况一直没有公开。',
		answer:
			'经核查，该工程结算信息应当公开而没有公开，反映属实。已责成村务公开责任人补充公开，乡政府已在“重大建设项目”栏目公布结算结果。',
		verdict: 'true',
	},
	{
		ago: 6,
		office: 'wangxi',
		kind: 'question',
		title: '公交末班车时间能否延后',
		body: '冬季下班较晚，建议望溪镇至县城的公交末班车延后半小时。',
	},
	{
		ago: 2,
		office: 'xianfuban',
		kind: 'question',
		title: '企业开办从哪里查进度',
		body: '在网上提交了企业开办材料，不知道从哪里查询办理进度。',
	},
];

/** Lives through the messages in the order of their days. An office the demo does not have is passed over. */
export async function hearPeople(desk: Desk, county: DemoCounty, today: string): Promise<void> {
	for (const message of MESSAGES) {
		const office = county.offices.get(message.office);
		if (!office) continue;
		await liveOne(desk, office, message, today);
	}
}

/** 条例第四十七、五十一条: what the check of a complaint found. */
function checkOf({ verdict }: Message, aboutOfficeId: number, checkedOn: string) {
	return {
		...{ aboutOfficeId, checkedOn, verdict, measure: verdict === 'untrue' ? 'none' : 'urge' },
		checkedBy: '信息公开工作人员二人',
		finding: '查阅工程档案并走访村民，结算结果形成后没有公开。',
		basis: '《政府信息公开条例》第二十条、第二十六条',
	};
}

/** What was wished for is public: of what the office has published, what speaks of it, or else the newest. */
async function wishOf(desk: Desk, clerk: string, officeId: number) {
	const find = async (more: string) => {
		const url = `/api/documents?state=published&officeId=${officeId}${more}`;
		return ((await desk.get(clerk, url)).body as { rows: { id: number }[] }).rows[0]?.id ?? null;
	};
	return { wish: 'published', wishDocument: (await find(`&text=${encodeURIComponent('应急')}`)) ?? (await find('')) };
}

async function liveOne(
	desk: Desk,
	{ slug, id: officeId }: DemoOfficeRow,
	message: Message,
	today: string,
): Promise<void> {
	const { ago, kind, title, body, answer, shown, verdict, page = '' } = message;
	const staff = staffOf(slug);
	desk.at(addDays(today, -ago), 9);
	await desk.form('/voice/new', { kind, office: slug, title, body, page });
	const found = (await desk.get(staff.clerk, `/api/concerns?q=${encodeURIComponent(title)}`)).body as {
		rows: { id: number }[];
	};
	const id = found.rows[0]?.id;
	if (id === undefined) throw new Error(`demo: no message ${title}`);
	if (answer === undefined) return;
	await desk.post(staff.clerk, `/api/concerns/${id}/moves/accept`);
	desk.at(addDays(today, 1 - ago), 15);
	if (verdict)
		await desk.post(staff.clerk, `/api/concerns/${id}/checks`, checkOf(message, officeId, addDays(today, 1 - ago)));
	const wish = kind === 'wanted' ? await wishOf(desk, staff.clerk, officeId) : {};
	await desk.post(staff.clerk, `/api/concerns/${id}/moves/answer`, { text: answer, ...wish });
	if (shown) await desk.post(staff.leader, `/api/concerns/${id}/moves/publish`, shown);
}
