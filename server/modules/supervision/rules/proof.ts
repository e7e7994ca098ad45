import { type Issue, issue } from '../../../kernel/issue.ts';
import { messages } from '../messages.zh.ts';
import { COMPLAINT_RULE } from './voices.ts';

/** An address somebody can look at: of any site, or a page of this one. */
const ADDRESS = /https?:\/\/[^\s，。；]+|(?:^|[\s：:（(，,])\/[a-z]+\/[\w/.-]+/;

/**
 * 整改 is reported with its proof (law.md §5.10). What a rule of monitoring sees the next round sees again; of all other matters (a
 * complaint, an inspection) nobody knows that they were put right but by a paper, a picture or an address.
 */
export function proofIssue(
	item: { rule: string; findingId: number | null },
	text: string,
	proofs: number,
): Issue | null {
	const isSeenAgain = item.findingId !== null && item.rule !== COMPLAINT_RULE;
	if (isSeenAgain || proofs > 0 || ADDRESS.test(text)) return null;
	return issue('item.proof', messages.proof, 'text');
}
