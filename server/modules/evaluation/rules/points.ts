/** Points are counted in hundredths, so that 0.1 + 0.2 is 0.3. */
export function hundredths(points: number): number {
	return Math.round(points * 100);
}

export function pointsOf(whole: number): number {
	return whole / 100;
}

export function sumPoints(points: readonly number[]): number {
	return pointsOf(points.reduce((sum, one) => sum + hundredths(one), 0));
}

/** More than nothing, at most two digits after the point. */
export function isPoints(points: number): boolean {
	return Number.isFinite(points) && points > 0 && Math.abs(points * 100 - hundredths(points)) < 1e-6;
}
