import { chineseDay } from '../../../kernel/civil-day.ts';
import { issue } from '../../../kernel/issue.ts';
import type { Guard } from '../../../kernel/workflow.ts';
import type { CaseFacts } from './facts.ts';

type CaseGuard = Guard<CaseFacts>;

/** A limit that has run out cannot be lengthened, nor can the case be put off any more (第三十三条第二款). */
export const beforeLimit: CaseGuard = ({ clock, today }) =>
	clock.dueOn !== null && today > clock.dueOn
		? issue('case.afterLimit', `答复期限已于${chineseDay(clock.dueOn)}届满，不能再办理此项，请尽快作出答复。`)
		: null;

export const firstSupplementNotice: CaseGuard = ({ supplementAsked }) =>
	supplementAsked
		? issue(
				'supplement.once',
				'补正只能一次性告知（《条例》第三十条），本申请已要求过补正；仍不明确的，请按「补正后申请内容仍不明确」答复。',
			)
		: null;

export const withinSupplementNotice: CaseGuard = ({ clock, today }) =>
	clock.supplementNoticeBy !== null && today > clock.supplementNoticeBy
		? issue(
				'supplement.late',
				`要求补正应当在收到申请之日起7个工作日内作出，期限已于${chineseDay(clock.supplementNoticeBy)}届满（《条例》第三十条）。`,
			)
		: null;

export const supplementPeriodOver: CaseGuard = ({ clock, today }) => {
	if (clock.supplementBy === null) return issue('supplement.noPeriod', '没有记录补正期限，不能认定逾期。');
	return today > clock.supplementBy
		? null
		: issue('supplement.running', `补正期限至${chineseDay(clock.supplementBy)}，尚未届满，不能认定申请人放弃申请。`);
};

export const paymentPeriodOver: CaseGuard = ({ clock, today }) => {
	if (clock.payBy === null)
		return issue('fee.noPeriod', '没有登记申请人收到收费通知的日期，缴费期限尚未起算，不能认定逾期。');
	return today > clock.payBy
		? null
		: issue('fee.running', `缴费期限至${chineseDay(clock.payBy)}，尚未届满，不能认定申请人放弃申请。`);
};

export const notExtended: CaseGuard = ({ clock }) =>
	clock.extended ? issue('extension.used', '答复期限只能延长一次（《条例》第三十三条第二款），本申请已延期。') : null;

export const noProposedExtension: CaseGuard = ({ extensionProposedBy }) =>
	extensionProposedBy === null ? null : issue('extension.pending', '已有一份延期申请等待批准。');

export const extensionProposed: CaseGuard = ({ extensionProposedBy }) =>
	extensionProposedBy === null ? issue('extension.none', '没有等待批准的延期申请，请先由经办人提出。') : null;

export const notProposer: CaseGuard = ({ extensionProposedBy, actorId }) =>
	extensionProposedBy !== null && extensionProposedBy === actorId
		? issue('extension.same', '延期应当由他人批准，不能批准自己提出的延期。')
		: null;

export const notHandler: CaseGuard = ({ handlerId, actorId }) =>
	handlerId !== null && handlerId === actorId
		? issue('case.handler', '此项须由经办人以外的人审签，您是本申请的经办人。')
		: null;

export const handedToMe: CaseGuard = ({ handedTo, actorId }) => {
	if (handedTo === null) return issue('handover.none', '没有待签收的交接。');
	return handedTo === actorId ? null : issue('handover.other', '本申请交接给他人，由接收人签收。');
};

export const lastReply: CaseGuard = ({ awaiting }) =>
	awaiting.length === 0
		? null
		: issue('consultation.open', `尚有${awaiting.length}份征求意见未收到答复，不能恢复办理。`);

export const thirdPartyAwaited: CaseGuard = ({ awaiting }) =>
	awaiting.includes('thirdParty') ? null : issue('consultation.noThirdParty', '没有尚未答复的第三方意见。');

export const agencyAwaited: CaseGuard = ({ awaiting }) =>
	!awaiting.includes('thirdParty') && awaiting.length > 0
		? null
		: issue('consultation.noAgency', '没有只待其他机关答复的征求意见。');

export const notDrafter: CaseGuard = ({ decision, actorId }) =>
	decision && decision.draftedBy === actorId
		? issue('decision.same', '答复须由第二人审签，您是拟稿人，不能审签自己拟的答复。')
		: null;

