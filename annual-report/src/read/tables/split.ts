/** A way to cut a run of characters into figures, as printed. */
export type Split = string[];

/** Longest run worth cutting; a longer one is no table row and its cuts explode. */
const longestRun = 40;
/** More cuts than this are not told apart by sums; the run is given up. */
const tooMany = 5000;
/** Figures tried before the run is given up: a run with a solution that sums can find needs far fewer. */
const mostTries = 200_000;

const whole = /^(?:0|[1-9]\d*)$/;
const signed = /^[-－−]?(?:0|[1-9]\d*)$/;

/**
 * Every way to cut `pieces` (each already a border) into exactly `count` whole figures without leading zeros.
 * Signs may start a figure when `allowSigns`. `prune` gets the figures so far and says whether to go on.
 * An unreadable character gives none, and so do more cuts than could ever be told apart, or than can be tried.
 */
export function splits(
	pieces: readonly string[],
	count: number,
	prune: (figures: readonly number[]) => boolean = () => true,
	allowSigns = false,
): Split[] {
	const found: Split[] = [];
	const total = pieces.reduce((n, piece) => n + piece.length, 0);
	if (total > longestRun || total < count || pieces.length > count) return found;
	const pattern = allowSigns ? signed : whole;
	let tries = 0;
	const after = pieces.map((_, i) => pieces.slice(i + 1).reduce((n, piece) => n + piece.length, 0));
	const rest = (piece: number, offset: number) => (pieces[piece]?.length ?? 0) - offset + (after[piece] ?? 0);
	const walk = (piece: number, offset: number, sofar: Split, figures: number[]): void => {
		if (found.length > tooMany || tries > mostTries) return;
		const text = pieces[piece];
		if (text === undefined) {
			if (sofar.length === count) found.push([...sofar]);
			return;
		}
		if (offset === text.length) {
			walk(piece + 1, 0, sofar, figures);
			return;
		}
		const [left, room] = [rest(piece, offset), count - sofar.length];
		// Too few characters for the figures still wanted, or pieces that would have to become more figures than that.
		if (left < room || pieces.length - piece > room) return;
		for (let end = offset + 1; end <= text.length; end++) {
			const part = text.slice(offset, end);
			if (!pattern.test(part)) {
				if (/^[-－−]$/.test(part) && allowSigns) continue;
				break;
			}
			if (sofar.length + 1 > count) break;
			tries++;
			const value = Number(part.replace(/[－−]/, '-'));
			const next = [...figures, value];
			if (!prune(next)) continue;
			sofar.push(part);
			walk(piece, end, sofar, next);
			sofar.pop();
		}
	};
	walk(0, 0, [], []);
	return found.length > tooMany || tries > mostTries ? [] : found;
}

/** Keeps a cut only while each full group of `size` figures ends in the sum of the others. */
export function groupsAddUp(size: number): (figures: readonly number[]) => boolean {
	return (figures) => {
		if (figures.length % size !== 0) return true;
		const group = figures.slice(-size);
		const total = group.pop() ?? 0;
		return group.reduce((a, b) => a + b, 0) === total;
	};
}
