/** The parts an index number is made of. `serial` is the place to which the sequence is padded. */
export interface IndexParts {
	/** 机构代码 of the office. */
	code: string;
	/** 行政区划代码. */
	area: string;
	/** Day on which it is given, YYYY-MM-DD. */
	day: string;
}

const SERIAL = /\{serial:([1-9])\}/;

/** Whether the pattern needs the office's own code. */
export function needsCode(pattern: string): boolean {
	return pattern.includes('{code}');
}

/** The pattern with everything but the serial filled in: numbers with the same prefix share one sequence. */
export function indexPrefix(pattern: string, { code, area, day }: IndexParts): string {
	return pattern
		.replaceAll('{code}', code)
		.replaceAll('{area}', area)
		.replaceAll('{yyyymm}', day.slice(0, 7).replace('-', ''))
		.replaceAll('{yyyy}', day.slice(0, 4));
}

/** The number itself, or null when the serial no longer fits its places. */
export function indexNumber(prefix: string, serial: number): string | null {
	const places = Number(SERIAL.exec(prefix)?.[1] ?? 0);
	const digits = String(serial);
	return digits.length > places ? null : prefix.replace(SERIAL, digits.padStart(places, '0'));
}
