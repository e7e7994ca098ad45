import { collectIssues, type Issue } from '../../../kernel/issue.ts';
import { say } from '../messages.zh.ts';
import type { DocumentContent } from '../model.ts';
import { plainText } from './body.ts';

/**
 * 国家秘密标志: the level, a star, the term (秘密★10年), or a level filled in behind 「密级：」. A word like 「秘密」 by itself is no mark.
 * The platform stands on a public network: what bears one may not enter, not even as a draft (保密法; law.md §5.9).
 */
const MARKS = [/(?:绝密|机密|秘密)\s*[★☆]/, /密\s*级\s*[:：]\s*(?:绝密|机密|秘密)/];

export function hasSecretMark(text: string): boolean {
	return MARKS.some((mark) => mark.test(text));
}

/** Marks in the words of a draft, each beside its field. */
export function secretIssues(content: Pick<DocumentContent, 'title' | 'documentNumber' | 'summary' | 'body'>): Issue[] {
	const { title, documentNumber, summary, body } = content;
	const fields = { title, documentNumber, summary, body: plainText(body) };
	return collectIssues(
		...Object.entries(fields).map(([field, text]) => hasSecretMark(text) && say('draft.secret', field)),
	);
}
