import type { WorkingCalendar } from '../../../kernel/calendar.ts';
import { addMonths, type CivilDay } from '../../../kernel/civil-day.ts';
import { collectIssues, type Issue, issue } from '../../../kernel/issue.ts';
import { LIMITS, limitDay } from '../../../law/clocks.ts';
import {
	type Claimant,
	type OrderUnit,
	REMEDY_ORDERS,
	REMEDY_RESULTS,
	type RemedyOrderKind,
	type RemedyResult,
	type RemedySubject,
	type RemedyTrack,
} from '../model.ts';

/** What is entered of a review or a suit, whatever it is about. */
export interface RemedyEntry {
	readonly track: RemedyTrack;
	readonly claimant: Claimant;
	/** 姓名 or 名称 of whoever brought it, to be sealed; the applicant of a case is known already. */
	readonly claimantName: string;
	readonly caseNumber: string;
	/** 复议机关 or 人民法院. */
	readonly body: string;
}

const LONGEST = { body: 100, caseNumber: 100, claimantName: 100, subject: 200, note: 2000 };

function tooLong(field: keyof typeof LONGEST, label: string, value: string): Issue | null {
	const limit = LONGEST[field];
	return [...value].length > limit ? issue('remedy.long', `${label}不超过${limit}字。`, field) : null;
}

/** What stands in the way of entering it, apart from its days. */
export function checkRemedy(entry: RemedyEntry, subject: RemedySubject): Issue[] {
	const { claimant, claimantName, caseNumber, body } = entry;
	return collectIssues(
		body.trim() === '' ? issue('remedy.body', '请填写行政复议机关或者人民法院。', 'body') : null,
		tooLong('body', '行政复议机关或者人民法院', body),
		tooLong('caseNumber', '案号', caseNumber),
		tooLong('claimantName', '姓名或者名称', claimantName),
		claimant === 'applicant' && subject !== 'application'
			? issue('remedy.claimant', '不是因申请引起的案件，提起人应为第三方或者其他人。', 'claimant')
			: null,
		claimant === 'applicant' && claimantName.trim() !== ''
			? issue('remedy.claimantName', '申请人的身份已随申请保存，不再填写。', 'claimantName')
			: null,
	);
}

/** The matter in words, of a case that is about no application and no document. */
export function checkSubject(subject: string): Issue | null {
	if (subject.trim() === '') return issue('remedy.subject', '请写明争议的事项，不写姓名。', 'subject');
	return tooLong('subject', '争议的事项', subject);
}

/** A suit comes directly, or after a review that has ended (行政诉讼法第四十四、四十五条); table 4 keeps the two apart. */
export function checkTrack(track: RemedyTrack, reviewed: boolean): Issue | null {
	if (track === 'afterReview' && !reviewed)
		return issue('remedy.track', '没有审结的行政复议，不能登记为复议后起诉。', 'track');
	if (track === 'direct' && reviewed) return issue('remedy.track', '已经行政复议，应当登记为复议后起诉。', 'track');
	return null;
}

/**
 * Over silence only the applicant can go (未履行法定职责), once the limit is past. A third party that was asked (第三十二条) is
 * told before anything is handed out, and need not wait for the answer. Nobody else has anything to attack yet.
 */
export function checkStanding(
	claimant: Claimant,
	facts: { readonly answered: boolean; readonly overdue: boolean; readonly thirdPartyAsked: boolean },
): Issue | null {
	if (facts.answered) return null;
	if (claimant === 'applicant' && !facts.overdue)
		return issue('remedy.notOverdue', '答复期限尚未届满，还没有可以复议或者起诉的行为。', 'claimant');
	if (claimant === 'thirdParty' && !facts.thirdPartyAsked)
		return issue('remedy.notAsked', '本案没有征求过第三方意见，作出答复前第三方不能就此复议或者起诉。', 'claimant');
	if (claimant === 'other')
		return issue('remedy.notAnswered', '本案尚未答复，申请人和第三方以外的人不能就此复议或者起诉。', 'claimant');
	return null;
}

/** What a decision or a judgment orders the office to do; `days` null where it sets no limit. */
export interface RemedyOrder {
	readonly kind: RemedyOrderKind;
	readonly days: number | null;
	readonly unit: OrderUnit;
}

export function checkOrder(order: RemedyOrder | null, result: RemedyResult, note: string): Issue[] {
	if (order === null) return collectIssues(tooLong('note', '文书号和要点', note));
	const { kind, days } = order;
	return collectIssues(
		tooLong('note', '文书号和要点', note),
		days !== null && (!Number.isInteger(days) || days < 1 || days > 366)
			? issue('order.days', '履行期限应为1至366的整数，文书没有写明期限的留空。', 'orderDays')
			: null,
		result === 'maintained' ? issue('order.result', '结果维持的，不会责令履行。', 'result') : null,
		kind === 'other' && note.trim() === ''
			? issue('order.note', `${REMEDY_ORDERS.other}，请在要点中写明要履行什么。`, 'note')
			: null,
	);
}

