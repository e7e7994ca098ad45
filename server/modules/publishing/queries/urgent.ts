import { civilDay } from '../../../platform/clock.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { workingCalendar } from '../../offices/index.ts';
import { urgentLimit } from '../rules/urgent.ts';
import { selectUrgentUnread } from '../store/monitoring.ts';

/** What went out by the urgent path and was read by nobody since. */
export interface UrgentDocument {
	id: number;
	officeId: number;
	title: string;
	publishedOn: string;
	/** The last day on which it may be read. */
	due: string;
	mark: string | null;
	late: boolean;
}

/** Everything public that still owes its 事后补审, the earliest limit first. */
export async function urgentUnreviewed(reader: Reader, officeIds?: readonly number[]): Promise<UrgentDocument[]> {
	const calendar = (await workingCalendar(reader)).latest;
	return (await selectUrgentUnread(reader))
		.filter(({ officeId }) => officeIds?.includes(officeId) ?? true)
		.map(({ documentId: id, officeId, title, editionAt }) => {
			const publishedOn = civilDay(editionAt);
			return { id, officeId, title, publishedOn, ...urgentLimit(calendar, publishedOn, reader.today) };
		})
		.sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : a.id - b.id));
}
