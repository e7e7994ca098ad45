const WALL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;

/** A time on the clocks of China (`2026-06-01T09:00`), wherever the browser stands, as an instant for the server. */
export function chinaInstant(wall: string): string {
	if (!WALL.test(wall)) throw new RangeError(`not a wall clock time: ${wall}`);
	return `${wall}:00+08:00`;
}
