import { type CivilDay, chineseDay } from '../../../kernel/civil-day.ts';
import { ARTICLES, type Article, cite } from '../../../law/articles.ts';
import type { LetterId } from '../../../law/codes.ts';
import { OUTCOMES, type OutcomeCode } from '../../../law/outcomes.ts';
import type { Office } from '../../offices/index.ts';
import type { Application, Request } from '../model.ts';
import { contactOf } from './compose.ts';

const LONGEST_QUOTE = 300;

/** What was asked for, as letters quote it: without the full stop that would stand before the closing mark. */
export function quotedContent({ title, documentNumber, features }: Request): string {
	const number = documentNumber.trim();
	const parts = [title, number ? `文号：${number}` : '', features].map((part) =>
		part
			.replace(/\s+/g, ' ')
			.trim()
			.replace(/[。；，.;,]+$/u, ''),
	);
	const whole = parts.filter(Boolean).join('；');
	return whole.length > LONGEST_QUOTE ? `${whole.slice(0, LONGEST_QUOTE)}……` : whole;
}

/** How a letter speaks to its reader. */
export function formOfAddress({ applicantKind }: Pick<Request, 'applicantKind'>): string {
	return applicantKind === 'natural' ? '您' : '你单位';
}

const A = ARTICLES;

/** Articles each procedural letter stands on; answers cite those of their outcome. */
const BASES: Partial<Record<LetterId, readonly Article[]>> = {
	D03: [A.answerLimit],
	D04: [A.supplement],
	D05: [A.excessive],
	D06: [A.extension],
	D07: [A.thirdParty],
	D09: [A.consultationTime],
	D10: [A.thirdParty],
	D11: [A.jointMaker],
	D12: [A.consultationTime],
	D13: [A.fee, A.feeNotice],
	D27: [A.excessive],
	D29: [A.correction],
};

/** The articles as a letter cites them: the first in full, further ones of the same law by their place. */
export function basisOf(template: LetterId, outcome?: OutcomeCode): string {
	const articles = outcome ? OUTCOMES[outcome].basis : (BASES[template] ?? []);
	return articles.map((article) => cite(article)).join('、');
}

interface Known {
	readonly application: Application;
	readonly office: Office;
}

/** Blanks every letter has, but the reader's name, the number and the remedy. */
export function commonValues(
	{ application, office }: Known,
	order: { readonly template: LetterId; readonly outcome?: OutcomeCode; readonly basis?: string },
	today: CivilDay,
): Record<string, string> {
	const { receivedOn, submittedOn, number } = application;
	return {
		officeName: office.name,
		receivedOn: chineseDay(receivedOn ?? submittedOn),
		applicationNumber: number ?? '',
		content: quotedContent(application),
		basis: order.basis ?? basisOf(order.template, order.outcome),
		contact: contactOf(office),
		date: chineseDay(today),
		seal: '',
		you: formOfAddress(application),
	};
}
