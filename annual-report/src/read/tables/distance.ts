/** True when `a` becomes `b` by at most `limit` inserted, deleted or replaced characters. */
export function withinDistance(a: string, b: string, limit: number): boolean {
	if (Math.abs(a.length - b.length) > limit) return false;
	let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
	for (let i = 1; i <= a.length; i++) {
		const current = [i];
		for (let j = 1; j <= b.length; j++) {
			const replace = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
			current.push(Math.min(replace, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
		}
		if (Math.min(...current) > limit) return false;
		previous = current;
	}
	return (previous[b.length] ?? limit + 1) <= limit;
}
