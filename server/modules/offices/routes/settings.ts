import { z } from 'zod';
import { defineRoute } from '../../../api/route.ts';
import { reader, transact } from '../../../platform/transaction.ts';
import { changeSetting } from '../commands/change-setting.ts';
import { settingsView } from '../queries/settings.ts';
import { nothing } from '../schemas/session.ts';
import { type CountySettings, SETTINGS, type SettingKey } from '../schemas/settings.ts';

const since = z.string().nullable();
const entry = <S extends z.ZodType>(schema: S) => z.object({ label: z.string(), value: schema, since });

/** One route a key, so that each body has its own schema in the API's description. */
function changeRoute<K extends SettingKey>(key: K) {
	const { label, schema } = SETTINGS[key];
	return defineRoute({
		method: 'PUT',
		path: `/api/settings/${key}`,
		summary: `修改设置：${label}`,
		access: 'settings.manage',
		audit: 'settings.changed',
		body: z.object({ value: schema, since }),
		response: nothing,
		handler: async ({ context, body }) => {
			const value = body.value as CountySettings[K];
			await transact(context, (tx) => changeSetting(tx, key, value, body.since));
			return {};
		},
	});
}

export const settingsRoutes = [
	defineRoute({
		method: 'GET',
		path: '/api/settings',
		summary: '县级设置',
		access: 'settings.manage',
		audit: 'none',
		response: z.object({
			site: entry(SETTINGS.site.schema),
			calendar: entry(SETTINGS.calendar.schema),
			reports: entry(SETTINGS.reports.schema),
			audit: entry(SETTINGS.audit.schema),
			applications: entry(SETTINGS.applications.schema),
			limits: entry(SETTINGS.limits.schema),
			publishing: entry(SETTINGS.publishing.schema),
			normative: entry(SETTINGS.normative.schema),
			indexNumber: entry(SETTINGS.indexNumber.schema),
			monitoring: entry(SETTINGS.monitoring.schema),
		}),
		handler: ({ context }) => settingsView(reader(context)),
	}),
	changeRoute('site'),
	changeRoute('calendar'),
	changeRoute('reports'),
	changeRoute('audit'),
	changeRoute('applications'),
	changeRoute('limits'),
	changeRoute('publishing'),
	changeRoute('normative'),
	changeRoute('indexNumber'),
	changeRoute('monitoring'),
];
