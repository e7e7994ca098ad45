import type { WorkingCalendar } from '../../../kernel/calendar.ts';
import { civilDay } from '../../../platform/clock.ts';
import { type AnswerDays, type Concern, KINDS, type OpinionResponse, type State } from '../model.ts';
import { type OpinionClock, opinionClocks } from './opinion-clocks.ts';

/** When a message has to be answered. Computed each time, never stored. */
export interface ConcernLimit {
	/** Last day; for 舆情 the moment itself matters, and stands in `dueAt`. */
	dueOn: string;
	dueAt: Date | null;
	mark: string | null;
	overdue: boolean;
	basis: string;
	/** Of 舆情; empty for everything else. */
	clocks: OpinionClock[];
}

const OPEN: readonly State[] = ['received', 'inHand'];

/** `limits`: what the county set, in working days; hours of 舆情 are not the county's to set (国办发〔2016〕61号、80号). */
export function limitOf(
	concern: Pick<Concern, 'kind' | 'urgent' | 'receivedAt' | 'answeredAt' | 'state'>,
	{ calendar, now, limits }: { calendar: WorkingCalendar; now: Date; limits: AnswerDays },
	responses: readonly Pick<OpinionResponse, 'stage' | 'at'>[] = [],
): ConcernLimit {
	const { limit, basis } = KINDS[concern.kind];
	const until = concern.answeredAt ?? now;
	const isCounted = concern.answeredAt !== null || OPEN.includes(concern.state);
	if (limit === null) {
		const clocks = opinionClocks(concern, responses, now);
		// What waits next; when nothing does, the last that was due.
		const shown = clocks.find(({ metAt }) => metAt === null) ?? clocks.at(-1);
		const dueAt = shown?.dueAt ?? concern.receivedAt;
		const overdue = isCounted && clocks.some(({ late }) => late);
		return { dueOn: civilDay(dueAt), dueAt, mark: null, overdue, basis, clocks };
	}
	const { day, mark } = calendar.addWorkingDays(civilDay(concern.receivedAt), limits[limit]);
	return { dueOn: day, dueAt: null, mark, overdue: isCounted && civilDay(until) > day, basis, clocks: [] };
}
