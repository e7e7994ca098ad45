import { steadyMinute } from './clock.ts';

const IN_CHINA = new Intl.DateTimeFormat('zh-CN', {
	timeZone: 'Asia/Shanghai',
	year: 'numeric',
	month: '2-digit',
	day: '2-digit',
	hour: '2-digit',
	minute: '2-digit',
	hourCycle: 'h23',
});

function parts(instant: Date): Record<string, string> {
	return Object.fromEntries(IN_CHINA.formatToParts(instant).map(({ type, value }) => [type, value]));
}

/** `2026-06-01 09:00` in China, as the page tags and lists have it. */
export function minuteInChina(instant: Date): string {
	const steady = steadyMinute(instant);
	if (steady) return steady.replace('T', ' ');
	const { year, month, day, hour, minute } = parts(instant);
	return `${year}-${month}-${day} ${hour}:${minute}`;
}

/** 6月1日 09:00, for sentences. */
export function spokenMinute(instant: Date): string {
	const { month, day, hour, minute } = parts(instant);
	return `${Number(month)}月${Number(day)}日 ${hour}:${minute}`;
}

/** 2026年6月1日, for papers. */
export function spokenDay(day: string): string {
	const [year, month, date] = day.split('-');
	return `${year}年${Number(month)}月${Number(date)}日`;
}
