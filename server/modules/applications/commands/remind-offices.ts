import type { Tx } from '../../../platform/transaction.ts';
import type { Services } from '../../../services.ts';
import { queueMessage, recipientOf } from '../../messaging/index.ts';
import { listOffices, workingCalendar } from '../../offices/index.ts';
import { messages } from '../messages.zh.ts';
import { openApplications } from '../queries/summaries.ts';
import { deadlineNotice } from '../rules/deadline-notice.ts';

/**
 * Every working morning: writes to each office whose cases come near their limit or have passed it, once. The screens show the
 * same all day long; this is for whoever does not look. Answers how many were written to.
 */
export async function remindOffices(
	tx: Tx,
	{ vault, channels, config }: Pick<Services, 'vault' | 'channels' | 'config'>,
): Promise<number> {
	const calendar = (await workingCalendar(tx)).latest;
	if (!channels.mail || !calendar.isWorkingDay(tx.today)) return 0;
	const open = await openApplications(tx, { kind: 'all' });
	let told = 0;
	for (const { id, name, email } of await listOffices(tx)) {
		const to = recipientOf('mail', email);
		const text =
			to &&
			deadlineNotice(
				name,
				open.filter(({ officeId }) => officeId === id),
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
