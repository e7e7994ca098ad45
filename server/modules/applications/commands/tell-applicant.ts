import { CHANNELS } from '../../../platform/channels/index.ts';
import type { Tx } from '../../../platform/transaction.ts';
import type { Services } from '../../../services.ts';
import { queueMessage, recipientOf } from '../../messaging/index.ts';
import { officeNameOn } from '../../offices/index.ts';
import { openApplicant } from '../identity/applicant.ts';
import { messages } from '../messages.zh.ts';
import { progressOf } from '../rules/progress.ts';
import { selectApplicant } from '../store/applicants.ts';
import { selectApplication } from '../store/applications.ts';

export interface Step {
	applicationId: number;
	action: string;
	/** Of the event: one step tells once. */
	eventId: number;
}

/**
 * Writes to an applicant who wants to be told of each step. The applicant's own address is opened here, by the system and for
 * this alone; the history says that and how they were told, not where.
 */
export async function tellApplicant(
	tx: Tx,
	{ vault, channels, config }: Pick<Services, 'vault' | 'channels' | 'config'>,
	{ applicationId, action, eventId }: Step,
): Promise<void> {
	const application = await selectApplication(tx, { kind: 'all' }, applicationId);
	const { notify, number, officeId } = application;
	const progress = progressOf(action);
	if (notify === 'none' || number === null || progress === null || !channels[notify]) return;
	const applicant = openApplicant(vault(), applicationId, await selectApplicant(tx, applicationId));
	const to = recipientOf(notify, notify === 'mail' ? applicant.email : applicant.phone);
	if (!to) return;
	const queued = await queueMessage(tx, vault(), {
		officeId,
		channel: notify,
		purpose: 'applicationStep',
		about: { type: 'application', id: applicationId },
		cause: `application step ${eventId}`,
		to,
		subject: messages.progressSubject,
		text: messages.progress(
			await officeNameOn(tx, officeId, tx.today),
			number,
			progress,
			`${config.publicUrl ?? ''}/query`,
		),
	});
	const subject = { type: 'application', id: applicationId, officeId };
	if (queued) await tx.timeline(subject, messages.told(CHANNELS[notify]), { action });
	tx.about({ ...subject, summary: `${number} ${messages.told(CHANNELS[notify])}` });
}