/** Last day to do what was ordered, from the day of the decision or judgment; null where it set none. */
export function orderDue(
	calendar: WorkingCalendar,
	orderedOn: CivilDay,
	days: number | null,
	unit: OrderUnit | null,
): { readonly day: CivilDay; readonly mark: string | null } | null {
	if (days === null || unit === null) return null;
	const { day, mark } =
		unit === 'workingDay' ? calendar.addWorkingDays(orderedOn, days) : calendar.addCalendarDays(orderedOn, days);
	return { day, mark: mark ?? null };
}

/** Where a document stands, as far as an order about it is concerned. */
export interface OrderedDocument {
	readonly live: boolean;
	/** Day the edition now public came out; null when none is. */
	readonly editionOn: CivilDay | null;
}

/** An order about a document is followed when the document says so; a clerk's word alone does not do. */
export function checkFollowed(
	kind: RemedyOrderKind,
	orderedOn: CivilDay,
	document: OrderedDocument | null,
): Issue | null {
	if (document === null) return null;
	const { live, editionOn } = document;
	if (kind === 'withdraw' && live) return issue('order.stillPublic', '该信息仍在公开，请先在「信息发布」撤下。');
	if (kind === 'publish' && !live) return issue('order.notPublic', '该信息尚未公开，请先在「信息发布」办理公开。');
	if (kind === 'amend' && live && (editionOn === null || editionOn < orderedOn))
		return issue('order.notAmended', '该信息在作出决定、判决以后没有重新公开，请先在「信息发布」修改后公开。');
	return null;
}

/** First day on which who brought it may be erased (个人信息保护法第十九条、第四十七条); null while it is open or not followed. */
export function retainedUntil(
	remedy: {
		readonly closedOn: CivilDay | null;
		readonly orderKind: RemedyOrderKind | null;
		readonly orderDoneOn: CivilDay | null;
	},
	years: number,
): CivilDay | null {
	const ended = remedy.orderKind === null ? remedy.closedOn : remedy.orderDoneOn;
	return ended === null ? null : addMonths(ended, 12 * years);
}

/** What the limit of our own answer hangs on. */
export interface ReplyFacts {
	readonly track: RemedyTrack;
	readonly simple: boolean;
	readonly receivedOn: CivilDay;
	readonly closedOn: CivilDay | null;
	readonly repliedOn: CivilDay | null;
}

/** Last day for our own answer to the review body (复议法第四十八、五十四条) or the court (行政诉讼法第六十七条), sent or not. */
export function replyLimit(
	calendar: WorkingCalendar,
	{ track, simple, receivedOn }: Pick<ReplyFacts, 'track' | 'simple' | 'receivedOn'>,
): { readonly day: CivilDay; readonly mark: string | null } {
	const limit = track !== 'review' ? LIMITS.suitReply : simple ? LIMITS.reviewReplySimple : LIMITS.reviewReply;
	const { day, mark } = limitDay(calendar, receivedOn, limit);
	return { day, mark: mark ?? null };
}

/** The same while somebody has to mind it: null once our answer has gone out or the case is over. */
export function remedyReplyBy(calendar: WorkingCalendar, remedy: ReplyFacts): CivilDay | null {
	return remedy.closedOn !== null || remedy.repliedOn !== null ? null : replyLimit(calendar, remedy).day;
}

/** Working days to a day, negative when it is past. */
export function workingDaysLeft(calendar: WorkingCalendar, today: CivilDay, day: CivilDay): number {
	return today > day ? -calendar.workingDaysBetween(day, today) : calendar.workingDaysBetween(today, day);
}

/** What stands in the way of noting our answer, apart from its day. */
export function checkReply(remedy: Pick<ReplyFacts, 'track' | 'closedOn' | 'repliedOn'>, note: string): Issue[] {
	const { track, closedOn, repliedOn } = remedy;
	return collectIssues(
		repliedOn !== null ? issue('reply.twice', `${replyName(track)}已经登记过。`) : null,
		repliedOn === null && closedOn !== null ? issue('reply.closed', '案件已经审结，不再登记答复。') : null,
		tooLong('note', '文书号和要点', note),
	);
}

/** What our answer is called. */
export function replyName(track: RemedyTrack): '行政复议答复' | '答辩' {
	return track === 'review' ? '行政复议答复' : '答辩';
}

/** Numbers of applications as people type them into one line. */
export function numbersIn(typed: string): string[] {
	return [...new Set(typed.split(/[\s、，,；;]+/).filter(Boolean))];
}

/** One decision has one day and one result, over however many applications it was made. */
export function checkSameEnd(
	end: { readonly closedOn: CivilDay; readonly result: RemedyResult },
	closed: { readonly closedOn: CivilDay | null; readonly result: RemedyResult | null } | undefined,
): Issue[] {
	if (!closed?.closedOn || closed.result === null) return [];
	return collectIssues(
		closed.closedOn === end.closedOn
			? null
			: issue('remedy.otherDay', `同一案件在另一件申请已登记为${closed.closedOn}审结。`, 'closedOn'),
		closed.result === end.result
			? null
			: issue('remedy.otherResult', `同一案件在另一件申请已登记为${REMEDY_RESULTS[closed.result]}。`, 'result'),
	);
}
