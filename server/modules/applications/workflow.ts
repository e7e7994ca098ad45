import type { Permission } from '../../kernel/permissions.ts';
import { defineWorkflow } from '../../kernel/workflow.ts';
import { OPEN_STATES, STATES, type State } from './model.ts';
import type { Action } from './rules/actions.ts';
import type { CaseFacts } from './rules/facts.ts';
import * as guard from './rules/guards.ts';
import { move, type Row, stay } from './rules/rows.ts';

const WORKING = ['handling', 'delayed', 'redo'] as const satisfies readonly State[];
const CONSULTING = ['thirdParty', 'otherAgency'] as const satisfies readonly State[];
const CONCLUDED = ['answered', 'ended', 'archived'] as const satisfies readonly State[];
const BEFORE_SIGNING = OPEN_STATES.filter((state) => state !== 'signed' && state !== 'redo');
/** Registered and not yet answered: the states in which a silence past the limit can be attacked. */
const OWED = OPEN_STATES.filter((state) => state !== 'arrived');
/** A file is closed when it is archived, and was none when it left. */
const KEPT_OPEN = (Object.keys(STATES) as State[]).filter((state) => state !== 'archived' && state !== 'left');
const NUMBERED = (Object.keys(STATES) as State[]).filter((state) => state !== 'draft');

const REGISTER: Permission = 'application.register';
const HANDLE: Permission = 'application.handle';
const APPROVE: Permission = 'application.approve';

const INTAKE: Row[] = [
	move('submitDraft', '申请人确认并提交', ['draft'], 'registered', REGISTER, {
		basis: '《条例》第二十九条第一款、第三十一条第（一）项',
		document: 'D03',
		clock: 'received',
	}),
	move('discardDraft', '作废草稿', ['draft'], 'left', REGISTER, { basis: '《条例》第二十九条第一款' }),
	move('confirm', '与申请人确认并登记', ['arrived'], 'registered', REGISTER, {
		basis: '《条例》第三十一条',
		document: 'D03',
		clock: 'confirmed',
	}),
	move('referElsewhere', '不作为申请，转出', ['arrived', 'registered', 'handling'], 'left', HANDLE, {
		guards: [guard.notYetCounted, guard.notConcluded],
		basis: '《条例》第三十九条、第四十一条',
		document: 'D30',
		clock: 'ended',
	}),
	...stay('closeCorrection', '办结更正申请', ['left'], HANDLE, {
		guards: [guard.correctionOpen],
		basis: '《条例》第四十一条',
		document: 'D29',
	}),
	...stay('split', '拆分（一事一申请）', ['registered', 'handling'], HANDLE, {
		guards: [guard.countedAsOne, guard.notConcluded, guard.noProposedExtension],
		basis: '国办函〔2020〕109号',
		document: 'D03',
	}),
	move('startHandling', '开始办理', ['registered'], 'handling', HANDLE, { basis: '《条例》第四十五条' }),
];

const SUPPLEMENT: Row[] = [
	move('requestSupplement', '要求补正', ['registered', 'handling'], 'supplementing', HANDLE, {
		guards: [guard.firstSupplementNotice, guard.withinSupplementNotice],
		basis: '《条例》第三十条',
		document: 'D04',
		clock: 'supplementRequested',
	}),
	move('supplement', '收到补正', ['supplementing'], 'registered', REGISTER, {
		basis: '《条例》第三十条',
		clock: 'supplemented',
	}),
	move('lapseSupplement', '逾期未补正，不再处理', ['supplementing'], 'ended', APPROVE, {
		guards: [guard.supplementPeriodOver, guard.notHandler],
		basis: '《条例》第三十条',
		document: 'D28',
		clock: 'ended',
	}),
];

const EXTENSION: Row[] = [
	...stay('proposeExtension', '提请延期', ['handling'], HANDLE, {
		guards: [guard.notExtended, guard.beforeLimit, guard.noProposedExtension],
		basis: '《条例》第三十三条第二款',
	}),
	...stay('approveExtension', '批准延期', ['handling'], APPROVE, {
		guards: [guard.extensionProposed, guard.notProposer, guard.notExtended, guard.beforeLimit],
		basis: '《条例》第三十三条第二款',
		document: 'D06',
		clock: 'extended',
	}),
	...stay('refuseExtension', '不批准延期', ['handling'], APPROVE, {
		guards: [guard.extensionProposed, guard.notProposer],
		basis: '《条例》第三十三条第二款',
	}),
];

