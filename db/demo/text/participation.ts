/** Drafts, proposals and a sudden event of the demo county: invented, as everything here. Days are counted back from today. */

export interface DemoComment {
	/** Days after the draft was opened. */
	after: number;
	clause: string;
	body: string;
	/** Index of the opinion it belongs to. */
	opinion: number;
}

export interface DemoConsultation {
	office: string;
	kind: 'decision' | 'normative' | 'plan' | 'other';
	title: string;
	body: string;
	explanation: string;
	how: string;
	/** Days before today on which it was signed, and for how many days it is open. */
	ago: number;
	days: number;
	shortReason?: string;
	comments: readonly DemoComment[];
	opinions: readonly { summary: string; verdict: 'adopted' | 'partly' | 'declined' | 'unrelated'; reason: string }[];
	/** Words of the published result; left out while there is none. */
	result?: string;
}

/** Not signed yet. The number belongs to nobody. */
export const DRAFT_TO_SIGN = {
	kind: 'plan',
	title: '望溪镇农村生活垃圾分类方案（征求意见稿）',
	body: '一、每村设两处分类投放点。二、厨余垃圾每日清运，其他垃圾隔日清运。三、各村保洁员负责指导投放，名单见附件。',
	explanation: '上年试点的两个村垃圾清运量减少近三成，拟在全镇推开，投放点位置和清运时间需要听取村民意见。',
	how: '也可以到各村便民服务站登记意见。',
	file: {
		name: '各村保洁员名单.txt',
		text: '望溪村 保洁员 褚同和 联系电话 13800138000\n上坝村 保洁员 柏永年 联系电话 见村公示栏\n',
	},
} as const;

export const CONSULTATIONS: readonly DemoConsultation[] = [
	{
		office: 'wangxi',
		kind: 'normative',
		title: '望溪镇集贸市场管理办法（征求意见稿）',
		body: '第一条 为规范集贸市场经营秩序，方便群众买卖，制定本办法。\n第二条 市场每日六时开放，二十时关闭；逢集日延长一小时。\n第三条 自产自销农户设固定免费摊位，不少于总摊位的五分之一。\n第四条 摊位费标准在市场入口公示，调整前征求经营户意见。',
		explanation:
			'现行规定制定较早，摊位划分、开放时间与现状不符。本稿在走访经营户和周边居民的基础上起草，重点明确自产自销摊位和收费公示。',
		how: '来信请寄：望溪镇人民政府经济发展办公室，信封注明“市场办法意见”。',
		ago: 10,
		days: 32,
		comments: [
			{ after: 1, clause: '第二条', body: '夏天天亮得早，建议五点半开门，菜农少晒太阳。', opinion: 0 },
			{ after: 3, clause: '第二条', body: '早市应该提前，现在六点太晚了。', opinion: 0 },
			{ after: 5, clause: '第三条', body: '免费摊位怎么排队，希望写清楚。', opinion: 1 },
		],
		opinions: [],
	},
	{
		office: 'wangxi',
		kind: 'plan',
		title: '望溪镇老街风貌保护整治方案（草案）',
		body: '一、范围：老街东段至码头。二、内容：修缮临街檐廊，管线入地，恢复青石路面。三、工期：分两段施工，每段不超过三个月，施工期间保留一侧通行。',
		explanation: '老街檐廊年久失修，雨天积水。方案委托设计单位编制，征求住户和商户意见后实施。',
		how: '也可以到镇政府一楼便民大厅意见箱投递。',
		ago: 75,
		days: 31,
		comments: [
			{ after: 2, clause: '工期', body: '请避开腊月旺季施工。', opinion: 0 },
			{ after: 4, clause: '', body: '年底生意最好的时候不要封路。', opinion: 0 },
			{ after: 9, clause: '内容', body: '路面石材请用防滑的。', opinion: 1 },
			{ after: 20, clause: '范围', body: '希望把西段也列进来。', opinion: 2 },
		],
		opinions: [
			{ summary: '施工避开腊月旺季', verdict: 'adopted', reason: '工期调整为三月至八月，分两段实施。' },
			{ summary: '路面采用防滑石材', verdict: 'adopted', reason: '' },
			{ summary: '把老街西段列入整治范围', verdict: 'declined', reason: '西段房屋权属正在核查，列入下一期。' },
		],
		result: '征集期间共收到意见四条，归并为三类，均已逐条研究。采纳的意见已写入方案，未采纳的说明了理由。',
	},
	{
		office: 'liuan',
		kind: 'decision',
		title: '柳岸镇汛期渡口停航管理规定（草案）',
		body: '水位达到警戒线或者风力六级以上时，各渡口停止摆渡，由镇应急办通知恢复。停航期间安排绕行车辆，每日不少于四班。',
		explanation: '上年汛期停航通知不及时，群众往返不便。本稿明确停航条件、通知方式和绕行车辆。',
		how: '',
		ago: 30,
		days: 14,
		shortReason: '主汛期临近，需要在汛期前施行，故缩短征集时间。',
		comments: [{ after: 3, clause: '', body: '绕行车辆请在学校放学时间加一班。', opinion: 0 }],
		opinions: [],
	},
];

