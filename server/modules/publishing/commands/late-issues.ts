import type { Issue } from '../../../kernel/issue.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { workingCalendar } from '../../offices/index.ts';
import { say } from '../messages.zh.ts';
import { publishingClock } from '../rules/lateness.ts';
import { reasonIssues } from '../rules/reason.ts';
import { selectSteps } from '../store/history.ts';
import type { Case } from './case.ts';

/** Late says why (条例第二十六条): in the draft, or with the signature or the release. */
export async function lateIssues(tx: Tx, open: Case, given: string): Promise<Issue[]> {
	const { document, content } = open;
	// A correction of what has long been public starts a clock only when something changed on a day.
	if (document.firstPublishedAt !== null && content.changedOn === null) return [];
	const calendar = (await workingCalendar(tx)).latest;
	const { late, due } = publishingClock(content, calendar, { today: tx.today, publishedOn: null });
	if (!late || content.lateReason.trim() !== '') return [];
	const steps = await selectSteps(tx, document.id);
	if (steps.some(({ edition, data }) => edition === document.edition && data.lateReason)) return [];
	if (given.trim() === '') return [say('late.reason', 'lateReason', due ?? '')];
	return reasonIssues(given, 'lateReason');
}
