/** States as they look in lists and on the page. */
export const ROUND_LOOK = {
	draft: ['准备', 'default'],
	scoring: ['评估中', 'processing'],
	appeal: ['申诉期', 'warning'],
	closed: ['结果已确定', 'success'],
	published: ['结果已公布', 'success'],
} as const;

export const DEDUCTION_LOOK = {
	standing: ['有效', 'default'],
	appealed: ['申诉待处理', 'warning'],
	upheld: ['申诉后维持', 'default'],
	changed: ['申诉后调整', 'success'],
	removed: ['申诉后撤销', 'success'],
	withdrawn: ['已撤回', 'default'],
} as const;

export const GRADE_LOOK = {
	excellent: ['优秀', 'success'],
	good: ['良好', 'processing'],
	pass: ['合格', 'default'],
	fail: ['不合格', 'error'],
} as const;

export const PHASE_LOOK = {
	draft: ['草稿', 'default'],
	coming: ['未开始', 'default'],
	open: ['正在进行', 'processing'],
	over: ['已截止', 'warning'],
} as const;

export const ROUND_DONE: Readonly<Record<string, string>> = {
	create: '组织考核',
	start: '开始评估',
	openAppeal: '反馈扣分，开始申诉',
	extend: '调整申诉期',
	close: '确定结果',
	publish: '公布结果',
	unpublish: '撤下结果',
};

export const NODE_KINDS = { group: '类别', points: '扣分指标', bonus: '加分项', veto: '单项否决' } as const;
export const SAMPLINGS = {
	automatic: '系统自动取数',
	manual: '网上检查',
	documents: '查阅材料',
	mystery: '模拟申请',
} as const;
export const SOURCES = {
	lateDocuments: '超过法定期限公开的信息',
	unexplained: '没有按期解读的政策文件',
	lateAnswers: '超过期限答复的申请',
	openOverdue: '超过期限没有答复的申请',
	lateReport: '年度报告没有按期公布',
	overdueConcerns: '超过期限没有答复的诉求',
	guideMissing: '没有公布公开指南',
	staleColumns: '监测发现的栏目不更新、空白',
	satisfaction: '社会评议满意度',
} as const;
export const EVIDENCE_KINDS = {
	link: '网页',
	document: '本网站公开的信息',
	finding: '监测问题',
	file: '文件、截图',
	text: '文字记录',
} as const;
export const QUESTION_KINDS = { scale: '打分', single: '单选', multiple: '多选', text: '文字' } as const;
export const ACCOUNTABILITY_KINDS = {
	order: '责令改正',
	talk: '约谈',
	circular: '通报批评',
	proposal: '处分建议',
	sanction: '处分',
	transfer: '移送司法机关',
} as const;
export const ACCOUNTABILITY_BASES = {
	'47': '《条例》第四十七条',
	'52': '《条例》第五十二条',
	'53': '《条例》第五十三条',
} as const;

/** A table of words as the options of a select. */
export function optionsOf<K extends string>(table: Readonly<Record<K, string>>): { value: K; label: string }[] {
	return (Object.keys(table) as K[]).map((value) => ({ value, label: table[value] }));
}

/** Points as they are written: no digits that say nothing. */
export function pointsText(points: number): string {
	return String(Number(points.toFixed(2)));
}
