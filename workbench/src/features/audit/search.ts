import type { Query } from '../../api/index.ts';
import { givenOnly } from '../../ui/index.ts';

export type AuditQuery = Query<'/api/audit'>;
export type AuditFilters = typeof NO_FILTERS;

/** All filters of the screen, empty. */
export const NO_FILTERS = { text: '', who: '', event: '', officeId: '', outcome: '', from: '', until: '' };

const OUTCOMES = ['done', 'refused', 'failed'] as const;

/** The filters as the route takes them. */
export function toQuery(filters: AuditFilters): AuditQuery {
	const { officeId, outcome, ...texts } = filters;
	const known = OUTCOMES.find((one) => one === outcome);
	return {
		...givenOnly(texts),
		...(/^\d+$/.test(officeId) ? { officeId: Number(officeId) } : {}),
		...(known ? { outcome: known } : {}),
	};
}

/** Address of the export with the same filters. */
export function exportPath(filters: AuditFilters): string {
	const words = new URLSearchParams(Object.entries(toQuery(filters)).map(([key, value]) => [key, String(value)]));
	return `/api/audit/export?${words}`;
}

/** What an event is called. Jobs of the system that nobody gave a name to come with their code, which is in the details. */
export function eventTitle(title: string): string {
	return /\p{Script=Han}/u.test(title) ? title : '系统自动处理';
}
