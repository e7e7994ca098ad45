import { AppError } from '../../../kernel/errors.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { type NoticeInput, noticeFrom } from '../queries/calendar-view.ts';
import { countySettings } from '../queries/settings.ts';
import { refuse, requireNone, say } from '../rules/say.ts';
import { insertNotice, lockCalendar, lockNotice, selectNotices, withdrawNotice } from '../store/notices.ts';

/** Adds a holiday notice; every limit computed from now on counts by it. @throws AppError `invalid` */
export async function loadNotice(tx: Tx, input: NoticeInput): Promise<number> {
	await lockCalendar(tx);
	const { calendar } = await countySettings(tx);
	const { notice, issues } = noticeFrom(input, await selectNotices(tx), calendar.countyDaysStopClocks);
	requireNone(issues);
	const id = await insertNotice(tx, notice);
	tx.about({
		type: 'holidayNotice',
		id,
		summary: `载入节假日通知：${notice.title}`,
		data: { noticeId: notice.noticeId },
	});
	await tx.emit('calendar.changed', { year: notice.year, noticeRow: id, change: 'loaded' });
	tx.invalidate('site');
	return id;
}

/** Takes a loaded notice back, with a reason; it stays on record. @throws AppError `notFound`, `conflict`, `invalid` */
export async function withdrawLoadedNotice(tx: Tx, id: number, reason: string): Promise<void> {
	await lockCalendar(tx);
	const notice = await lockNotice(tx, id);
	if (!notice) throw new AppError('notFound', { issues: [say('notice.unknown')] });
	if (notice.withdrawnAt) throw refuse('conflict', 'notice.withdrawn');
	const rows = await selectNotices(tx);
	const later = rows.find(
		(one) =>
			one.withdrawnAt === null &&
			one.scope === notice.scope &&
			one.year === notice.year &&
			one.published > notice.published,
	);
	if (later) throw refuse('conflict', 'notice.later', later.title);
	const why = reason.trim();
	requireNone(why === '' || why.length > 200 ? [say('notice.reason', 'reason')] : []);
	await withdrawNotice(tx, id, why);
	tx.about({ type: 'holidayNotice', id, summary: `撤回节假日通知：${notice.title}`, data: { reason: why } });
	await tx.emit('calendar.changed', { year: notice.year, noticeRow: id, change: 'withdrawn' });
	tx.invalidate('site');
}
