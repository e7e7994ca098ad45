/** States as they look in lists and on the page. */
export const LOOK = {
	received: ['待受理', 'warning'],
	inHand: ['办理中', 'processing'],
	answered: ['已答复', 'success'],
	published: ['已公开', 'success'],
	declined: ['不予受理', 'default'],
	merged: ['已合并', 'default'],
} as const;

/** What each hand is called in the history. */
export const DONE: Readonly<Record<string, string>> = {
	receive: '收到诉求',
	accept: '受理',
	transfer: '转办',
	decline: '不予受理',
	merge: '并入同一诉求',
	answer: '答复',
	amend: '更正答复',
	publish: '公开答复',
	unpublish: '撤下公开的答复',
	check: '登记核查情况',
	respond: '登记发布和回应',
	reveal: '查看联系方式',
};

export const CONSULTATION_LOOK = {
	draft: ['起草中', 'default'],
	toSign: ['待签发', 'warning'],
	open: ['已发布', 'processing'],
	resultToSign: ['反馈待签发', 'warning'],
	published: ['已反馈', 'success'],
	withdrawn: ['已撤回', 'default'],
} as const;

export const CONSULTATION_DONE: Readonly<Record<string, string>> = {
	create: '起草',
	edit: '修改',
	file: '上传附件',
	unfile: '删除附件',
	submit: '送签',
	return: '退回修改',
	sign: '签发公开征求意见',
	extend: '延长期限',
	withdraw: '撤回',
	comment: '登记意见',
	group: '归并意见',
	ungroup: '删除意见归类',
	judge: '写明采纳情况',
	submitResult: '反馈送签',
	returnResult: '退回整理',
	publishResult: '签发公布反馈',
	retractResult: '撤下反馈',
	reveal: '查看联系方式',
};

export const PROPOSAL_LOOK = {
	inHand: ['办理中', 'processing'],
	toSign: ['答复待签发', 'warning'],
	replied: ['已答复', 'success'],
	published: ['已公开', 'success'],
	withdrawn: ['已撤案', 'default'],
} as const;

export const PROPOSAL_DONE: Readonly<Record<string, string>> = {
	register: '登记',
	extend: '调整期限',
	submit: '答复送签',
	return: '退回修改',
	sign: '签发答复',
	satisfaction: '登记满意度',
	publish: '公开答复',
	unpublish: '撤下',
	reconsider: '重新审定公开意见',
	withdraw: '撤案',
	reveal: '查看联系方式',
};
