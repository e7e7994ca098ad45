const QUESTIONS = [
	{ kind: 'scale', title: '您对该机关政府信息公开工作总体满意吗？', required: true, choices: [] },
	{ kind: 'scale', title: '公开的信息及时吗？', required: true, choices: [] },
	{
		kind: 'multiple',
		title: '您最希望多公开哪些信息？',
		required: false,
		choices: ['惠民补贴发放', '工程建设和结算', '招聘招考', '办事指南'],
	},
	{ kind: 'text', title: '您的意见和建议', required: false, choices: [] },
];

const INTRO = '本次评议不记名。请选择您最近一年打过交道的机关，按实际感受作答。';

export const LAST_SURVEY = (year: number) => ({
	...{ title: `${year}年政府信息公开社会评议`, intro: INTRO, questions: QUESTIONS, byOffice: true, codesOnly: false },
});
export const OPEN_SURVEY = (year: number) => ({ ...LAST_SURVEY(year) });

/** Two marks, what was ticked, and perhaps a word. */
export type PaperAnswer = readonly [overall: number, timely: number, wanted: readonly number[], text?: string];

export const ANSWERS: Readonly<Record<string, readonly PaperAnswer[]>> = {
	wangxi: [
		[5, 4, [1], '村里贴出来的补贴名单看得清楚。'],
		[4, 4, [1, 2]],
		[5, 5, [4]],
		[4, 3, [2], '道路工程的进度可以多发几次。'],
		[5, 4, [1, 3]],
		[4, 4, [1]],
	],
	liuan: [
		[4, 3, [1]],
		[3, 3, [1, 2], '补贴公开得晚了一些。'],
		[4, 4, [4]],
		[3, 2, [2]],
		[4, 3, [1, 4]],
	],
	qinghe: [
		[3, 3, [2], '修路的钱花了多少，希望贴出来。'],
		[2, 2, [2]],
		[3, 3, [1, 2]],
		[4, 3, [1]],
		[3, 2, [2, 4]],
	],
	minzhengju: [
		[5, 5, [1]],
		[4, 4, [1, 4]],
		[5, 4, [4], '养老补贴的办事指南写得明白。'],
	],
};

/** What the evaluator from outside found. */
export const FAULTS = [
	{
		...{ office: 'wangxi', code: '1.3', faults: '2', kind: 'link', ref: 'https://www.linlan.example/o/wangxi' },
		text: '抽查通知公告栏目二十条：一条没有文号，一条附件点开后打不开。',
		note: '抽查时间为工作日上午',
	},
	{
		...{ office: 'liuan', code: '2.3', faults: '1', kind: 'text', ref: '' },
		text: '以模拟申请检查：网上提交后第三个工作日才出具登记回执，答复书写明了救济途径。',
		note: '',
	},
	{
		...{ office: 'qinghe', code: '3.3', faults: '2', kind: 'text', ref: '' },
		text: '查阅发布审签材料十份，两份没有保密审查意见。',
		note: '',
	},
	{
		...{ office: 'minzhengju', code: '5', points: '2', kind: 'text', ref: '' },
		text: '“一老一小”政策公开做法被东川市简报刊发，材料属实。',
		note: '',
	},
] as const;
