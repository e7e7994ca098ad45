import type { AskBody, OutsideReply, RecordBody } from './api.ts';

type Values = Record<string, unknown>;
const text = (value: unknown) => (typeof value === 'string' ? value.trim() : '');

/** The record as it is sent; parts of an approval that is not needed are not. */
export function recordOf(values: Values, seen: number): RecordBody {
	const needsApproval = values.needsApproval === true;
	return {
		seen,
		involvesOthers: values.involvesOthers === true,
		needsApproval,
		authority: needsApproval ? text(values.authority) : '',
		approvedOn: needsApproval ? text(values.approvedOn) || null : null,
		approvalNumber: needsApproval ? text(values.approvalNumber) : '',
	};
}

/** A question as it is sent; a day that is not given is the county's. */
export function askOf(values: Values): AskBody {
	const { officeIds, outside } = values;
	return {
		officeIds: Array.isArray(officeIds) ? officeIds.map(Number) : [],
		outside: Array.isArray(outside) ? outside.map(String) : [],
		question: text(values.question),
		replyBy: text(values.replyBy) || null,
	};
}

/** What a body outside answered. */
export function replyOf(values: Values): OutsideReply {
	return {
		reply: values.reply === 'objected' ? 'objected' : 'confirmed',
		opinion: text(values.opinion),
		repliedOn: text(values.repliedOn),
		reference: text(values.reference),
	};
}
