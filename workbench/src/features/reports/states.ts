import type { StatusLook } from '../../ui/index.ts';

/** The states of a report and how they look. */
export const STATES: StatusLook = {
	none: ['未开始', 'default'],
	draft: ['编制中', 'processing'],
	reviewed: ['已审核', 'processing'],
	signedOff: ['已签发', 'processing'],
	submitted: ['已报送', 'warning'],
	returned: ['被退回', 'error'],
	accepted: ['已接收', 'success'],
	published: ['已公开', 'success'],
	superseded: ['已被更正版取代', 'default'],
};

/** What is asked before a move is made. */
export const QUESTIONS = {
	review: { text: '审核通过后，数据和正文如有变化，需要重新审核。' },
	sendBack: { reason: 'required', reasonLabel: '退回理由' },
	declineSignature: { reason: 'required', reasonLabel: '退回理由' },
	revise: { text: '退回编制状态后需要重新审核、签发。' },
	signOff: { text: '签发后，数据和正文即行存档，不再随台账变化。' },
	recall: { reason: 'required', reasonLabel: '撤回理由', danger: true },
	submit: { text: '报送县级主管部门后，由其接收或者退回。' },
	accept: { text: '接收后即可向社会公开。' },
	return: { reason: 'required', reasonLabel: '退回理由', danger: true },
	publish: { text: '公开后即在县政府信息公开平台年度报告栏目展示。' },
	publishFor: { text: '代该机关在县政府信息公开平台公开。' },
	correct: { reason: 'required', reasonLabel: '更正理由', text: '更正版公开以前，原报告继续公开。' },
} as const;

/** What waits for the person's own hand, in words. */
const WAITING: Readonly<Record<string, string>> = {
	start: '待编制',
	edit: '编制中',
	review: '待审核',
	signOff: '待签发',
	submit: '待报送',
	accept: '待接收',
	publish: '待公开',
	revise: '被退回，待修改',
};

/** 「待签发」; null when nothing waits for this person. */
export function waitingText(waiting: string | null): string | null {
	return waiting === null ? null : (WAITING[waiting] ?? null);
}
