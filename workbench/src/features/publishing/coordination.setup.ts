import type { Coordination, CoordinationRequest } from './coordination/api.ts';

/** A document that concerns nobody else, made by the office itself. */
export const NOTHING_AGREED: Coordination = {
	origin: { label: '本机关制作', text: '本机关制作', who: '柳溪镇人民政府', isUs: true, warning: null },
	record: {
		...{ id: 0, involvesOthers: false, needsApproval: false },
		...{ authority: '', approvedOn: null, approvalNumber: '' },
	},
	requests: [],
	history: [],
	unsettled: null,
	objectors: [],
	isOpen: true,
	replyBy: '2026-06-08',
	choices: [{ id: 5, name: '青河县水务局' }],
};

/** A question to 县水务局 nobody has answered yet; `change` overrides parts of it. */
export function requestOf(change: Partial<CoordinationRequest> = {}): CoordinationRequest {
	return {
		...{ id: 31, edition: 1, inCounty: true, name: '青河县水务局', question: '请确认水位。', askedBy: '林晓' },
		...{ askedAt: '2026-05-25T01:00:00Z', replyBy: '2026-06-08', state: 'waiting', overdue: false, outcome: null },
		...change,
	};
}
