import { AppError } from '../../../kernel/errors.ts';
import { collectIssues, issue } from '../../../kernel/issue.ts';
import type { Reader, Tx } from '../../../platform/transaction.ts';
import type { Services } from '../../../services.ts';
import { queueMessage, recipientOf } from '../../messaging/index.ts';
import { countySettings, officeById } from '../../offices/index.ts';
import { messages } from '../messages.zh.ts';
import { type MatrixRow, reportMatrix } from '../queries/matrix.ts';
import { type Owed, type ReminderKind, reminderOn, reminderText } from '../rules/reminder.ts';
import { insertReminder } from '../store/reminders.ts';
import { listYears } from '../store/years.ts';

/** Longest word of the county beside a reminder. */
const NOTE_MAX = 300;

type Outside = Pick<Services, 'vault' | 'channels' | 'config'>;

/** Speaks for the calendar: every office of every open year whose deadline comes near or has passed, once a day. */
export async function remindByCalendar(tx: Tx, outside: Outside): Promise<number> {
	const { reports } = await countySettings(tx);
	let reminded = 0;
	for (const { year } of await listYears(tx)) {
		for (const row of (await reportMatrix(tx, year)).rows) {
			const { owed } = row;
			const kind = owed && reminderOn(tx.today, owed.due, reports.remindBefore);
			if (owed && kind && (await remind(tx, outside, { year, row, owed, kind, note: '' }))) reminded++;
		}
	}
	tx.about({ type: 'reportReminder', summary: `${reminded}个机关` });
	return reminded;
}

/** 催办: the county reminds by hand. @throws AppError `invalid`, `notFound`, `conflict` for an office that owes nothing */
export async function urge(
	tx: Tx,
	outside: Outside,
	{ year, officeIds, note }: { year: number; officeIds: readonly number[]; note: string },
): Promise<void> {
	const issues = collectIssues(
		officeIds.length === 0 && issue('urge.none', messages.urgeNone, 'officeIds'),
		[...note].length > NOTE_MAX && issue('urge.note', messages.urgeNote(NOTE_MAX), 'note'),
	);
	if (issues.length > 0) throw new AppError('invalid', { issues });
	const { rows } = await reportMatrix(tx, year);
	for (const officeId of new Set(officeIds)) {
		const row = rows.find((one) => one.officeId === officeId);
		if (!row) throw new AppError('notFound');
		const { owed } = row;
		if (!owed) throw new AppError('conflict', { message: messages.owesNothing(row.officeName) });
		await remind(tx, outside, { year, row, owed, kind: 'urged', note: note.trim() });
	}
	tx.about({ type: 'reportYear', id: year, summary: `${officeIds.length}个机关`, data: { officeIds: [...officeIds] } });
}

interface Reminding {
	year: number;
	row: MatrixRow;
	owed: Owed;
	kind: ReminderKind;
	note: string;
}

/** Keeps the reminder, and writes to the office where it has an address and the county a channel. */
async function remind(
	tx: Tx,
	{ vault, channels, config }: Outside,
	{ year, row, owed, kind, note }: Reminding,
): Promise<boolean> {
	const { officeId, officeName, report } = row;
	if (!(await insertReminder(tx, { officeId, year, kind, note }))) return false;
	const text = reminderText({ officeName, year, today: tx.today }, owed, note);
	if (report) await tx.timeline({ type: 'report', id: report.id, officeId }, text);
	const to = channels.mail && recipientOf('mail', await mailOf(tx, officeId));
	if (!to) return true;
	await queueMessage(tx, vault(), {
		officeId,
		channel: 'mail',
		purpose: 'reportReminder',
		to,
		subject: messages.reminderSubject(year),
		text: config.publicUrl ? `${text}\n${config.publicUrl}/workbench/` : text,
		...(kind === 'urged' ? {} : { cause: `report ${year} ${officeId} ${tx.today}` }),
	});
	return true;
}

async function mailOf(reader: Reader, officeId: number): Promise<string> {
	return (await officeById(reader, officeId))?.email ?? '';
}
