/** An office's printed name without blanks and remarks in brackets; empty where none was found. */
export function officeName(printed: string | null): string {
	return (printed ?? '').replace(/\s+/g, '').replace(/[（(].*$/, '');
}

/** The place or body an office stands for: 青河县清源镇人民政府, 青河县清源镇政府 → 青河县清源镇. */
export function placeOf(printed: string | null): string {
	return officeName(printed).replace(/(?:人民政府|政府|办事处|管理委员会|管委会)$/, '');
}

/** True where two names mean the same office; a short name (清源镇) stands for the long one that ends in it. */
export function isSameOffice(a: string | null, b: string | null): boolean {
	const [left, right] = [placeOf(a), placeOf(b)];
	return left !== '' && right !== '' && (left === right || left.endsWith(right) || right.endsWith(left));
}
