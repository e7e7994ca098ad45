import { type DueRule, PERIODS, type Period } from '../model.ts';

/** 条例第二十六条. */
export const LAW_LIMIT: DueRule = { kind: 'event', days: 20, unit: 'working' };

/** 公开时限 as it stands in the table. */
export function timingText(due: DueRule): string {
	switch (due.kind) {
		case 'standing':
			return '长期公开，及时更新';
		case 'every':
			return `${PERIODS[due.period]}公开，期满后${due.days}个工作日内`;
		case 'event':
			return `信息形成或者变更之日起${due.days}${due.unit === 'working' ? '个工作日' : '日'}内`;
	}
}

const PERIOD_WORDS: readonly [RegExp, Period][] = [
	[/每半年|半年/, 'half'],
	[/每季度|按季|季度/, 'quarter'],
	[/每月|按月|月度/, 'month'],
	[/每年|按年|年度/, 'year'],
];
const DIGITS = '零一二三四五六七八九';
/** 「每年3月10日前」: a day of the calendar. No rule here follows it, and its figures are no number of days. */
const CALENDAR_DAY = /\d{1,2}月\d{1,2}[日号]/;

/**
 * 公开时限 as offices write it: 「20个工作日内」 「每季度」 「自批准之日起20日内」 「长期公开」. Null when it says no limit that can be
 * followed; 「及时」 and 「实时」 alone are the limit of the law.
 */
export function readTiming(text: string): DueRule | null {
	const plain = text
		.replace(/\s/g, '')
		.replace(/[零一二三四五六七八九十百]+(?=个?(?:工作日|自然日|日|天)|月)/g, (numeral) => String(numberOf(numeral)));
	if (CALENDAR_DAY.test(plain)) return null;
	const days = /(?<!\d)(\d{1,3})(?:个)?(工作日|自然日|日|天)/.exec(plain);
	const period = PERIOD_WORDS.find(([pattern]) => pattern.test(plain))?.[1];
	if (period) return { kind: 'every', period, days: days ? Number(days[1]) : 20 };
	if (days) return { kind: 'event', days: Number(days[1]), unit: days[2] === '工作日' ? 'working' : 'calendar' };
	if (/长期|常年|动态/.test(plain)) return { kind: 'standing' };
	return /及时|实时|即时|当日/.test(plain) ? LAW_LIMIT : null;
}

/** 二十 → 20, 一百二十 → 120; up to 999. */
function numberOf(numeral: string): number {
	const at = numeral.indexOf('百');
	if (at < 0) return belowHundred(numeral);
	const hundreds = at === 0 ? 1 : DIGITS.indexOf(numeral.slice(0, at));
	const below = numeral.slice(at + 1);
	return hundreds * 100 + belowHundred(below.replace('零', ''));
}

function belowHundred(numeral: string): number {
	if (numeral === '') return 0;
	const at = numeral.indexOf('十');
	if (at < 0) return DIGITS.indexOf(numeral);
	const tens = at === 0 ? 1 : DIGITS.indexOf(numeral.slice(0, at));
	const ones = at === numeral.length - 1 ? 0 : DIGITS.indexOf(numeral.slice(at + 1));
	return tens * 10 + ones;
}
