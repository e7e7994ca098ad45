import type { StatusLook } from '../../ui/index.ts';

/** How each state of a document looks; the words are those of the workflow. */
export const STATE_LOOK: StatusLook = {
	draft: ['拟稿', 'default'],
	proofreading: ['待校对', 'processing'],
	secrecyReview: ['待保密审查', 'processing'],
	referred: ['报请确定', 'warning'],
	signOff: ['待签发', 'processing'],
	signedOff: ['已签发待发布', 'warning'],
	scheduled: ['定时发布', 'processing'],
	published: ['已公开', 'success'],
	withdrawn: ['已撤下', 'error'],
	discarded: ['已作废', 'default'],
};

export const VALIDITY_LOOK: StatusLook = {
	valid: ['有效', 'success'],
	revised: ['已修改', 'warning'],
	repealed: ['已废止', 'error'],
	expired: ['已失效', 'error'],
};

/** The label of a state where its own words would promise too much: what is not to be opened is signed and kept. */
export function stateLabel(state: string, attribute: string): { label?: string } {
	return state === 'signedOff' && attribute !== 'active' ? { label: '已签发留存' } : {};
}

/** What has to be done in a state, as the first screen says it. */
export const ACTION_IN: Readonly<Record<string, string>> = {
	draft: '修改后提交',
	proofreading: '校对',
	secrecyReview: '保密审查',
	referred: '收到答复后作出保密审查结论',
	signOff: '签发',
	signedOff: '发布',
};

/** The tabs of the list and the states behind each. */
export const TABS: readonly { key: string; label: string; states: readonly string[] }[] = [
	{ key: '', label: '全部', states: [] },
	{ key: 'draft', label: '拟稿', states: ['draft'] },
	{ key: 'proofreading', label: '待校对', states: ['proofreading'] },
	{ key: 'secrecy', label: '待保密审查', states: ['secrecyReview', 'referred'] },
	{ key: 'signOff', label: '待签发', states: ['signOff'] },
	{ key: 'release', label: '待发布', states: ['signedOff', 'scheduled'] },
	{ key: 'published', label: '已公开', states: ['published'] },
	{ key: 'withdrawn', label: '已撤下', states: ['withdrawn'] },
	{ key: 'discarded', label: '已作废', states: ['discarded'] },
];
