import { AppError } from '../../../kernel/errors.ts';
import { CHANNELS, type Channels } from '../../../platform/channels/index.ts';
import type { Tx } from '../../../platform/transaction.ts';
import type { Vault } from '../../../platform/vault/index.ts';
import { openApplicant } from '../identity/applicant.ts';
import { messages } from '../messages.zh.ts';
import { NOTIFICATIONS, type NotifyWay } from '../model.ts';
import { checkNotify } from '../rules/intake.ts';
import { selectApplicant } from '../store/applicants.ts';
import { lockApplication, setNotify } from '../store/applications.ts';
import { refuseIf } from './move.ts';

/**
 * The applicant, who has shown number and code, asks to be told of each step or no longer to be. Only to the address given
 * with the application: the code alone must not lead its news elsewhere. @throws AppError `invalid`, `conflict`
 */
export async function changeNotice(
	tx: Tx,
	{ vault, channels }: { vault: Vault; channels: Channels },
	{ id, notify }: { id: number; notify: NotifyWay },
): Promise<void> {
	const application = await lockApplication(tx, { kind: 'all' }, id);
	if (notify !== 'none') {
		if (!channels[notify]) throw new AppError('conflict', { message: messages.noChannel(CHANNELS[notify]) });
		refuseIf(checkNotify(notify, openApplicant(vault, id, await selectApplicant(tx, id)), 'notify'));
	}
	await setNotify(tx, id, notify);
	const subject = { type: 'application', id, officeId: application.officeId };
	const entry = messages.noticeChanged(NOTIFICATIONS[notify]);
	await tx.timeline(subject, entry);
	tx.about({ ...subject, summary: `${application.number ?? ''} ${entry}` });
}