export interface DemoProposal {
	office: string;
	joint: readonly string[];
	kind: 'deputy' | 'committee';
	originalNumber: string;
	title: string;
	body: string;
	delegate: string;
	ago: number;
	/** Days after it came on which it was replied to; left out while it is in hand. */
	repliedAfter?: number;
	result?: 'A' | 'B' | 'C';
	reply?: string;
	publicText?: string;
	publicity?: 'full' | 'summary' | 'none';
	publicityReason?: string;
	satisfaction?: 'satisfied' | 'basically';
}

export const PROPOSALS: readonly DemoProposal[] = [
	{
		office: 'wangxi',
		joint: ['xianfuban'],
		kind: 'deputy',
		originalNumber: '第17号',
		title: '关于在望溪镇卫生院增设夜间急诊的建议',
		body: '镇卫生院夜间没有急诊，老人突发疾病须送县医院，路上要四十分钟，建议增设夜间急诊并配备值班车辆。',
		delegate: '季望舒',
		ago: 110,
		repliedAfter: 60,
		result: 'A',
		reply:
			'季望舒代表：您提出的建议收悉。镇卫生院已自上月起安排夜间急诊，每晚两名医护人员值班，值班车辆一台。感谢您的关心。',
		publicText: '关于增设夜间急诊的建议收悉。镇卫生院已安排夜间急诊，每晚两名医护人员值班，值班车辆一台。',
		publicity: 'full',
		satisfaction: 'satisfied',
	},
	{
		office: 'xianfuban',
		joint: ['liuan'],
		kind: 'committee',
		originalNumber: '第042号',
		title: '关于修缮古渡口碑刻的提案',
		body: '古渡口碑刻风化严重，建议加装护棚，整理碑文并对外展示。',
		delegate: '卫知秋、陶然',
		ago: 95,
		repliedAfter: 70,
		result: 'B',
		reply: '卫知秋、陶然委员：提案收悉。护棚已列入今年文物保护经费，碑文由县档案馆整理，预计年底前完成。',
		publicText: '护棚已列入今年文物保护经费，碑文由县档案馆整理，预计年底前完成。',
		publicity: 'summary',
		publicityReason: '答复附有尚未公布的经费明细。',
	},
	{
		office: 'wangxi',
		joint: [],
		kind: 'deputy',
		originalNumber: '第31号',
		title: '关于扩建望溪镇中心幼儿园的建议',
		body: '中心幼儿园学位不足，部分幼儿须到邻镇入园，建议扩建两个班。',
		delegate: '闻笛',
		ago: 40,
	},
];
