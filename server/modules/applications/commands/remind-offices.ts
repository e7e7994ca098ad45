import type { Tx } from '../../../platform/transaction.ts';
import type { Services } from '../../../services.ts';
import { queueMessage, recipientOf } from '../../messaging/index.ts';
import { listOffices, workingCalendar } from '../../offices/index.ts';
import { messages } from '../messages.zh.ts';
import { openReplies, type RemedyLine } from '../queries/remedies.ts';
import { openApplications } from '../queries/summaries.ts';
import { deadlineNotice, type TimeLeft } from '../rules/deadline-notice.ts';

/**
 * Every working morning: writes to each office whose cases, or answers to a review body or a court, come near their limit or
 * have passed it, once. The screens show the
 * same all day long; this is for whoever does not look. Answers how many were written to.
 */
export async function remindOffices(
	tx: Tx,
	{ vault, channels, config }: Pick<Services, 'vault' | 'channels' | 'config'>,
): Promise<number> {
	const calendar = (await workingCalendar(tx)).latest;
	if (!channels.mail || !calendar.isWorkingDay(tx.today)) return 0;
	const open = await openApplications(tx, { kind: 'all' });
	const replies = await openReplies(tx, { kind: 'all' });
	let told = 0;
	for (const { id, name, email } of await listOffices(tx)) {
		const to = recipientOf('mail', email);
		const text =
			to &&
			deadlineNotice(
				name,
				open.filter(({ officeId }) => officeId === id),
				replies.filter(({ officeId }) => officeId === id).map(timeLeft),
			);
		if (!text) continue;
		const queued = await queueMessage(tx, vault(), {
			officeId: id,
			channel: 'mail',
			purpose: 'caseReminder',
			cause: `cases ${id} ${tx.today}`,
			to,
			subject: messages.caseNoticeSubject,
			text: config.publicUrl ? `${text}\n${config.publicUrl}/workbench/` : text,
		});
		if (queued) told++;
	}
	tx.about({ type: 'caseReminder', summary: `${told}个机关` });
	return told;
}

/** Our answer to a review body or a court, as a morning's word tells it: by its case number, never who brought it. */
function timeLeft({ caseNumber, body, reply }: RemedyLine): TimeLeft {
	const left = reply.left ?? 0;
	return { number: caseNumber || body, left, overdueDays: Math.max(0, -left), paused: false };
}
