import { addDays } from '../../server/kernel/civil-day.ts';
import type { DemoCounty } from './county.ts';
import type { Desk } from './desk.ts';
import { staffOf } from './staff.ts';

interface Entry {
	office: string;
	question: string;
	answer: string;
	wordings: string[];
	basis?: string;
	/** Left as a draft. */
	draft?: true;
}

/** What the offices of the demo county are asked again and again. */
const ENTRIES: readonly Entry[] = [
	{
		office: 'wangxi',
		question: '城乡居民医保在镇里怎么缴费',
		answer:
			'带参保人的身份证或者社会保障卡，到望溪镇便民服务中心2号窗口缴费，工作日均可办理；也可以在手机上缴费。缴费期到12月31日为止。',
		wordings: ['合作医疗在哪里交钱', '老人不会用手机怎么交医保'],
	},
	{
		office: 'wangxi',
		question: '申请临时救助要带哪些材料',
		answer:
			'带申请人身份证、户口簿和说明困难原因的材料（如出院小结、事故证明），到村委会或者镇民政办申请。情况紧急的先救助，后补材料。',
		wordings: ['家里突然遇到困难找谁帮忙'],
		basis: '临时救助工作的有关规定',
	},
	{
		office: 'xianfuban',
		question: '怎样申请政府信息公开',
		answer:
			'可以在本网站“依申请公开”在线提交，也可以当面提交或者邮寄申请表。行政机关收到申请后能够当场答复的当场答复，不能当场答复的，自收到之日起20个工作日内答复。',
		wordings: ['想要一份政府文件怎么申请', '依申请公开多久答复'],
		basis: '《中华人民共和国政府信息公开条例》第二十九条、第三十三条',
	},
	{
		office: 'liuan',
		question: '农村建房审批找谁办',
		answer: '向村民小组提出申请，经公示后由村委会报镇自然资源所。',
		wordings: [],
		draft: true,
	},
];

/** What people asked; the last are answered by nothing. */
const QUESTIONS = [
	'老人不会用手机怎么交医保',
	'申请信息公开多久答复',
	'城乡低保对象什么时候公示',
	'镇上的公交末班车几点',
	'镇上公交末班车几点？',
	'镇上的公交末班车几点',
	'集市摊位费多少钱',
];

/** Lives through the entries and the questions. An office the demo does not have is passed over. */
export async function answerPeople(desk: Desk, county: DemoCounty, today: string): Promise<void> {
	for (const { office, draft, basis = '', ...words } of ENTRIES) {
		const row = county.offices.get(office);
		if (!row) continue;
		const staff = staffOf(row.slug);
		desk.at(addDays(today, -20), 10);
		const content = { ...words, basis, documentId: null, validUntil: null };
		const { id } = (await desk.post(staff.clerk, '/api/faq', { officeId: row.id, content })).body as { id: number };
		desk.at(addDays(today, -19), 15);
		if (!draft) await desk.post(staff.leader, `/api/faq/${id}/moves/publish`, { revision: 1 });
	}
	desk.at(addDays(today, -3), 16);
	for (const q of QUESTIONS) await desk.form('/ask', { q });
}
