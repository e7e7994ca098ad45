import type { Issue } from '../../../kernel/issue.ts';
import type { Guard } from '../../../kernel/workflow.ts';
import { say } from '../messages.zh.ts';
import type { DocumentContent, Revision, Step } from '../model.ts';
import { POLICIES } from '../types.ts';
import { reasonIssues } from './reason.ts';

/** What the 政务公开工作机构 says of a policy that is proposed as not to be opened. */
export const OPINIONS = { agree: '同意不予公开', open: '应当公开' } as const;
export type OpinionKind = keyof typeof OPINIONS;

/** An opinion as it was given: what, why, by whom. */
export interface DisclosureOpinion {
	kind: OpinionKind;
	reason: string;
	personName: string;
	at: Date;
}

/** 拟不公开的政策性文件 go to the 政务公开工作机构 before they are signed (国办发〔2016〕80号一（一）, law.md §5.3). */
export function needsOpinion({ type, attribute }: Pick<DocumentContent, 'type' | 'attribute'>): boolean {
	return attribute === 'withheld' && POLICIES.includes(type);
}

type Snapshot = Pick<Revision, 'id' | 'edition' | 'hash'>;

/**
 * The opinion on the snapshot in hand: the last that was given on this very text in this edition, also before it was sent back
 * and handed on unchanged. Another text asks again.
 */
export function opinionOn(
	inHand: Pick<Snapshot, 'edition' | 'hash'>,
	revisions: readonly Snapshot[],
	steps: readonly Pick<Step, 'action' | 'revisionId' | 'comment' | 'actorName' | 'at' | 'data'>[],
): DisclosureOpinion | null {
	const same = revisions.filter(({ edition, hash }) => edition === inHand.edition && hash === inHand.hash);
	const ids = same.map(({ id }) => id);
	const step = steps.findLast(({ action, revisionId }) => action === 'giveOpinion' && ids.includes(revisionId ?? 0));
	if (!step) return null;
	const kind = step.data.opinion === 'agree' ? 'agree' : 'open';
	return { kind, reason: step.comment, personName: step.actorName, at: step.at };
}

/** Both answers say why: the one is read by whoever signs, the other by whoever asks later on what ground it was kept back. */
export function opinionIssues(reason: string): Issue[] {
	return reasonIssues(reason, 'comment');
}

/** What a guard of the workflow looks at. */
export interface DisclosureFacts {
	/** Whether the disclosure office is asked about this text, and whether it has answered. */
	opinion: 'none' | 'owed' | 'given';
}

export const isHeard: Guard<DisclosureFacts> = ({ opinion }) => (opinion === 'owed' ? say('disclosure.owed') : null);
export const isToHear: Guard<DisclosureFacts> = ({ opinion }) =>
	opinion === 'owed' ? null : say(opinion === 'given' ? 'disclosure.given' : 'disclosure.notAsked');
