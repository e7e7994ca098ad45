import { limitDay } from '../../../law/clocks.ts';
import { civilDay } from '../../../platform/clock.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { countyLimits, workingCalendar } from '../../offices/index.ts';
import { selectWithheld } from '../store/withheld.ts';

/** Something that was not opened and should be looked at again. */
export interface WithheldDocument {
	id: number;
	officeId: number;
	title: string;
	/** When it was last decided not to open it. */
	decidedOn: string;
	due: string;
}

/** What was signed as not to be opened, or on application only, and not looked at since for longer than it may be (条例第十八条). */
export async function withheldOverdue(reader: Reader): Promise<WithheldDocument[]> {
	const calendar = (await workingCalendar(reader)).latest;
	const { withheldReview } = await countyLimits(reader);
	return (await selectWithheld(reader)).flatMap(({ id, officeId, title, decidedAt }) => {
		const decidedOn = civilDay(decidedAt);
		const due = limitDay(calendar, decidedOn, withheldReview).day;
		return reader.today > due ? [{ id, officeId, title, decidedOn, due }] : [];
	});
}