const CONSULTATION: Row[] = [
	move('consultThirdParty', '征求第三方意见', [...WORKING, ...CONSULTING], 'thirdParty', HANDLE, {
		basis: '《条例》第三十二条',
		document: 'D07',
		clock: 'consultationSent',
	}),
	move('consultAgency', '征求其他机关意见', [...WORKING, ...CONSULTING], 'otherAgency', HANDLE, {
		basis: '《条例》第三十三条第三款、第三十四条',
		document: 'D11',
		clock: 'consultationSent',
	}),
	...stay('recordDelivery', '登记对方收到日期', CONSULTING, HANDLE, { basis: '《条例》第三十二条、第三十四条' }),
	move('resume', '登记意见，恢复办理', CONSULTING, 'handling', HANDLE, {
		guards: [guard.lastReply],
		basis: '《条例》第三十三条第三款',
		document: 'D08',
		clock: 'consultationClosed',
	}),
	move('awaitThirdParty', '登记意见，继续等待第三方', CONSULTING, 'thirdParty', HANDLE, {
		guards: [guard.thirdPartyAwaited],
		basis: '《条例》第三十二条',
		document: 'D08',
		clock: 'consultationClosed',
	}),
	move('awaitAgency', '登记意见，继续等待其他机关', CONSULTING, 'otherAgency', HANDLE, {
		guards: [guard.agencyAwaited],
		basis: '《条例》第三十四条',
		document: 'D08',
		clock: 'consultationClosed',
	}),
];

const EXCESS: Row[] = [
	move('askExplanation', '要求说明理由', ['handling'], 'explaining', HANDLE, {
		guards: [guard.beforeLimit],
		basis: '《条例》第三十五条',
		document: 'D05',
	}),
	move('acceptExplanation', '理由合理，延迟答复', ['explaining'], 'delayed', APPROVE, {
		guards: [guard.notHandler],
		basis: '《条例》第三十五条',
		document: 'D27',
		clock: 'delayed',
	}),
	move('rejectExplanation', '理由不合理或者未说明', ['explaining'], 'handling', HANDLE, {
		basis: '《条例》第三十五条',
	}),
	move('notifyFee', '发出收费通知', ['handling'], 'awaitingFee', HANDLE, {
		guards: [guard.noFeeYet, guard.beforeLimit],
		basis: '《条例》第四十二条、国办函〔2020〕109号',
		document: 'D13',
		clock: 'feeNotified',
	}),
	...stay('recordFeeDelivery', '登记申请人收到收费通知', ['awaitingFee'], HANDLE, {
		basis: '国办函〔2020〕109号',
		document: 'D14',
	}),
	move('payFee', '登记缴费', ['awaitingFee'], 'handling', HANDLE, { basis: '国办函〔2020〕109号', clock: 'feePaid' }),
	...stay('refundFee', '登记退费', NUMBERED, HANDLE, {
		guards: [guard.feeRefundable],
		basis: '国办函〔2020〕109号',
	}),
	move('lapseFee', '逾期未缴费，不再处理', ['awaitingFee'], 'ended', APPROVE, {
		guards: [guard.paymentPeriodOver, guard.notHandler],
		basis: '国办函〔2020〕109号',
		document: 'D28',
		clock: 'ended',
	}),
];

const HANDLING: Row[] = [
	...stay('assign', '指定经办人', OWED, HANDLE, { basis: '《条例》第四十五条' }),
	...stay('signFor', '签收交接', OWED, HANDLE, { guards: [guard.handedToMe], basis: '《条例》第四十五条' }),
	...stay('declineHandover', '退回交接', OWED, HANDLE, { guards: [guard.handedToMe], basis: '《条例》第四十五条' }),
	...stay('recordSearch', '登记检索记录', [...WORKING, 'explaining'], HANDLE, {
		basis: '《条例》第三十六条第（四）项',
	}),
	...stay('addFile', '添加材料', KEPT_OPEN, REGISTER, { basis: '《条例》第三十六条第（二）项' }),
	...stay('addNote', '添加办理记录', NUMBERED, HANDLE, { basis: '《条例》第四十五条' }),
];

const DECISION: Row[] = [
	move('propose', '提交审签', WORKING, 'reviewing', HANDLE, { basis: '《条例》第三十六条', document: 'D31' }),
	move('recall', '撤回修改', ['reviewing'], 'handling', HANDLE, { basis: '《条例》第四十五条' }),
	...stay('reviewSecrecy', '保密审查', ['reviewing'], 'document.secrecyReview', {
		guards: [guard.secrecyPending, guard.notDrafter],
		basis: '《条例》第十七条',
		document: 'D31',
	}),
	move('returnDraft', '退回修改', ['reviewing'], 'handling', APPROVE, {
		guards: [guard.notDrafter],
		basis: '《条例》第四十五条',
	}),
	move('approve', '审签', ['reviewing'], 'signed', APPROVE, {
		guards: [guard.notDrafter, guard.secrecyReviewed],
		basis: '《条例》第三十六条',
		document: 'D15',
	}),
	move('serve', '登记送达', ['signed'], 'answered', HANDLE, {
		basis: '国办公开办函〔2016〕235号',
		document: 'D14',
		clock: 'served',
	}),
	...stay('recordService', '登记文书送达', NUMBERED, HANDLE, { basis: '国办公开办函〔2016〕235号', document: 'D14' }),
];

