const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'];
const MS_PER_DAY = 86_400_000;

/** `2026-06-01` → 2026年6月1日; anything else is given back as it is. */
export function formatDay(day: string): string {
	const [, year, month, date] = DAY.exec(day) ?? [];
	return year ? `${Number(year)}年${Number(month)}月${Number(date)}日` : day;
}

/** `2026-06-01` → 6月1日（周一）. */
export function formatShortDay(day: string): string {
	const [, , month, date] = DAY.exec(day) ?? [];
	return month ? `${Number(month)}月${Number(date)}日（周${WEEKDAYS[weekdayOf(day)]}）` : day;
}

/** 0 = Sunday. */
export function weekdayOf(day: string): number {
	return new Date(`${day}T00:00:00Z`).getUTCDay();
}

const INSTANT = new Intl.DateTimeFormat('zh-CN', {
	timeZone: 'Asia/Shanghai',
	year: 'numeric',
	month: 'numeric',
	day: 'numeric',
	hour: '2-digit',
	minute: '2-digit',
	hourCycle: 'h23',
});

/** An instant in the time of China, wherever the browser stands: 2026年6月1日 09:05. */
export function formatInstant(iso: string): string {
	const at = new Date(iso);
	if (Number.isNaN(at.getTime())) return iso;
	const part = Object.fromEntries(INSTANT.formatToParts(at).map(({ type, value }) => [type, value]));
	return `${part.year}年${part.month}月${part.day}日 ${part.hour}:${part.minute}`;
}

/** Civil days from one to the other; negative when `to` lies before `from`. */
export function daysBetween(from: string, to: string): number {
	return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / MS_PER_DAY);
}

/** The day `n` civil days later. */
export function plusDays(day: string, n: number): string {
	return new Date(Date.parse(`${day}T00:00:00Z`) + n * MS_PER_DAY).toISOString().slice(0, 10);
}

/** Yuan as the database keeps them (`numeric` as text) → 1,234.50元. Never through a float. */
export function formatMoney(yuan: string | number): string {
	const text = typeof yuan === 'number' ? yuan.toFixed(2) : yuan.trim();
	const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
	if (whole === '') return text;
	const cents = `${fraction}00`.slice(0, Math.max(2, fraction.length));
	return `${sign}${whole.replace(/^0+(?=\d)/, '').replace(/\B(?=(\d{3})+$)/g, ',')}.${cents}元`;
}

/** Bytes in words: 512字节, 12.3 KB, 4.0 MB. */
export function formatSize(bytes: number): string {
	if (bytes < 1024) return `${bytes}字节`;
	const kilo = bytes / 1024;
	return kilo < 1024 ? `${kilo.toFixed(1)} KB` : `${(kilo / 1024).toFixed(1)} MB`;
}
