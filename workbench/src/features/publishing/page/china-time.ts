const WALL = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})$/;

/** A time on the clocks of China (`2026-06-01T09:00`), wherever the browser stands, as an instant for the server. */
export function chinaInstant(wall: string): string {
	if (!WALL.test(wall)) throw new RangeError(`not a wall clock time: ${wall}`);
	return `${wall}:00+08:00`;
}

/** The half hours of a day: 00:00, 00:30 … 23:30. */
export const HOURS: readonly string[] = Array.from({ length: 48 }, (_one, at) => {
	const hour = String(Math.floor(at / 2)).padStart(2, '0');
	return `${hour}:${at % 2 === 0 ? '00' : '30'}`;
});

/** Offices begin their day then; what is shown before a time is chosen. */
const MORNING = '09:00';

/** Day and time of a wall clock time; no day for nothing or nonsense. */
export function wallParts(wall: string | null | undefined): { day: string | null; time: string } {
	const [, day, time] = WALL.exec(wall ?? '') ?? [];
	return { day: day ?? null, time: time ?? MORNING };
}

/** Both together; null without a day. */
export function wallOf(day: string | null, time: string): string | null {
	return day === null ? null : `${day}T${time}`;
}
