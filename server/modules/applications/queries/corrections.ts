import { scopeOf } from '../../../kernel/actor.ts';
import type { WorkingCalendar } from '../../../kernel/calendar.ts';
import { type Limits, limitDay } from '../../../law/clocks.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { countyLimits, listOffices, workingCalendar } from '../../offices/index.ts';
import { type Correction, type OpenCorrection, selectOpenCorrections } from '../store/corrections.ts';

/** Last day for the result. The law sets none: the county does; ours is as long as that of an answer (law.md [D]). */
export function correctionDue(
	{ correction }: Limits,
	calendar: WorkingCalendar,
	{ receivedOn }: Pick<Correction, 'receivedOn'>,
) {
	const { day, mark } = limitDay(calendar, receivedOn, correction);
	return { dueOn: day, mark };
}

export interface CorrectionLine extends OpenCorrection {
	officeName: string;
	dueOn: string;
	mark: string | null;
	/** Working days; negative past the limit. */
	left: number;
}

/** 更正申请 that wait for their result, in the scope of who asks. */
export async function openCorrections(reader: Reader): Promise<CorrectionLine[]> {
	const calendar = (await workingCalendar(reader)).latest;
	const offices = new Map((await listOffices(reader, { merged: true })).map(({ id, shortName }) => [id, shortName]));
	const { today } = reader;
	const limits = await countyLimits(reader);
	return (await selectOpenCorrections(reader, scopeOf(reader.actor))).map((one) => {
		const { dueOn, mark } = correctionDue(limits, calendar, one);
		const left = today > dueOn ? -calendar.workingDaysBetween(dueOn, today) : calendar.workingDaysBetween(today, dueOn);
		return { ...one, officeName: offices.get(one.officeId) ?? '', dueOn, mark: mark ?? null, left };
	});
}
