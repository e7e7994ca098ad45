import type { EventPayloads } from '../../kernel/events.ts';
import type { Module } from '../../module.ts';
import { enqueueDaily } from '../../platform/daily.ts';
import { type Context, transact } from '../../platform/transaction.ts';
import type { Services } from '../../services.ts';
import { lookThroughFiles } from './commands/look-through-files.ts';
import { noteCalendarChange } from './commands/note-calendar-change.ts';
import { remindOffices } from './commands/remind-offices.ts';
import { tellApplicant } from './commands/tell-applicant.ts';

/** Eight in the morning, before the desks open. */
const AT = 8;

function contextOf({ database, clock, listeners }: Services, name: string, auditEvent: string): Context {
	return { sql: database.sql, clock, actor: { kind: 'system', name }, auditEvent, listeners };
}

export const jobs: NonNullable<Module['jobs']> = {
	'applications.remind': async (_job, services) => {
		await enqueueDaily(services.database.sql, 'applications.remind', AT);
		await transact(contextOf(services, '期限提醒', 'application.remind'), (tx) => remindOffices(tx, services));
	},
	'applications.noteCalendarChange': async ({ payload }, services) => {
		const change = payload as unknown as EventPayloads['calendar.changed'] & { eventId: number };
		const context = contextOf(services, '工作日历', 'application.calendarChanged');
		await transact(context, (tx) => noteCalendarChange(tx, services, change));
	},
	'applications.lookThrough': async ({ payload }, services) => {
		const context = contextOf(services, '材料检查', 'application.lookThrough');
		await lookThroughFiles(context, services, Number(payload.applicationId));
	},
	'applications.tellApplicant': async ({ payload }, services) => {
		const step = {
			applicationId: Number(payload.applicationId),
			action: String(payload.action),
			eventId: Number(payload.eventId),
		};
		await transact(contextOf(services, '进展通知', 'application.tell'), (tx) => tellApplicant(tx, services, step));
	},
};
