import { isCivilDay } from '../../../kernel/civil-day.ts';
import { type Issue, issue } from '../../../kernel/issue.ts';

/** A page of a document on the portal, alone (`/d/12`) or with the address of a site before it. */
const LINK = /(?:https?:\/\/([^\s/]+))?\/d\/(\d{1,15})(?![\d/])/g;

/** Documents of this portal that an answer points to; a link to another site is none. `domain` is the county's own. */
export function linkedDocuments(where: string, domain: string): number[] {
	const ours = [...where.matchAll(LINK)].filter(([, host]) => host === undefined || host === domain);
	return [...new Set(ours.map(([, , id]) => Number(id)))];
}

/** 第三十六条第（一）项 sends the applicant to what is public: a day of publication that is told has to be one. */
export function publishedOnIssue(publishedOn: string, today: string): Issue | null {
	if (publishedOn === '' || (isCivilDay(publishedOn) && publishedOn <= today)) return null;
	return issue('decision.publishedOn', '公开日期应当是今天或者以前的日期。', 'fields.publishedOn');
}
