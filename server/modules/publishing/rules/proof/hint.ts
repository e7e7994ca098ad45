/** What a reader should look at once more before a document goes out: advice, not a bar. */
export const HINT_KINDS = {
	term: '用词',
	law: '法律法规引用',
	date: '日期',
	mark: '标点符号',
	watch: '提示词',
	leaders: '领导排序',
	link: '链接',
	duplicate: '重复发布',
	origin: '公开责任',
} as const;
export type HintKind = keyof typeof HINT_KINDS;

/** A place in a text and what is to be said of it. */
export interface Found {
	readonly kind: HintKind;
	readonly at: number;
	readonly length: number;
	readonly message: string;
}

export interface Hint {
	kind: HintKind;
	/** One Chinese sentence. */
	message: string;
	/** The text around it; empty where it is about the whole. */
	around: string;
}
