import { limitDay } from '../../../law/clocks.ts';
import { civilDay } from '../../../platform/clock.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { countyLimits, workingCalendar } from '../../offices/index.ts';
import { selectUnexplained } from '../store/interpretations.ts';

/** A policy that nothing explains past the day by which something should. */
export interface Unexplained {
	id: number;
	officeId: number;
	title: string;
	publishedOn: string;
	due: string;
}

/** Policies public since a day whose interpretation is late: by the county's limit, three working days where it set none (law.md [V1]). */
export async function unexplainedPolicies(reader: Reader, since: string): Promise<Unexplained[]> {
	const calendar = (await workingCalendar(reader)).latest;
	const { interpretation } = await countyLimits(reader);
	const rows = await selectUnexplained(reader, new Date(`${since}T00:00:00+08:00`));
	return rows.flatMap(({ documentId: id, officeId, title, publishedAt }) => {
		const publishedOn = civilDay(publishedAt);
		const due = limitDay(calendar, publishedOn, interpretation).day;
		return reader.today > due ? [{ id, officeId, title, publishedOn, due }] : [];
	});
}
