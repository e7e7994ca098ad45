/** A day as some system wrote it: YYYY-MM-DD, or null when it is none. */
export interface ImportedDay {
	day: string | null;
}

const DAY = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?=$|[\sT])/;
const SHORT = /^(\d{4})(\d{2})(\d{2})$/;
const TIME = /[\sT](\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?\s*(Z|[+-]\d{2}:?\d{2})?$/;
const ZONED = /T.*(?:Z|[+-]\d{2}:?\d{2})$/;

/** Reads 2026-03-05, 2026/3/5, 2026年3月5日, 20260305, with or without a time. Null for nothing. */
export function readImportedDay(text: string): ImportedDay | null {
	if (text === '') return null;
	const found = DAY.exec(text) ?? SHORT.exec(text);
	return { day: found ? realDay(found[1], found[2], found[3]) : null };
}

/** The same with its time: in China unless it names its own zone; the beginning of the day when it has none. */
export function readImportedInstant(text: string): { day: string; at: Date } | { day: null; at: null } | null {
	const read = readImportedDay(text);
	if (!read) return null;
	if (read.day === null) return { day: null, at: null };
	if (ZONED.test(text)) {
		const at = new Date(text);
		if (!Number.isNaN(at.getTime())) return { day: read.day, at };
	}
	const [, hour = '0', minute = '00', second = '00'] = TIME.exec(text) ?? [];
	const at = new Date(`${read.day}T${hour.padStart(2, '0')}:${minute}:${second}+08:00`);
	return Number.isNaN(at.getTime()) ? { day: null, at: null } : { day: read.day, at };
}

function realDay(year = '', month = '', day = ''): string | null {
	const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
	const at = new Date(`${text}T00:00:00Z`);
	return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text) ? text : null;
}
