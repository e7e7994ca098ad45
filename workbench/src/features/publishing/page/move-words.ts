import type { Move, MoveQuestion } from '../../../ui/index.ts';

/** How each move is asked. Those with forms of their own are not here. */
export const QUESTIONS: Readonly<Record<string, MoveQuestion>> = {
	skipProofreading: {
		text: '本机关没有其他校对人员时才可以免校对，理由留在办理记录中。',
		reason: 'required',
		reasonLabel: '免校对的理由',
	},
	submitUrgent: {
		text: '只用于险情、灾情等来不及校对的信息：不经校对直接送保密审查和签发，发布后3个工作日内由另一人补审。',
		reason: 'required',
		reasonLabel: '紧急发布的理由',
	},
	postReview: {
		text: '对照网站上的内容核对标题、日期、数字和附件；有错误的，写明后请修订新版或者撤下。',
		reason: 'required',
		reasonLabel: '补审意见',
	},
	proofread: { text: '已核对标题、文号、日期、数字和附件。', reason: 'optional', reasonLabel: '校对意见' },
	sendBack: { reason: 'required', reasonLabel: '需要修改的内容' },
	recall: { text: '收回后可以修改，修改后需要重新校对、审查和签发。', reason: 'optional', reasonLabel: '收回的原因' },
	withdraw: {
		text: '正文和附件立即从网站、检索和订阅中移除，原网址只显示撤下的日期和理由。',
		reason: 'required',
		reasonLabel: '撤下的理由（将在网站显示）',
		danger: true,
	},
	keepWithheld: {
		text: '定期评估不予公开的信息（条例第十八条）：情势没有变化、继续不公开的，写明理由；可以公开的，请退回修改公开属性后公开。',
		reason: 'required',
		reasonLabel: '继续不公开的理由',
	},
	amend: {
		text: '在上一版基础上拟写新版；新版发布前，网站上的内容保持不变。',
		reason: 'required',
		reasonLabel: '修订的内容和原因',
	},
	abandon: {
		text: '放弃正在修订的新版，网站上的内容保持不变。',
		reason: 'optional',
		reasonLabel: '原因',
		danger: true,
	},
	discard: {
		text: '作废后不能再修改和发布，文字留在办理记录中。',
		reason: 'required',
		reasonLabel: '作废的理由',
		danger: true,
	},
};

/** Moves that open a form. */
export type FormMove =
	| 'passSecrecy'
	| 'giveOpinion'
	| 'signOff'
	| 'publish'
	| 'schedule'
	| 'markValidity'
	| 'extendTerm';
const FORM_MOVES: readonly FormMove[] = [
	'passSecrecy',
	'giveOpinion',
	'signOff',
	'publish',
	'schedule',
	'markValidity',
	'extendTerm',
];

export const formMove = (action: string): FormMove | undefined => FORM_MOVES.find((one) => one === action);

/** Ways out beside the main way: of no use to somebody who cannot take them now. */
const ASIDE = [
	'skipProofreading',
	'submitUrgent',
	'postReview',
	'extendTerm',
	'giveOpinion',
	'keepWithheld',
	'withdraw',
	'abandon',
	'discard',
];

/**
 * The moves as buttons, those that end something last. The sheet of the secrecy review has all three conclusions, so that
 * passing, referring and sending back are one button; whoever may not fill it keeps the plain one.
 */
export function buttonsOf<M extends Move>(moves: readonly M[]): M[] {
	const sheet = moves.find(({ action }) => action === 'passSecrecy');
	const inSheet = (action: string) =>
		Boolean(sheet?.permitted) && (action === 'refer' || (action === 'sendBack' && Boolean(sheet?.allowed)));
	const ends = ({ action }: M) => Number(QUESTIONS[action]?.danger ?? false);
	return moves
		.filter(({ action, allowed }) => !inSheet(action) && (allowed || !ASIDE.includes(action)))
		.map((move) => (move === sheet ? { ...move, label: '填写保密审查表' } : move))
		.sort((one, other) => ends(one) - ends(other));
}

/** What is said when a move is done. */
export function doneWords(
	action: string,
	{ state, indexNumber }: { state: string; indexNumber: string | null },
): string {
	if (state === 'published' && action === 'signOff') return `已签发并公开，索引号${indexNumber ?? ''}。`;
	if (state === 'published' && action === 'publish') return '已公开。';
	if (state === 'scheduled') return '已设定发布时间，到时自动公开。';
	return DONE[action] ?? '已办理。';
}

const DONE: Readonly<Record<string, string>> = {
	submit: '已提交校对。',
	skipProofreading: '已提交保密审查。',
	submitUrgent: '已直接送保密审查；发布后请及时补审。',
	postReview: '已补审。',
	extendTerm: '有效期已延长。',
	proofread: '校对通过，已送保密审查。',
	sendBack: '已退回拟稿人修改。',
	recall: '已收回，可以继续修改。',
	giveOpinion: '已提出审查意见。',
	signOff: '已签发。',
	unschedule: '已取消定时发布。',
	withdraw: '已从网站撤下。',
	keepWithheld: '已记录本次评估。',
	amend: '已开始修订新版。',
	abandon: '已放弃修订。',
	discard: '已作废。',
	markValidity: '已标注效力。',
};

/** What is said when a secrecy sheet is filled, by its conclusion. */
export const CONCLUDED: Readonly<Record<string, string>> = {
	agree: '保密审查通过，已送签发。',
	disagree: '已退回拟稿人修改。',
	refer: '已记录，收到有关部门答复后再作结论。',
};
