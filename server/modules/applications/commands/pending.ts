import type { CaseRecord } from '../queries/case-record.ts';

export function pendingId(record: CaseRecord): number {
	const pending = record.decisions.find(({ status }) => status === 'pending');
	if (!pending) throw new Error('a case under review has a pending decision');
	return pending.id;
}
