import { plusDays, weekdayOf } from '../../ui/index.ts';

/** A month as its weeks, Monday first; null outside the month. */
export interface Month {
	month: number;
	weeks: (string | null)[][];
}

/** The twelve months of a year for a wall calendar. */
export function monthsOf(year: number): Month[] {
	return Array.from({ length: 12 }, (_, at) => ({ month: at + 1, weeks: weeksOf(year, at + 1) }));
}

function weeksOf(year: number, month: number): (string | null)[][] {
	const first = `${year}-${String(month).padStart(2, '0')}-01`;
	const days: (string | null)[] = Array.from({ length: (weekdayOf(first) + 6) % 7 }, () => null);
	for (let day = first; day.slice(0, 7) === first.slice(0, 7); day = plusDays(day, 1)) days.push(day);
	while (days.length % 7 !== 0) days.push(null);
	return Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7));
}

export type DayKind = 'workday' | 'makeup' | 'weekend' | 'holiday' | 'county' | 'start';

/** The character printed in the cell beside the number, so that colour is never the only cue. */
export function markOf(kind: DayKind): string {
	if (kind === 'makeup') return '班';
	if (kind === 'holiday') return '休';
	return kind === 'county' ? '地' : '';
}
