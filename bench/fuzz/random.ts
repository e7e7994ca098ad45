/** Numbers from 0 to 1, the same for the same seed on every machine (mulberry32). */
export function seeded(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}

/** A whole number from 0 up to, not including, `below`. */
export function below(random: () => number, limit: number): number {
	return Math.floor(random() * limit);
}

export function pick<T>(random: () => number, from: readonly T[]): T {
	const found = from[below(random, from.length)];
	if (found === undefined) throw new Error('nothing to pick from');
	return found;
}
