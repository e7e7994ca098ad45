import type { WorkingCalendar } from '../../../kernel/calendar.ts';
import { civilDay } from '../../../platform/clock.ts';
import { type Concern, KINDS, type State } from '../model.ts';

/** When a message has to be answered. Computed each time, never stored. */
export interface ConcernLimit {
	/** Last day; for 舆情 the moment itself matters, and stands in `dueAt`. */
	dueOn: string;
	dueAt: Date | null;
	mark: string | null;
	overdue: boolean;
	basis: string;
}

const HOUR = 3_600_000;
/** 国办发〔2016〕61号、80号: 48 hours; five where it is a grave event. */
const OPINION_HOURS = 48;
const URGENT_HOURS = 5;
const OPEN: readonly State[] = ['received', 'inHand'];

export function limitOf(
	concern: Pick<Concern, 'kind' | 'urgent' | 'receivedAt' | 'answeredAt' | 'state'>,
	calendar: WorkingCalendar,
	now: Date,
): ConcernLimit {
	const { workingDays, basis } = KINDS[concern.kind];
	const until = concern.answeredAt ?? now;
	const isCounted = concern.answeredAt !== null || OPEN.includes(concern.state);
	if (concern.kind === 'opinion') {
		const hours = concern.urgent ? URGENT_HOURS : OPINION_HOURS;
		const dueAt = new Date(concern.receivedAt.getTime() + hours * HOUR);
		return { dueOn: civilDay(dueAt), dueAt, mark: null, overdue: isCounted && until > dueAt, basis };
	}
	const { day, mark } = calendar.addWorkingDays(civilDay(concern.receivedAt), workingDays);
	return { dueOn: day, dueAt: null, mark, overdue: isCounted && civilDay(until) > day, basis };
}
