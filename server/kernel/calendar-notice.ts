import { type CivilDay, dayNumber, isCivilDay, weekdayName, weekdayOfNumber } from './civil-day.ts';
import { type Issue, issue } from './issue.ts';

/** One holiday of a notice: days off from the first to the last, both included, and the weekend days worked for it. */
export interface Arrangement {
	readonly holiday: string;
	readonly off: readonly [CivilDay, CivilDay];
	readonly work: readonly CivilDay[];
}

/**
 * A holiday notice of the State Council as data. A second notice of the same year replaces the arrangements it names
 * from the day it was published (2019 劳动节, 2020 春节): a limit shown before that day was right then.
 */
export interface HolidayNotice {
	readonly id: string;
	/** The year the notice arranges; it may reach into the last days of the year before. */
	readonly year: number;
	readonly title: string;
	readonly number?: string;
	readonly published: CivilDay;
	readonly arrangements: readonly Arrangement[];
}

/** Days off set by the local government (放假办法第四条: festivals of national minorities, and the like). */
export interface CountyNotice extends HolidayNotice {
	/** Whether statutory limits skip these days. The law does not say; the county decides and writes it down. */
	readonly stopsClocks: boolean;
}

const LONGEST_HOLIDAY = 15;

/**
 * What is wrong with a notice typed in or imported by the county, in Chinese, fields as in `HolidayNotice`.
 * @param earlier notices already loaded; one that comes after another of its year may only name holidays known from it.
 */
export function checkNotice(notice: HolidayNotice, earlier: readonly HolidayNotice[] = []): Issue[] {
	const issues: Issue[] = [];
	if (!Number.isInteger(notice.year) || notice.year < 2000 || notice.year > 2099) {
		issues.push(issue('notice.year', '年份应为2000至2099之间的整数。', 'year'));
	}
	if (notice.title.trim() === '') issues.push(issue('notice.title', '请填写通知标题。', 'title'));
	if (!isCivilDay(notice.published)) {
		issues.push(issue('notice.published', '发布日期应为实际存在的日期，格式如2026-11-04。', 'published'));
	}
	if (notice.arrangements.length === 0) {
		issues.push(issue('notice.empty', '请至少填写一项节假日安排。', 'arrangements'));
	}
	const wrongDays = notice.arrangements.flatMap((one, at) => checkDays(one, notice.year, `arrangements.${at}`));
	issues.push(...wrongDays);
	// Comparing ranges needs days that can be read.
	if (wrongDays.length === 0) issues.push(...checkOverlaps(notice.arrangements));
	return [...issues, ...checkNames(notice, earlier)];
}

function checkDays(arrangement: Arrangement, year: number, field: string): Issue[] {
	const { off, work } = arrangement;
	const readable = [...off, ...work].every(isCivilDay);
	if (!readable) {
		return [issue('notice.day', '放假和上班日期应为实际存在的日期，格式如2026-02-15。', field)];
	}
	const issues: Issue[] = [];
	const length = dayNumber(off[1]) - dayNumber(off[0]) + 1;
	if (length < 1) issues.push(issue('notice.order', '放假的结束日期不能早于开始日期。', `${field}.off`));
	if (length > LONGEST_HOLIDAY) {
		issues.push(issue('notice.length', `一次放假超过${LONGEST_HOLIDAY}天，请核对日期。`, `${field}.off`));
	}
	for (const day of [...off, ...work]) {
		if (day < `${year - 1}-12-25` || day > `${year}-12-31`) {
			issues.push(issue('notice.outside', `${day}不在${year}年通知的范围内。`, field));
		}
	}
	for (const day of work) {
		if (weekdayOfNumber(dayNumber(day)) < 5) {
			const text = `${day}是${weekdayName(day)}，本来就是工作日，不应列为调休上班。`;
			issues.push(issue('notice.weekday', text, `${field}.work`));
		}
	}
	return issues;
}

function checkOverlaps(arrangements: readonly Arrangement[]): Issue[] {
	const issues: Issue[] = [];
	const offs = new Map<number, string>();
	arrangements.forEach(({ holiday, off }, at) => {
		for (let day = dayNumber(off[0]); day <= dayNumber(off[1]); day += 1) {
			const other = offs.get(day);
			if (other !== undefined) {
				issues.push(issue('notice.overlap', `「${holiday}」与「${other}」的放假日期重叠。`, `arrangements.${at}.off`));
				return;
			}
			offs.set(day, holiday);
		}
	});
	const worked = new Set<CivilDay>();
	arrangements.forEach(({ work }, at) => {
		for (const day of work) {
			const field = `arrangements.${at}.work`;
			if (offs.has(dayNumber(day))) issues.push(issue('notice.both', `${day}既放假又上班，请核对。`, field));
			if (worked.has(day)) issues.push(issue('notice.twice', `${day}重复列为调休上班。`, field));
			worked.add(day);
		}
	});
	return issues;
}

function checkNames(notice: HolidayNotice, earlier: readonly HolidayNotice[]): Issue[] {
	const issues: Issue[] = [];
	const ofYear = earlier.filter((one) => one.year === notice.year && one.published < notice.published);
	const known = new Set(ofYear.flatMap((one) => one.arrangements.map(({ holiday }) => holiday)));
	const seen = new Set<string>();
	notice.arrangements.forEach(({ holiday }, at) => {
		const field = `arrangements.${at}.holiday`;
		if (holiday.trim() === '') issues.push(issue('notice.name', '请填写节日名称。', field));
		else if (seen.has(holiday)) issues.push(issue('notice.sameName', `「${holiday}」重复。`, field));
		else if (ofYear.length > 0 && !known.has(holiday)) {
			const names = [...known].join('、');
			const text = `${notice.year}年原通知中没有「${holiday}」，调整通知只能调整：${names}。`;
			issues.push(issue('notice.unknownName', text, field));
		}
		seen.add(holiday);
	});
	return issues;
}
