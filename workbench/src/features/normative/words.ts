import type { StatusLook } from '../../ui/index.ts';
import type { Conclusion, ProjectAction } from './api.ts';

/** States of a project as they look in lists and on the page. */
export const LOOK: StatusLook = {
	planned: ['已立项', 'default'],
	drafted: ['已起草', 'processing'],
	consulting: ['公开征求意见', 'processing'],
	consulted: ['待合法性审核', 'warning'],
	reviewed: ['待集体讨论', 'processing'],
	discussed: ['待签署', 'warning'],
	signed: ['待统一登记', 'warning'],
	numbered: ['待公布和备案', 'processing'],
	submitted: ['已报备', 'processing'],
	filed: ['已备案', 'success'],
	stopped: ['已终止', 'default'],
};

export const BATCH_LOOK: StatusLook = {
	open: ['清理中', 'processing'],
	signed: ['已审签', 'warning'],
	closed: ['已公布结论', 'success'],
	cancelled: ['已取消', 'default'],
};

export const CONCLUSIONS: readonly { value: Conclusion; label: string }[] = [
	{ value: 'keep', label: '继续有效' },
	{ value: 'revise', label: '修改' },
	{ value: 'repeal', label: '废止' },
	{ value: 'lapse', label: '宣布失效' },
];

/** One input of a step. */
export type Field =
	| 'text'
	| 'startsOn'
	| 'endsOn'
	| 'link'
	| 'consultation'
	| 'opinions'
	| 'adopted'
	| 'body'
	| 'meeting'
	| 'filingNumber'
	| 'copies';

/** What each step asks for besides its day and its files, and how its text is called. */
export const ASKS: Readonly<Record<ProjectAction, { fields: readonly Field[]; text: string; hint?: string }>> = {
	finishDraft: { fields: ['text'], text: '起草情况', hint: '征求意见稿、起草说明可以作为材料上传' },
	openConsultation: {
		fields: ['startsOn', 'endsOn', 'link', 'consultation', 'text'],
		text: '说明',
		hint: '期限短于规定的，写明紧急情况',
	},
	skipConsultation: { fields: ['text'], text: '不公开征求意见的依据和理由' },
	closeConsultation: { fields: ['opinions', 'adopted', 'text'], text: '采纳情况' },
	passReview: { fields: ['body', 'text'], text: '审核意见', hint: '合法性审核意见书可以作为材料上传' },
	returnReview: { fields: ['body', 'text'], text: '审核意见' },
	skipReview: { fields: ['text'], text: '免合法性审核的依据和理由' },
	discuss: { fields: ['meeting', 'text'], text: '讨论决定', hint: '会议纪要可以作为材料上传' },
	returnDiscussion: { fields: ['meeting', 'text'], text: '讨论决定' },
	skipDiscussion: { fields: ['text'], text: '免集体讨论的依据和理由' },
	sign: { fields: ['text'], text: '签署意见' },
	number: { fields: ['copies', 'text'], text: '印发范围', hint: '文号由系统按本机关顺序编定，编定后不再使用第二次' },
	submitFiling: { fields: ['body', 'text'], text: '报备说明' },
	registerFiling: { fields: ['filingNumber', 'text'], text: '备案审查意见' },
	returnFiling: { fields: ['text'], text: '退回理由' },
	stop: { fields: ['text'], text: '终止理由', hint: '已经编定的文号不再使用' },
};

/** What the body that is asked for is called: who reviews, or who files. */
export const bodyLabel = (action: ProjectAction) => (action === 'submitFiling' ? '备案机关' : '审核机构');

/** Ways aside of the main way, shown after it. */
const ASIDE: readonly string[] = [
	'skipConsultation',
	'skipReview',
	'skipDiscussion',
	'returnReview',
	'returnDiscussion',
	'returnFiling',
	'stop',
];
export const isAside = (action: string) => ASIDE.includes(action);
