import { collectIssues, type Issue, issue } from '../../../kernel/issue.ts';

export const OPINIONS = { agree: '同意公开', refuse: '不同意公开' } as const;
export type OpinionKind = keyof typeof OPINIONS;

/** What a third party says of the information about it, in its own words (条例第三十二条). */
export interface Opinion {
	readonly opinion: OpinionKind;
	readonly reasons: string;
}

const MAX_REASONS = 2000;

/** Whoever refuses says why: without reasons the office decides as if nothing had been said. */
export function opinionIssues({ opinion, reasons }: { opinion: string; reasons: string }): Issue[] {
	return collectIssues(
		opinion in OPINIONS ? null : issue('opinion.choose', '请选择是否同意公开。', 'opinion'),
		opinion === 'refuse' && reasons.trim() === ''
			? issue('opinion.reasons', '不同意公开的，请说明理由。', 'reasons')
			: null,
		reasons.length > MAX_REASONS ? issue('opinion.long', `理由不超过${MAX_REASONS}字。`, 'reasons') : null,
	);
}
