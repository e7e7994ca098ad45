import type { WorkingCalendar } from '../../../kernel/calendar.ts';
import type { DueRule, Period } from '../model.ts';

/** A document behind an entry: civil days. */
export interface BehindEntry {
	id: number;
	formedOn: string;
	publishedOn: string;
}

/** One period of a recurring duty. */
export interface DutyPeriod {
	/** 2026年第3季度 */
	label: string;
	from: string;
	to: string;
	dueOn: string;
	/** The document that met it. */
	metBy: number | null;
	state: 'met' | 'late' | 'missed' | 'open';
}

/**
 * Where an entry stands. `met`: what was due is there; `open`: the next is not due yet, or nothing has happened that had to be made
 * public; `late`: made public after its limit; `missing`: nothing stands where something has to.
 */
export interface Duty {
	state: 'met' | 'open' | 'late' | 'missing';
	/** Next day on which something is due; null = none that is known. */
	dueOn: string | null;
	periods: DutyPeriod[];
	/** Documents made public after the limit of an event. */
	lateIds: number[];
}

/** Periods looked back on. */
const LOOK_BACK = 4;
const MONTHS: Readonly<Record<Period, number>> = { month: 1, quarter: 3, half: 6, year: 12 };

/** The duty of one entry on a day. Computed each time, never stored. Documents in any order. */
export function dutyOf(
	due: DueRule,
	documents: readonly BehindEntry[],
	since: string,
	today: string,
	calendar: WorkingCalendar,
): Duty {
	switch (due.kind) {
		case 'standing':
			return { state: documents.length > 0 ? 'met' : 'missing', dueOn: null, periods: [], lateIds: [] };
		case 'event': {
			const late = documents.filter(({ formedOn, publishedOn }) => {
				const limit =
					due.unit === 'working'
						? calendar.addWorkingDays(formedOn, due.days)
						: calendar.addCalendarDays(formedOn, due.days);
				return publishedOn >= since && publishedOn > limit.day;
			});
			const state = late.length > 0 ? 'late' : documents.length > 0 ? 'met' : 'open';
			return { state, dueOn: null, periods: [], lateIds: late.map(({ id }) => id) };
		}
		case 'every':
			return recurring(due, documents, since, today, calendar);
	}
}

function recurring(
	{ period, days }: { period: Period; days: number },
	documents: readonly BehindEntry[],
	since: string,
	today: string,
	calendar: WorkingCalendar,
): Duty {
	const spans = spansOf(period, today).filter(({ to }) => to >= since);
	const free = [...documents].sort((a, b) =>
		a.publishedOn < b.publishedOn ? -1 : a.publishedOn > b.publishedOn ? 1 : a.id - b.id,
	);
	const periods = spans.map(({ from, to, label }): DutyPeriod => {
		const dueOn = calendar.addWorkingDays(to, days).day;
		// Each document meets one period: the first it can, in time if any can be, else late before the next is due.
		const inTime = free.findIndex(({ publishedOn }) => publishedOn >= from && publishedOn <= dueOn);
		if (inTime >= 0) return { label, from, to, dueOn, metBy: free.splice(inTime, 1)[0]?.id ?? null, state: 'met' };
		return { label, from, to, dueOn, metBy: null, state: today > dueOn ? 'missed' : 'open' };
	});
	for (const one of periods) {
		if (one.state !== 'missed') continue;
		const after = free.findIndex(({ publishedOn }) => publishedOn > one.dueOn);
		if (after < 0) continue;
		one.metBy = free.splice(after, 1)[0]?.id ?? null;
		one.state = 'late';
	}
	const state = periods.some((one) => one.state === 'missed')
		? 'missing'
		: periods.some((one) => one.state === 'late')
			? 'late'
			: periods.some((one) => one.state === 'met')
				? 'met'
				: 'open';
	return { state, dueOn: periods.find((one) => one.state === 'open')?.dueOn ?? null, periods, lateIds: [] };
}

/** The last periods that ended and the one that runs, oldest first. */
function spansOf(period: Period, today: string): { from: string; to: string; label: string }[] {
	const months = MONTHS[period];
	const now = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1;
	const current = Math.floor(now / months);
	return Array.from({ length: LOOK_BACK + 1 }, (_, back) => {
		const first = (current - LOOK_BACK + back) * months;
		return { from: dayAt(first), to: dayBefore(first + months), label: labelOf(period, first) };
	});
}

function dayAt(month: number): string {
	return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
}

/** Last day before a month begins. */
function dayBefore(month: number): string {
	const day = new Date(`${dayAt(month)}T00:00:00Z`);
	return new Date(day.getTime() - 86_400_000).toISOString().slice(0, 10);
}

function labelOf(period: Period, first: number): string {
	const year = `${Math.floor(first / 12)}年`;
	const month = first % 12;
	if (period === 'year') return year;
	if (period === 'month') return `${year}${month + 1}月`;
	if (period === 'half') return `${year}${month === 0 ? '上' : '下'}半年`;
	return `${year}第${month / 3 + 1}季度`;
}
