import type { Module } from '../../module.ts';
import type { Reader } from '../../platform/transaction.ts';
import { jobs } from './jobs.ts';
import { auditRoutes } from './routes/audit.ts';
import { calendarRoutes } from './routes/calendar.ts';
import { importRoutes } from './routes/import.ts';
import { officeRoutes } from './routes/offices.ts';
import { peopleRoutes } from './routes/people.ts';
import { roleRoutes } from './routes/roles.ts';
import { sessionRoutes } from './routes/session.ts';
import { sessionsRoutes } from './routes/sessions.ts';
import { settingsRoutes } from './routes/settings.ts';
import { selectNames } from './store/people.ts';

// For setting up a county: the first start, the demo, tests. Everything else changes offices through the API.
export { assignRole } from './commands/assign-role.ts';
export { createOffice } from './commands/create-office.ts';
export { createPerson } from './commands/create-person.ts';
export { DEMO_STATE, type InitInput, initCounty } from './commands/init-county.ts';
export type { Office, OfficeKind, OfficeName, OfficeNode } from './model.ts';
export { OFFICE_KINDS } from './model.ts';
export { hashPassword } from './passwords/hash.ts';
export { calendarBefore, workingCalendar } from './queries/calendar.ts';
export { listOffices, officeById, officeBySlug, officeNameOn, officeTree } from './queries/offices.ts';
export { peopleWithPermission } from './queries/roles.ts';
export { authenticate } from './queries/sessions.ts';
export { countyLimits, countySettings, type DemoSignIn, demoSignIns } from './queries/settings.ts';
export { passwordIssues } from './rules/password.ts';
export type { CountySettings } from './schemas/settings.ts';

const routes = [
	...sessionRoutes,
	...sessionsRoutes,
	...officeRoutes,
	...importRoutes,
	...peopleRoutes,
	...roleRoutes,
	...calendarRoutes,
	...settingsRoutes,
	...auditRoutes,
];

export const offices: Module = { name: 'offices', routes, jobs };

/** Names of people by id; a person unknown is left out. */
export async function personNames(reader: Reader, ids: readonly number[]): Promise<Map<number, string>> {
	return await selectNames(reader, ids);
}

/** The name of one person; empty when unknown. */
export async function personName(reader: Reader, id: number): Promise<string> {
	return (await selectNames(reader, [id])).get(id) ?? '';
}
