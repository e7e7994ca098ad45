import { isCivilDay } from '../../../kernel/civil-day.ts';
import { collectIssues, type Issue, issue } from '../../../kernel/issue.ts';
import { messages } from '../messages.zh.ts';
import type { ComplaintCheck, OpinionResponse, Wish } from '../model.ts';
import { atLeast, between } from './length.ts';

/** What a check of a complaint must say (条例第四十七、五十一条): who looked, what is true, on what ground, what follows. */
export function checkIssues(check: ComplaintCheck, receivedOn: string, today: string): Issue[] {
	const { checkedBy, checkedOn, finding, basis, verdict, measure } = check;
	const isDay = isCivilDay(checkedOn) && checkedOn >= receivedOn && checkedOn <= today;
	return collectIssues(
		!between(checkedBy, 2, 50) && issue('check.by', messages.checkedBy, 'checkedBy'),
		!isDay && issue('check.on', messages.checkedOn, 'checkedOn'),
		!between(finding, 10, 5000) && issue('check.finding', messages.finding, 'finding'),
		!between(basis, 4, 500) && issue('check.basis', messages.checkBasis, 'basis'),
		(verdict === 'untrue') !== (measure === 'none') && issue('check.measure', messages.measure, 'measure'),
	);
}

/** What a word on a 舆情 must say, and when it can have been said. */
export function responseIssues(
	{ stage, at, text, link }: Omit<OpinionResponse, 'personName'>,
	{ urgent, receivedAt, now }: { urgent: boolean; receivedAt: Date; now: Date },
): Issue[] {
	const isOfGrave = stage === 'authoritative' || stage === 'conference';
	return collectIssues(
		isOfGrave && !urgent && issue('response.stage', messages.stageUrgent, 'stage'),
		(at < receivedAt || at > now) && issue('response.at', messages.responseAt, 'at'),
		!between(text, 5, 2000) && issue('response.text', messages.responseText, 'text'),
		link !== '' && !/^(\/(?!\/)|https?:\/\/)\S+$/.test(link) && issue('response.link', messages.link, 'link'),
	);
}

/** What the answer to a wish says. */
export interface WishAnswer {
	wish: Wish | null;
	wishDocument: number | null;
	wishDay: string | null;
	wishGround: string;
}

/** 点题公开: published (where), will be by a day, or not and on what ground. */
export function wishIssues(
	{ wish, wishDocument, wishDay, wishGround }: WishAnswer,
	{ isDocumentPublic, today }: { isDocumentPublic: boolean; today: string },
): Issue[] {
	const isDay = wishDay !== null && isCivilDay(wishDay) && wishDay >= today;
	return collectIssues(
		wish === null && issue('wish.none', messages.wish, 'wish'),
		wish === 'published' &&
			!(wishDocument !== null && isDocumentPublic) &&
			issue('wish.document', messages.wishDocument, 'wishDocument'),
		wish === 'planned' && !isDay && issue('wish.day', messages.wishDay, 'wishDay'),
		wish === 'refused' && !atLeast(wishGround, 10) && issue('wish.ground', messages.wishGround, 'wishGround'),
	);
}
