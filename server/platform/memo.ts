/** Small things many public pages are made of (offices, columns, counts), kept until something they show changes. */
export interface Memo {
	/**
	 * What is kept under a key, or what `make` answers now. Not kept when one of its tags was dropped meanwhile: it was read
	 * from what was true before.
	 */
	recall<T>(
		key: string,
		tags: readonly string[] | ((value: T) => readonly string[]),
		make: () => Promise<T>,
	): Promise<T>;
	drop(tags: readonly string[]): void;
	clear(): void;
}

/** More kept things than these, and all are forgotten: a county has some thousand columns and counts. */
const MOST = 20_000;

export function createMemo(): Memo {
	const values = new Map<string, unknown>();
	const byTag = new Map<string, Set<string>>();
	const droppedAt = new Map<string, number>();
	let moment = 0;
	let clearedAt = 0;
	const clear = () => {
		clearedAt = ++moment;
		values.clear();
		byTag.clear();
		droppedAt.clear();
	};
	const keep = (key: string, value: unknown, tags: readonly string[], since: number) => {
		if (clearedAt > since || tags.some((tag) => (droppedAt.get(tag) ?? 0) > since)) return;
		if (values.size >= MOST) clear();
		values.set(key, value);
		for (const tag of tags) byTag.set(tag, (byTag.get(tag) ?? new Set()).add(key));
	};
	return {
		clear,
		recall: async (key, tags, make) => {
			if (values.has(key)) return values.get(key) as Awaited<ReturnType<typeof make>>;
			const since = moment;
			const value = await make();
			keep(key, value, typeof tags === 'function' ? tags(value) : tags, since);
			return value;
		},
		drop: (tags) => {
			moment += 1;
			if (droppedAt.size > MOST) return clear();
			for (const tag of tags) {
				droppedAt.set(tag, moment);
				for (const key of byTag.get(tag) ?? []) values.delete(key);
				byTag.delete(tag);
			}
		},
	};
}