export const secrecyReviewed: CaseGuard = ({ decision }) =>
	decision?.needsSecrecyReview && !decision.secrecyPassed
		? issue('decision.secrecy', '提供政府信息前须经保密审查（《条例》第十七条），请先完成保密审查。')
		: null;

export const secrecyPending: CaseGuard = ({ decision }) => {
	if (!decision?.needsSecrecyReview) return issue('decision.noSecrecy', '本答复不提供政府信息，无需保密审查。');
	return decision.secrecyPassed ? issue('decision.secrecyDone', '已完成保密审查。') : null;
};

/** What table 3 has counted as carried over has to end in one of its rows, or the next year's table does not balance. */
export const notYetCounted: CaseGuard = ({ receivedOn, today }) =>
	receivedOn !== null && receivedOn.slice(0, 4) < today.slice(0, 4)
		? issue('left.counted', '该申请已计入上一年度报告的结转数，不能转出，请选择答复结果办结。')
		: null;

/** An answer has been given and counted; what a review ordered is answered, not sent away or made several. */
export const notConcluded: CaseGuard = ({ concluded }) =>
	concluded ? issue('left.concluded', '该申请已经答复过并计入年度报告，应当重新作出答复，不能转出或者拆分。') : null;

/** Last year's report carried it over as one. */
export const countedAsOne: CaseGuard = ({ receivedOn, today }) =>
	receivedOn !== null && receivedOn.slice(0, 4) < today.slice(0, 4)
		? issue('split.counted', '该申请已按一件计入上一年度报告的结转数，不能再拆分，请在答复中逐项说明。')
		: null;

export const correctionOpen: CaseGuard = ({ correctionOpen: open }) =>
	open ? null : issue('correction.none', '没有待办结的更正申请。');

export const remedyOpen: CaseGuard = ({ remediesOpen }) =>
	remediesOpen > 0 ? null : issue('remedy.none', '没有正在审理的行政复议或者行政诉讼案件。');

export const noRemedyOpen: CaseGuard = ({ remediesOpen }) =>
	remediesOpen > 0 ? issue('remedy.open', '已有正在审理的行政复议或者行政诉讼案件，请先登记其结果。') : null;

export const otherRemedyOpen: CaseGuard = ({ remediesOpen }) =>
	remediesOpen > 1 ? null : issue('remedy.onlyOne', '没有其他正在审理的行政复议或者行政诉讼案件。');

/** Before an answer the applicant can attack its absence only (未履行法定职责); a third party that was asked, what was decided. */
export const attackable: CaseGuard = ({ clock, thirdPartyAsked }) =>
	clock.overdue || thirdPartyAsked
		? null
		: issue('remedy.notOverdue', '答复期限尚未届满，还没有可以复议或者起诉的行为。');

export const notListed: CaseGuard = ({ listed }) => (listed ? issue('listing.there', '已列入答复情况公示。') : null);

export const listed: CaseGuard = ({ listed: there }) =>
	there ? null : issue('listing.none', '没有列入答复情况公示。');

export const noFeeYet: CaseGuard = ({ feeNotified }) =>
	feeNotified ? issue('fee.once', '本申请已发出过收费通知。') : null;

export const feeRefundable: CaseGuard = ({ feeRefundable: left }) =>
	left ? null : issue('refund.none', '没有可以退还的信息处理费。');

export const retentionOver: CaseGuard = ({ retainedUntil, today }) => {
	if (retainedUntil === null) return issue('erase.open', '案卷尚未归档，不能销毁身份信息。');
	return today >= retainedUntil
		? null
		: issue('erase.retained', `案卷保管期限至${chineseDay(retainedUntil)}，届满前不能销毁身份信息。`);
};

export const notErased: CaseGuard = ({ erased }) => (erased ? issue('erase.done', '申请人身份信息已经销毁。') : null);

export const gaveInformation: CaseGuard = ({ gaveInformation: gave }) =>
	gave ? null : issue('case.gaveNothing', '只有予以公开或者部分公开的信息才能转为主动公开。');

export const notPassedOn: CaseGuard = ({ passedOn }) =>
	passedOn ? issue('case.passedOn', '已经转为主动公开的拟稿，请在「信息发布」中办理。') : null;
