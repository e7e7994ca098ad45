import type { Question, Quota } from '../model.ts';

/** Numbers in [0, 1) that follow from the seed alone (FNV-1a into mulberry32). */
export function randomOf(seed: string): () => number {
	let state = 0x811c9dc5;
	for (const unit of seed) state = Math.imul(state ^ (unit.codePointAt(0) ?? 0), 0x01000193);
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}

/** The same things in an order that follows from the seed. */
export function shuffled<T>(things: readonly T[], seed: string): T[] {
	const random = randomOf(seed);
	const order = [...things];
	for (let at = order.length - 1; at > 0; at--) {
		const other = Math.floor(random() * (at + 1));
		[order[at], order[other]] = [order[other] as T, order[at] as T];
	}
	return order;
}

export function fits({ kind, level, from, to }: Quota, question: Question): boolean {
	return (
		question.kind === kind &&
		(level === 0 || question.level === level) &&
		question.article >= from &&
		question.article <= to
	);
}

/**
 * Quotas the bank cannot be sure to fill, by place. Those that may take from each other's questions are counted together, so
 * that no draw can run dry whatever its order.
 */
export function shortQuotas(quotas: readonly Quota[], pool: readonly Question[]): number[] {
	return quotas.flatMap((quota, at) => {
		const own = pool.filter((question) => fits(quota, question));
		const rivals = quotas.filter((other) => own.some((question) => fits(other, question)));
		const wanted = rivals.reduce((sum, { count }) => sum + count, 0);
		return own.length < Math.max(wanted, quota.count) ? [at] : [];
	});
}

/** Keys of one paper, quota by quota; one seed gives one paper, from whatever order the pool comes in. */
export function drawPaper(quotas: readonly Quota[], pool: readonly Question[], seed: string): string[] {
	const mixed = shuffled(
		[...pool].sort((a, b) => (a.key < b.key ? -1 : 1)),
		seed,
	);
	const taken = new Set<string>();
	return quotas.flatMap((quota) => {
		const drawn = mixed.filter((question) => fits(quota, question) && !taken.has(question.key)).slice(0, quota.count);
		for (const { key } of drawn) taken.add(key);
		return drawn.map(({ key }) => key);
	});
}
