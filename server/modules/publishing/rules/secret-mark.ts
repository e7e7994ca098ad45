import { collectIssues, type Issue } from '../../../kernel/issue.ts';
import { hasSecretMark, hasSecretMarkInName } from '../../../law/secret-mark.ts';
import { say } from '../messages.zh.ts';
import type { DocumentContent } from '../model.ts';
import { plainText } from './body.ts';

/** Marks in the words of a draft, each beside its field. */
export function secretIssues(content: Pick<DocumentContent, 'title' | 'documentNumber' | 'summary' | 'body'>): Issue[] {
	const { title, documentNumber, summary, body } = content;
	return collectIssues(
		hasSecretMarkInName(title) && say('draft.secret', 'title'),
		hasSecretMarkInName(documentNumber) && say('draft.secret', 'documentNumber'),
		hasSecretMark(summary) && say('draft.secret', 'summary'),
		hasSecretMark(plainText(body)) && say('draft.secret', 'body'),
	);
}
