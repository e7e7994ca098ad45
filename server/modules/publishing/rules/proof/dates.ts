import { type CivilDay, chineseDay, isCivilDay, weekdayName } from '../../../../kernel/civil-day.ts';
import type { Found } from './hint.ts';

const DAY = /(\d{4})年(\d{1,2})月(\d{1,2})日(?:[（(](?:星期|周)([一二三四五六日天])[）)])?/g;

function dayOf(match: RegExpMatchArray): string {
	return `${match[1]}-${match[2]?.padStart(2, '0')}-${match[3]?.padStart(2, '0')}`;
}

/** Days that do not exist, days of the week that are others, and a last line that names another day than the record. */
export function findDates(text: string, formedOn: CivilDay | null): Found[] {
	const found: Found[] = [];
	for (const match of text.matchAll(DAY)) {
		const place = { kind: 'date', at: match.index, length: match[0].length } as const;
		const day = dayOf(match);
		if (!isCivilDay(day)) {
			found.push({ ...place, message: `没有${match[1]}年${match[2]}月${match[3]}日这一天。` });
			continue;
		}
		const given = match[4] === '天' ? '日' : match[4];
		const real = weekdayName(day).slice(-1);
		if (given && given !== real)
			found.push({ ...place, message: `${chineseDay(day)}是星期${real}，不是星期${given}。` });
	}
	return [...found, ...signedDay(text, formedOn), ...reversed(text)];
}

/** 落款: a last line that is a day and nothing else. */
function signedDay(text: string, formedOn: CivilDay | null): Found[] {
	const end = text.trimEnd();
	const last = end.slice(end.lastIndexOf('\n') + 1).trim();
	const match = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/.exec(last);
	if (!match || formedOn === null) return [];
	const day = dayOf(match);
	if (!isCivilDay(day) || day === formedOn) return [];
	const message = `落款日期是${chineseDay(day)}，成文日期填的是${chineseDay(formedOn)}，请核对。`;
	return [{ kind: 'date', at: end.length - last.length, length: last.length, message }];
}

/** 自 a 至 b with b before a. */
function reversed(text: string): Found[] {
	const between = /(\d{4})年(\d{1,2})月(\d{1,2})日(?:起)?(?:至|到|—|－|-)(\d{4})年(\d{1,2})月(\d{1,2})日/g;
	return [...text.matchAll(between)].flatMap((match): Found[] => {
		const [, ...parts] = match;
		const day = (from: number) =>
			`${parts[from]}-${parts[from + 1]?.padStart(2, '0')}-${parts[from + 2]?.padStart(2, '0')}`;
		const [start, end] = [day(0), day(3)];
		if (!isCivilDay(start) || !isCivilDay(end) || start <= end) return [];
		const message = `止日${chineseDay(end)}早于起日${chineseDay(start)}。`;
		return [{ kind: 'date', at: match.index, length: match[0].length, message }];
	});
}
