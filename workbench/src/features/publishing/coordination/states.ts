import type { StatusLook } from '../../../ui/index.ts';
import type { Coordination } from './api.ts';

/** How each state of a request looks; the words are those of the server's rules. */
export const REQUEST_LOOK: StatusLook = {
	waiting: ['待答复', 'processing'],
	confirmed: ['确认无误', 'success'],
	changed: ['确认之后正文已改动，请再次协商', 'warning'],
	objected: ['有意见', 'error'],
	withdrawn: ['已撤回', 'default'],
	lapsed: ['未答复，已不再办理', 'default'],
};

/** What was said of approval, in one line. */
export function approvalWords({ record }: Pick<Coordination, 'record'>): string {
	const { needsApproval, authority, approvedOn, approvalNumber } = record;
	if (!needsApproval) return '不需要批准';
	const parts = [authority, approvedOn, approvalNumber].filter(Boolean);
	if (parts.length === 0) return '需要批准，尚未登记';
	return `${parts.join('，')}${parts.length < 3 ? '（尚未填齐）' : ''}`;
}
