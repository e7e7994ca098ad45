/** 问答库: where an entry stands. */
export const STATES = { draft: '草稿', published: '已发布', withdrawn: '已撤下' } as const;
export type State = keyof typeof STATES;

/** What is written about an entry. */
export interface EntryContent {
	question: string;
	answer: string;
	/** Other ways in which people ask the same. */
	wordings: string[];
	/** The public document the answer stands on; null for none. */
	documentId: number | null;
	/** Law, article or paper the answer stands on, in words. */
	basis: string;
	/** Last day on which the answer holds; null for no end. */
	validUntil: string | null;
}

/** An entry of 问答库: a question of many, answered once by its office. */
export interface Entry {
	id: number;
	officeId: number;
	state: State;
	/** The working copy. */
	content: EntryContent;
	/** What everybody reads; null while it is not public. */
	shown: EntryContent | null;
	shownAt: Date | null;
	askedKey: string | null;
	revision: number;
	changedAt: Date;
}

/** Where a passage stands: in a public document, or in an entry. */
export type Source = { kind: 'document'; id: number } | { kind: 'entry'; id: number };

/** A piece of what is public, as it is quoted. */
export interface Passage {
	source: Source;
	officeId: number;
	publishedAt: Date;
	/** From the first of its source, 0. */
	position: number;
	/** Title of the document, question of the entry. */
	title: string;
	/** Nearest heading above it; empty for none. */
	heading: string;
	/** The attachment it stands in; empty for the text itself. */
	fileName: string;
	body: string;
}

/** What became of the model's words: not asked, shown, no answer, too late, or not to be found in the passages. */
export const MODEL_OUTCOMES = {
	none: '未使用模型',
	shown: '已展示模型归纳',
	unreachable: '模型没有应答',
	late: '模型超时',
	ungrounded: '模型归纳不合要求，未展示',
} as const;
export type ModelOutcome = keyof typeof MODEL_OUTCOMES;
