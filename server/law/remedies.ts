import type { CivilDay } from '../kernel/civil-day.ts';
import { type Issue, issue } from '../kernel/issue.ts';
import { type Result, resultOf } from '../kernel/result.ts';
import { inForceFrom } from './articles.ts';
import type { OutcomeCode, RemedyKind } from './codes.ts';
import { groundsOf, OUTCOMES, type WithholdingGround } from './outcomes.ts';

/**
 * What the paragraphs are:
 * - `R0` none: procedural letters cannot be attacked on their own.
 * - `R1` review first (复议法第二十三条), for refusals under Arts 14–16 decided from 2024-01-01.
 * - `R2` the applicant chooses review or suit.
 * - `R3` no answer in time; shown on the query page, not a letter.
 */
export type { RemedyKind };

/** Whom the paragraph names. Each office has its own: 县政府 for a township, the superior for a vertical body. */
export interface RemedyParties {
	readonly reviewBody: string;
	readonly court: string;
	/** Address for filing the review online. */
	readonly onlineAddress?: string;
}

export interface Decision {
	/** Day of the decision: letters of the past keep the remedy that was law then. */
	readonly decidedOn: CivilDay;
	/** For 部分公开: grounds of the parts withheld. */
	readonly withheld?: readonly WithholdingGround[];
	/** For O23: the applicant took the application back. */
	readonly withdrawn?: boolean;
}

const REVIEW_FIRST_FROM = inForceFrom('reconsideration');

/** True when the applicant must ask for review before suing, and the letter must say so (复议法第二十三条). */
export function reviewComesFirst(code: OutcomeCode, { decidedOn, withheld }: Decision): boolean {
	return decidedOn >= REVIEW_FIRST_FROM && groundsOf(code, withheld).length > 0;
}

/** The remedy of an answer, by what was decided and the law of the day it was decided on. */
export function remedyOf(code: OutcomeCode, decision: Decision): RemedyKind {
	if (OUTCOMES[code].remedy === 'ending' && decision.withdrawn) return 'R0';
	return reviewComesFirst(code, decision) ? 'R1' : 'R2';
}

/** How the rule for an unanswered application read on a day: review first only from 2024-01-01. */
export function overdueRemedy(day: CivilDay): 'R2' | 'R3' {
	return day >= REVIEW_FIRST_FROM ? 'R3' : 'R2';
}

/**
 * The paragraph as printed; empty text for R0. Refuses rather than print one with a gap: a letter that does not tell
 * the remedy stretches the applicant's limit to a year (复议法第二十条).
 * @param servedOnline the letter goes out online, so it must name the online way to file (复议法第二十二条).
 */
export function remedyParagraph(kind: RemedyKind, parties: RemedyParties, servedOnline = false): Result<string> {
	if (kind === 'R0') return resultOf('', []);
	const online = parties.onlineAddress?.trim() ?? '';
	const text = wording(kind, parties) + (online === '' ? '' : `行政复议申请可通过互联网提交：${online}。`);
	return resultOf(text, checkParties(parties, servedOnline));
}

function wording(kind: 'R1' | 'R2' | 'R3', { reviewBody, court }: RemedyParties): string {
	switch (kind) {
		case 'R1':
			return `如不服本决定，请自收到本告知书之日起60日内先向${reviewBody}申请行政复议；对行政复议决定不服的，可以自收到行政复议决定书之日起15日内依法向${court}提起行政诉讼。`;
		case 'R2':
			return `如不服本答复，可以自收到本告知书之日起60日内向${reviewBody}申请行政复议，或者自收到本告知书之日起6个月内依法向${court}提起行政诉讼。`;
		case 'R3':
			return `本机关逾期未作出答复的，您可以自答复期限届满之日起60日内先向${reviewBody}申请行政复议；对行政复议决定不服的，可以自收到行政复议决定书之日起15日内依法向${court}提起行政诉讼。`;
	}
}

function checkParties({ reviewBody, court, onlineAddress }: RemedyParties, servedOnline: boolean): Issue[] {
	const issues: Issue[] = [];
	if (reviewBody.trim() === '') {
		issues.push(issue('remedy.reviewBody', '本机关尚未填写行政复议机关，不能生成救济途径。', 'reviewBody'));
	}
	if (court.trim() === '') {
		issues.push(issue('remedy.court', '本机关尚未填写管辖法院，不能生成救济途径。', 'court'));
	}
	if (servedOnline && (onlineAddress ?? '').trim() === '') {
		const text = '通过互联网送达的文书应当同时提供网上申请行政复议的地址，请先填写。';
		issues.push(issue('remedy.onlineAddress', text, 'onlineAddress'));
	}
	return issues;
}
