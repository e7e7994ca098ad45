import { LIMITS, limitDay } from '../../../law/clocks.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { workingCalendar } from '../../offices/index.ts';
import { selectOutConsultations } from '../store/consultations.ts';

/** A consultation whose time is up: the office now decides by itself (条例第三十二条、第三十四条). */
export interface OverdueConsultation {
	applicationId: number;
	officeId: number;
	number: string;
	/** Last day for the other side. */
	dueOn: string;
	/** Working days past it. */
	days: number;
}

/** Consultations of all offices that nobody answered in time and nobody closed. Another agency's opinion has no limit by law. */
export async function overdueConsultations(reader: Reader): Promise<OverdueConsultation[]> {
	const calendar = (await workingCalendar(reader)).latest;
	return (await selectOutConsultations(reader)).flatMap(({ applicationId, officeId, number, kind, deliveredOn }) => {
		// Fifteen working days from receipt, which the law asks of both.
		if (kind === 'agency' || deliveredOn === null) return [];
		const limit = kind === 'thirdParty' ? LIMITS.thirdParty : LIMITS.jointMaker;
		const dueOn = limitDay(calendar, deliveredOn, limit).day;
		if (reader.today <= dueOn) return [];
		const days = calendar.workingDaysBetween(dueOn, reader.today);
		return [{ applicationId, officeId, number: number ?? '', dueOn, days }];
	});
}
