import type { Arrangement } from '../../../kernel/calendar-notice.ts';
import { dayNumber, isCivilDay, weekdayName } from '../../../kernel/civil-day.ts';
import type { Issue } from '../../../kernel/issue.ts';
import { say } from './say.ts';

/** What a pasted notice says, line by line. */
export interface ReadNotice {
	arrangements: Arrangement[];
	issues: Issue[];
	/** Lines that arrange nothing (heading, closing words): shown, so that nobody misses one that should have been read. */
	ignored: string[];
}

/**
 * Reads the arrangements out of the text of a notice, as the State Council prints it: one holiday a line or sentence,
 * 「一、春节：2月15日（周日）至23日（周一）放假调休，共9天。2月14日（周六）上班。」 A weekday in brackets and the number of days are
 * held against the calendar, so that a typing error is found here and not in a deadline. Issues stand under `text`.
 */
export function readNoticeText(text: string, year: number): ReadNotice {
	const read: ReadNotice = { arrangements: [], issues: [], ignored: [] };
	for (const line of linesOf(text)) {
		const [, holiday, rest] = /^(?:[一二三四五六七八九十]+、|\d+[.、])?\s*([^:：\d]{1,16})[:：](.+)$/.exec(line) ?? [];
		if (!holiday || !rest || !/放假|休息/.test(rest)) {
			if (/\d月\d{1,2}日/.test(line) && /放假|上班/.test(line)) read.issues.push(say('notice.line', 'text', line));
			else read.ignored.push(line);
			continue;
		}
		readLine(line, holiday.trim(), rest, year, read);
	}
	return read;
}

// 「（农历正月初一、周二）」 holds a comma that looks like the start of an item; only its weekday is kept.
function linesOf(text: string): string[] {
	return text
		.replace(/[\u200b\ufeff]/g, '')
		.replace(/[（(]([^（()）]*)[）)]/g, (_all, inside: string) => {
			const weekday = /(?:周|星期)([一二三四五六日天])/.exec(inside)?.[1];
			return weekday ? `(${weekday})` : '';
		})
		.split(/\n|(?<=[。；])\s*(?=[一二三四五六七八九十]+、)/)
		.map((line) => line.replace(/\s+/g, ''))
		.filter((line) => line !== '');
}

interface FoundDay {
	day: string;
	weekday: string | undefined;
}

const DAY = /(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:\(([一二三四五六日天])\))?/g;

function readLine(line: string, holiday: string, rest: string, year: number, read: ReadNotice): void {
	const { off, work } = daysOf(rest, year);
	const wrong = [...off, ...work].flatMap((found) => dayIssues(holiday, found));
	read.issues.push(...wrong);
	const [first] = off;
	const last = off.at(-1);
	if (!first || !last || off.length > 2) {
		read.issues.push(say('notice.line', 'text', line));
		return;
	}
	const told = /共(\d+)天/.exec(rest)?.[1];
	if (told && wrong.length === 0) {
		const length = dayNumber(last.day) - dayNumber(first.day) + 1;
		if (length !== Number(told)) read.issues.push(say('notice.count', 'text', holiday, Number(told), length));
	}
	read.arrangements.push({ holiday, off: [first.day, last.day], work: work.map(({ day }) => day) });
}

/** The days of one holiday; each part of the sentence says at its end what its days are. */
function daysOf(rest: string, year: number): { off: FoundDay[]; work: FoundDay[] } {
	const off: FoundDay[] = [];
	const work: FoundDay[] = [];
	// A notice may reach into the last days of the year before (元旦), never into the year after.
	const reachesBack = /(?<!\d)12月/.test(rest) && /(?<!\d)1月/.test(rest);
	let month = 0;
	for (const part of rest.split(/[。；;，,](?!\d+日)/)) {
		const days = [...part.matchAll(DAY)].map(([, givenYear, givenMonth, date, weekday]) => {
			if (givenMonth) month = Number(givenMonth);
			const before = reachesBack && month === 12;
			const inYear = givenYear ? Number(givenYear) : before ? year - 1 : year;
			return { day: write(inYear, month, Number(date)), weekday };
		});
		(/上班/.test(part) ? work : off).push(...days);
	}
	return { off, work };
}

function write(year: number, month: number, date: number): string {
	return `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}

function dayIssues(holiday: string, { day, weekday }: FoundDay): Issue[] {
	if (!isCivilDay(day)) return [say('notice.noSuchDay', 'text', holiday, day)];
	const real = weekdayName(day);
	const fits = weekday === undefined || real.endsWith(weekday === '天' ? '日' : weekday);
	return fits ? [] : [say('notice.weekdayWrong', 'text', holiday, day, real)];
}
