import type { Action } from './actions.ts';

/**
 * What an applicant who wants to be told hears of a step; null for what stays in the house. Nothing of the request itself: a
 * message is read on a screen that others see.
 */
export const PROGRESS: Readonly<Record<Action | 'submit', string | null>> = {
	submit: '申请已经提交，受理机关将与您确认',
	submitDraft: '申请已经登记，开始计算答复期限',
	confirm: '申请已经登记，开始计算答复期限',
	split: '申请涉及多项内容，按一事一申请拆分办理，各部分凭各自编号和原查询码查询',
	requestSupplement: '申请内容不明确，需要您补正，请查看补正通知',
	supplement: '已经收到您的补正，答复期限重新计算',
	lapseSupplement: '您逾期没有补正，申请不再处理',
	approveExtension: '答复期限已经延长，请查看延期通知',
	consultThirdParty: '正在征求第三方意见，所需时间不计入答复期限',
	consultAgency: '正在征求其他机关意见，所需时间不计入答复期限',
	resume: '征求意见已经结束，继续办理',
	askExplanation: '需要您说明理由，请查看通知',
	acceptExplanation: '申请将延迟答复，请查看通知',
	notifyFee: '需要缴纳信息处理费，请查看收费通知',
	payFee: '已经收到信息处理费，答复期限按收费通知所写计算',
	lapseFee: '您逾期没有缴费，申请不再处理',
	referElsewhere: '您提交的内容不作为政府信息公开申请处理，另行办理并告知您',
	closeCorrection: '更正申请已经办结，请查看告知书',
	serve: '已经作出答复并送达，请查看答复',
	withdraw: '申请已经撤回，不再办理',
	orderRedo: '受理机关将按要求作出答复',
	discardDraft: null,
	startHandling: null,
	proposeExtension: null,
	refuseExtension: null,
	recordDelivery: null,
	awaitThirdParty: null,
	awaitAgency: null,
	rejectExplanation: null,
	recordFeeDelivery: null,
	assign: null,
	signFor: null,
	declineHandover: null,
	recordSearch: null,
	addFile: null,
	addNote: null,
	propose: null,
	recall: null,
	reviewSecrecy: null,
	returnDraft: null,
	approve: null,
	recordService: null,
	archive: null,
	eraseIdentity: null,
	publishToAll: null,
	listAnswer: null,
	unlistAnswer: null,
	openReconsideration: null,
	openLitigation: null,
	closeReconsideration: null,
	closeLitigation: null,
	closeRemedy: null,
	keepReconsideration: null,
	keepLitigation: null,
	refundFee: null,
};

/** The phrase of a step named in an event; null for what is not told, and for what is no step. */
export function progressOf(action: string): string | null {
	return Object.hasOwn(PROGRESS, action) ? PROGRESS[action as Action] : null;
}
