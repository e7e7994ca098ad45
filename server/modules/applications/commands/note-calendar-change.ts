import { chineseDay } from '../../../kernel/civil-day.ts';
import type { EventPayloads } from '../../../kernel/events.ts';
import type { Tx } from '../../../platform/transaction.ts';
import type { Services } from '../../../services.ts';
import { queueMessage, recipientOf } from '../../messaging/index.ts';
import { calendarBefore, listOffices, workingCalendar } from '../../offices/index.ts';
import { messages } from '../messages.zh.ts';
import { clockToday } from '../rules/history.ts';
import { selectClockEntries } from '../store/events.ts';
import { selectOpen } from '../store/lists.ts';
import { isCalendarNoted } from '../store/timeline.ts';

/** A limit that another notice of days off has moved. */
interface Moved {
	id: number;
	officeId: number;
	number: string;
	from: string;
	to: string;
}

/**
 * After a notice of days off was loaded or withdrawn: limits are computed, so every running case has moved already. Here it is
 * noted beside each which day became which, and the offices are told. Once for an event. Answers how many moved.
 */
export async function noteCalendarChange(
	tx: Tx,
	outside: Pick<Services, 'vault' | 'channels'>,
	{ eventId, ...change }: EventPayloads['calendar.changed'] & { eventId: number },
): Promise<number> {
	if (await isCalendarNoted(tx, eventId)) return 0;
	const moved = await movedBy(tx, change);
	for (const { id, officeId, from, to } of moved) {
		const entry = messages.limitMoved(chineseDay(from), chineseDay(to));
		await tx.timeline({ type: 'application', id, officeId }, entry, { calendarEvent: eventId, from, to });
	}
	for (const office of await listOffices(tx)) await tell(tx, outside, office, eventId, moved);
	tx.about({ type: 'calendar', summary: messages.limitsMoved(moved.length), data: { year: change.year } });
	return moved.length;
}

async function movedBy(tx: Tx, change: EventPayloads['calendar.changed']): Promise<Moved[]> {
	const before = await calendarBefore(tx, change);
	const after = (await workingCalendar(tx)).latest;
	const open = await selectOpen(tx, { kind: 'all' });
	const entries = await selectClockEntries(
		tx,
		open.map(({ id }) => id),
	);
	return open.flatMap(({ id, officeId, number }) => {
		const own = entries.get(id) ?? [];
		const from = clockToday(own, before, tx.today)?.clock.due ?? null;
		const to = clockToday(own, after, tx.today)?.clock.due ?? null;
		return from === null || to === null || from === to ? [] : [{ id, officeId, number: number ?? '', from, to }];
	});
}

async function tell(
	tx: Tx,
	{ vault, channels }: Pick<Services, 'vault' | 'channels'>,
	{ id, name, email }: { id: number; name: string; email: string },
	eventId: number,
	moved: readonly Moved[],
): Promise<void> {
	const own = moved.filter(({ officeId }) => officeId === id);
	const to = channels.mail && recipientOf('mail', email);
	if (!to || own.length === 0) return;
	const lines = own.map(({ number, from, to: now }) => `${number}：${chineseDay(from)} → ${chineseDay(now)}`);
	await queueMessage(tx, vault(), {
		officeId: id,
		channel: 'mail',
		purpose: 'caseReminder',
		cause: `calendar ${eventId} ${id}`,
		to,
		subject: messages.limitsMovedSubject,
		text: [messages.limitsMovedText(name, own.length), ...lines].join('\n'),
	});
}