const ENDING: Row[] = [
	move('withdraw', '申请人撤回', BEFORE_SIGNING, 'ended', REGISTER, { clock: 'ended' }),
	...stay('publishToAll', '转为主动公开', ['answered', 'archived'], HANDLE, {
		guards: [guard.gaveInformation, guard.notPassedOn],
		basis: '《条例》第四十四条',
	}),
	...stay('listAnswer', '列入答复公示', ['answered', 'archived'], HANDLE, {
		guards: [guard.notListed],
		basis: '《条例》第四十四条',
	}),
	...stay('unlistAnswer', '撤出答复公示', ['answered', 'archived'], HANDLE, {
		guards: [guard.listed],
		basis: '《条例》第四十四条',
	}),
	move('archive', '归档', ['answered', 'ended'], 'archived', HANDLE, {
		guards: [guard.noRemedyOpen],
		basis: '《条例》第四十五条',
	}),
	...stay('eraseIdentity', '销毁身份信息', ['archived'], APPROVE, {
		guards: [guard.notErased, guard.noRemedyOpen, guard.retentionOver],
		basis: '《个人信息保护法》第十九条、第四十七条',
	}),
];

const JUDGED = ['reconsideration', 'litigation'] as const satisfies readonly State[];

// A case stands in review while any review of it is open, else in court: several people may have theirs (第三十二条).
const REMEDIES: Row[] = [
	move('openReconsideration', '登记行政复议', [...CONCLUDED, ...JUDGED], 'reconsideration', HANDLE, {
		basis: '《条例》第五十一条、复议法第四十八条',
	}),
	move('openLitigation', '登记行政诉讼', [...CONCLUDED, 'litigation'], 'litigation', HANDLE, {
		basis: '《条例》第五十一条、行政诉讼法第六十七条',
	}),
	...stay('openLitigation', '登记行政诉讼', ['reconsideration'], HANDLE, {
		basis: '《条例》第五十一条、行政诉讼法第六十七条',
	}),
	...stay('openReconsideration', '登记行政复议（答复前）', OWED, HANDLE, {
		guards: [guard.attackable],
		basis: '复议法第二十三条',
	}),
	...stay('openLitigation', '登记行政诉讼（答复前）', OWED, HANDLE, {
		guards: [guard.attackable],
		basis: '行政诉讼法第四十六条',
	}),
	move('keepReconsideration', '登记结果，其余复议尚未审结', JUDGED, 'reconsideration', HANDLE, {
		guards: [guard.otherRemedyOpen],
		basis: '《条例》第五十一条',
	}),
	move('keepLitigation', '登记结果，其余诉讼尚未审结', JUDGED, 'litigation', HANDLE, {
		guards: [guard.otherRemedyOpen],
		basis: '《条例》第五十一条',
	}),
	...stay('closeRemedy', '登记复议或者诉讼结果', [...OWED, ...CONCLUDED], HANDLE, {
		guards: [guard.remedyOpen],
		basis: '《条例》第五十一条',
	}),
	move('closeReconsideration', '登记复议结果', ['reconsideration'], 'answered', HANDLE, {
		guards: [guard.remedyOpen],
		basis: '《条例》第五十一条',
	}),
	move('closeLitigation', '登记诉讼结果', ['litigation'], 'answered', HANDLE, {
		guards: [guard.remedyOpen],
		basis: '《条例》第五十一条',
	}),
	// Over silence nothing was answered yet: the case goes on where it is, by the limit that was ordered.
	...stay('orderRedo', '被责令限期答复', OWED, HANDLE, {
		guards: [guard.remedyOpen],
		basis: '《条例》第五十一条',
	}),
	move('orderRedo', '被责令重新答复', ['reconsideration', 'litigation'], 'redo', HANDLE, {
		guards: [guard.remedyOpen],
		basis: '法释〔2025〕8号',
	}),
];

/** The whole procedure of 条例第三章 as one table: state, action, permission, guard, article, paper and clock. */
export const caseWorkflow = defineWorkflow<State, Action, Permission, CaseFacts>({
	name: '政府信息公开申请',
	// The public and staff enter finished applications; only an oral one begins as a draft.
	initial: ['draft', 'arrived', 'registered'],
	states: STATES,
	transitions: [
		...INTAKE,
		...SUPPLEMENT,
		...EXTENSION,
		...CONSULTATION,
		...EXCESS,
		...HANDLING,
		...DECISION,
		...ENDING,
		...REMEDIES,
	],
});
