import { civilDay } from '../../../platform/clock.ts';
import type { TypeKey } from '../types.ts';

/**
 * Marks: lexemes beside the words of a text that say when it was first made public, where it stands and what it is. With them a question is asked
 * of one stretch of time after the other, newest first, by the index of words alone, and ends as soon as enough is found; one mark
 * stands in three widths, so that a rare word needs few stretches.
 */
const SIGN = '\u0002';
const YEARS_IN_ERA = 4;

const eraOf = (year: number) => Math.floor(year / YEARS_IN_ERA);
const quarterMark = (quarter: number) => `${SIGN}q${quarter}`;
const yearMark = (year: number) => `${SIGN}y${year}`;
const eraMark = (era: number) => `${SIGN}e${era}`;
const officeMark = (officeId: number) => `${SIGN}o${officeId}`;
const columnMark = (slug: string) => `${SIGN}c${slug}`;
const typeMark = (type: TypeKey) => `${SIGN}t${type}`;
/** Not in force on every day: the few among which those are that are not in force today. */
const DATED = `${SIGN}d`;

/** Quarters since year 0, by the day in China. */
function quarterOf(instant: Date): number {
	const day = civilDay(instant);
	return Number(day.slice(0, 4)) * 4 + Math.floor((Number(day.slice(5, 7)) - 1) / 3);
}

export interface Marked {
	publishedAt: Date;
	officeId: number;
	columnSlug: string;
	type: TypeKey;
	/** Its validity changes, or has changed, on some day. */
	isDated: boolean;
}

/** The marks of a public document. */
export function marksOf({ publishedAt, officeId, columnSlug, type, isDated }: Marked): string[] {
	const quarter = quarterOf(publishedAt);
	const year = Math.floor(quarter / 4);
	const times = [quarterMark(quarter), yearMark(year), eraMark(eraOf(year))];
	return [...times, officeMark(officeId), columnMark(columnSlug), typeMark(type), ...(isDated ? [DATED] : [])];
}

/** What a stretch of time should hold: every one is a search of its own, and what it holds beyond need is read in vain. */
const ENOUGH = 1_000;

/** First and last moment at which something that can be found was made public, and about how much there is. */
export interface Span {
	newest: Date;
	oldest: Date;
	documents: number;
}

/**
 * Marks of stretches of time that together hold everything made public between two moments and overlap nowhere, newest first:
 * quarters of the last two years, then years, then spans of four; a county with few documents begins with years, or with these spans.
 */
export function stretchesOf(span: Span): string[] {
	const newest = quarterOf(span.newest);
	const oldest = quarterOf(span.oldest);
	const oldestYear = Math.floor(oldest / 4);
	const aQuarter = span.documents / (newest - oldest + 1);
	const marks: string[] = [];
	let year = Math.floor(newest / 4);
	if (aQuarter >= ENOUGH) {
		year -= 2;
		for (let quarter = newest; quarter > year * 4 + 3; quarter -= 1) marks.push(quarterMark(quarter));
	} else if (aQuarter * 4 >= ENOUGH) {
		for (const last = year - 2; year > last && year >= oldestYear; year -= 1) marks.push(yearMark(year));
	} else {
		return erasOf(eraOf(year), eraOf(oldestYear));
	}
	for (; year >= oldestYear && year % YEARS_IN_ERA !== YEARS_IN_ERA - 1; year -= 1) marks.push(yearMark(year));
	return year < oldestYear ? marks : [...marks, ...erasOf(eraOf(year), eraOf(oldestYear))];
}

function erasOf(newest: number, oldest: number): string[] {
	return Array.from({ length: newest - oldest + 1 }, (_, back) => eraMark(newest - back));
}

/** The quarters of one year, newest first. */
export function quartersOf(year: number): string[] {
	return [3, 2, 1, 0].map((quarter) => quarterMark(year * 4 + quarter));
}

/** Marks of which one of each group must be there, as for offices, a column and a type. */
export function placeMarks(place: {
	officeIds?: readonly number[] | undefined;
	columnSlug?: string | undefined;
	type?: TypeKey | undefined;
	isDated?: boolean | undefined;
}): string[][] {
	const groups: string[][] = [];
	if (place.officeIds) groups.push(place.officeIds.map(officeMark));
	if (place.columnSlug) groups.push([columnMark(place.columnSlug)]);
	if (place.type) groups.push([typeMark(place.type)]);
	if (place.isDated) groups.push([DATED]);
	return groups;
}
