import { type Limits, withOverrides } from '../../../law/clocks.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { type CountySettings, SETTING_KEYS, SETTINGS } from '../schemas/settings.ts';
import { selectSetting, selectStored } from '../store/settings.ts';

/** A demo sign-in as it is printed at start and offered where one signs in: one per role. */
export interface DemoSignIn {
	userName: string;
	password: string;
	personName: string;
	officeName: string;
	roleLabel: string;
}

const DEMO_SIGN_INS = 'demo.signIns';

/** The county's settings, defaults filled in. A stored value a newer version no longer accepts counts as not set. */
export async function countySettings(reader: Reader): Promise<CountySettings> {
	const stored = await selectStored(reader);
	const entries = SETTING_KEYS.map((key) => {
		const { schema } = SETTINGS[key];
		const known = Object.keys(schema.shape);
		const given = Object.entries((stored.get(key)?.value ?? {}) as Record<string, unknown>);
		const parsed = schema.safeParse(Object.fromEntries(given.filter(([name]) => known.includes(name))));
		return [key, parsed.success ? parsed.data : schema.parse({})];
	});
	return Object.fromEntries(entries) as CountySettings;
}

/** The limits of the law, with the county's own figures where the law leaves them open. */
export async function countyLimits(reader: Reader): Promise<Limits> {
	const { correctionDays, interpretationDays, withheldReviewMonths } = (await countySettings(reader)).limits;
	const set = { correction: correctionDays, interpretation: interpretationDays, withheldReview: withheldReviewMonths };
	const limits = withOverrides(set);
	if (!limits.ok) throw new Error(limits.issues.map(({ message }) => message).join());
	return limits.value;
}

/** The demo's sign-ins; empty for a real county. */
export async function demoSignIns(reader: Pick<Reader, 'sql'>): Promise<DemoSignIn[]> {
	const stored = await selectSetting(reader, DEMO_SIGN_INS);
	return Array.isArray(stored) ? (stored as DemoSignIn[]) : [];
}

/** Whether this is the demo county, which wears a banner. */
export async function isDemo(reader: Reader): Promise<boolean> {
	const stored = (await selectSetting(reader, 'site')) as { demo?: unknown } | undefined;
	return stored?.demo === true;
}

/** The settings as they are edited: value, label, and when it was stored (null = default). */
export async function settingsView(reader: Reader) {
	const stored = await selectStored(reader);
	const values = await countySettings(reader);
	const since = (key: string) => stored.get(key)?.changedAt.toISOString() ?? null;
	return {
		site: { label: SETTINGS.site.label, value: values.site, since: since('site') },
		calendar: { label: SETTINGS.calendar.label, value: values.calendar, since: since('calendar') },
		reports: { label: SETTINGS.reports.label, value: values.reports, since: since('reports') },
		audit: { label: SETTINGS.audit.label, value: values.audit, since: since('audit') },
		applications: {
			label: SETTINGS.applications.label,
			value: values.applications,
			since: since('applications'),
		},
		limits: { label: SETTINGS.limits.label, value: values.limits, since: since('limits') },
		publishing: {
			label: SETTINGS.publishing.label,
			value: values.publishing,
			since: since('publishing'),
		},
		normative: { label: SETTINGS.normative.label, value: values.normative, since: since('normative') },
		indexNumber: { label: SETTINGS.indexNumber.label, value: values.indexNumber, since: since('indexNumber') },
		monitoring: { label: SETTINGS.monitoring.label, value: values.monitoring, since: since('monitoring') },
	};
}
