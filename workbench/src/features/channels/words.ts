import type { StatusLook } from '../../ui/index.ts';

export const DISPATCH_LOOK: StatusLook = {
	prepared: ['待发布', 'processing'],
	sent: ['已发布', 'success'],
	failed: ['未发出', 'error'],
	removed: ['已撤下', 'default'],
	cancelled: ['已取消', 'default'],
};

export const NEED_LOOK: StatusLook = {
	send: ['待发布', 'processing'],
	takeDown: ['需撤下', 'error'],
	update: ['需更新', 'warning'],
	expired: ['公示期满', 'warning'],
};

export const ISSUE_LOOK: StatusLook = {
	draft: ['编辑中', 'processing'],
	published: ['已出版', 'success'],
	withdrawn: ['已撤回', 'default'],
	discarded: ['已作废', 'default'],
};

export const DELIVERY_LOOK: StatusLook = {
	prepared: ['待移交', 'processing'],
	delivered: ['已移交', 'warning'],
	received: ['已签收', 'success'],
	cancelled: ['已取消', 'default'],
};

/** What a line of history says beside its heading. */
export function noteOf(data: Readonly<Record<string, unknown>>): string | undefined {
	const said = [
		'reason',
		'link',
		'place',
		'failure',
		'file',
		'channel',
		'month',
		'visitors',
		'receivedBy',
		'day',
		'copies',
	]
		.map((key) => data[key])
		.filter((value) => (typeof value === 'string' && value !== '') || typeof value === 'number');
	return said.length > 0 ? said.join('　') : undefined;
}
