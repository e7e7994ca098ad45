import type { WorkingCalendar } from '../../../kernel/calendar.ts';
import { cite } from '../../../law/articles.ts';
import { LIMITS, limitDay } from '../../../law/clocks.ts';
import type { DocumentContent } from '../model.ts';
import { documentType } from '../types.ts';

/** The clock of making something public. Computed each time from the days in the record, never stored. */
export interface PublishingClock {
	/** Day the clock started: made or changed (条例第二十六条); null while no day is given. */
	from: string | null;
	due: string | null;
	/** 「日历未发布，暂按周末推算」 when the limit reaches past the notices; shown with `due`. */
	mark: string | null;
	/** Working days until the limit; negative once it has passed. Null without a day, and once public. */
	daysLeft: number | null;
	late: boolean;
	/** Such as «《条例》第二十六条，20个工作日». */
	basis: string;
}

/**
 * When the document has to be public, and whether it is late: on `publishedOn` for one that is public, else today.
 */
export function publishingClock(
	content: Pick<DocumentContent, 'type' | 'formedOn' | 'changedOn'>,
	calendar: WorkingCalendar,
	at: { today: string; publishedOn: string | null },
): PublishingClock {
	const limit = LIMITS[documentType(content.type).limit];
	const unit = limit.unit === 'workingDay' ? '个工作日' : '日';
	const basis = `${cite(limit.basis, true)}，${limit.n}${unit}`;
	const from = content.changedOn ?? content.formedOn;
	if (from === null) return { from: null, due: null, mark: null, daysLeft: null, late: false, basis };
	const { day: due, mark } = limitDay(calendar, from, limit);
	const day = at.publishedOn ?? at.today;
	return {
		from,
		due,
		mark,
		daysLeft: at.publishedOn ? null : daysLeft(calendar, at.today, due),
		late: day > due,
		basis,
	};
}

function daysLeft(calendar: WorkingCalendar, today: string, due: string): number {
	return due >= today ? calendar.workingDaysBetween(today, due) : -calendar.workingDaysBetween(due, today);
}
