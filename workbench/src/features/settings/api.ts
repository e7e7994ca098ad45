import { type Answer, api, dataOf } from '../../api/index.ts';

export type Settings = Answer<'/api/settings'>;
/** A group of settings with the instant of its last change, which a change has to name. */
export type Entry<K extends keyof Settings> = Settings[K];

export const readSettings = () => dataOf(api.GET('/api/settings'));

export const saveSite = (body: Pick<Settings['site'], 'value' | 'since'>) =>
	dataOf(api.PUT('/api/settings/site', { body }));
export const saveCalendar = (body: Pick<Settings['calendar'], 'value' | 'since'>) =>
	dataOf(api.PUT('/api/settings/calendar', { body }));
export const saveReports = (body: Pick<Settings['reports'], 'value' | 'since'>) =>
	dataOf(api.PUT('/api/settings/reports', { body }));
export const saveAudit = (body: Pick<Settings['audit'], 'value' | 'since'>) =>
	dataOf(api.PUT('/api/settings/audit', { body }));
export const saveApplications = (body: Pick<Settings['applications'], 'value' | 'since'>) =>
	dataOf(api.PUT('/api/settings/applications', { body }));
export const saveLimits = (body: Pick<Settings['limits'], 'value' | 'since'>) =>
	dataOf(api.PUT('/api/settings/limits', { body }));
export const savePublishing = (body: Pick<Settings['publishing'], 'value' | 'since'>) =>
	dataOf(api.PUT('/api/settings/publishing', { body }));
export const saveNormative = (body: Pick<Settings['normative'], 'value' | 'since'>) =>
	dataOf(api.PUT('/api/settings/normative', { body }));
export const saveIndexNumber = (body: Pick<Settings['indexNumber'], 'value' | 'since'>) =>
	dataOf(api.PUT('/api/settings/indexNumber', { body }));
export const saveMonitoring = (body: Pick<Settings['monitoring'], 'value' | 'since'>) =>
	dataOf(api.PUT('/api/settings/monitoring', { body }));
