/** States as they look in lists and on the page. */
export const LOOK = {
	received: ['待受理', 'warning'],
	inHand: ['办理中', 'processing'],
	answered: ['已答复', 'success'],
	published: ['已公开', 'success'],
	declined: ['不予受理', 'default'],
	merged: ['已合并', 'default'],
} as const;

/** What each hand is called in the history. */
export const DONE: Readonly<Record<string, string>> = {
	receive: '收到诉求',
	accept: '受理',
	transfer: '转办',
	decline: '不予受理',
	merge: '并入同一诉求',
	answer: '答复',
	amend: '更正答复',
	publish: '公开答复',
	unpublish: '撤下公开的答复',
	reveal: '查看联系方式',
};
