/** Whether a text has so many characters, blanks around it not counted. */
export function between(text: string, least: number, most: number): boolean {
	const length = [...text.trim()].length;
	return length >= least && length <= most;
}

export function atLeast(text: string, least: number): boolean {
	return between(text, least, Number.POSITIVE_INFINITY);
}
