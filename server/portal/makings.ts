/**
 * Things being made just now, by key. When a page everybody reads has changed, hundreds may ask for it before it is made: one makes it,
 * the others wait for that.
 */
export interface Makings<T> {
	/** What somebody else is making, once it is ready; null when that is for nobody else, undefined when nobody is making it. */
	join(key: string): Promise<T | null> | undefined;
	/**
	 * Says that it is being made now. The answer must be called, whatever happens: with the thing, or with null when others must not have
	 * it (it failed, is for one reader, or is no longer true).
	 */
	begin(key: string): (made: T | null) => void;
}

export function createMakings<T>(): Makings<T> {
	const going = new Map<string, Promise<T | null>>();
	return {
		join: (key) => going.get(key),
		begin: (key) => {
			let tell: (made: T | null) => void = () => {};
			const making = new Promise<T | null>((resolve) => {
				tell = resolve;
			});
			// Who was refused it makes it anew beside others: the first of them is the one that those who come now wait for.
			if (!going.has(key)) going.set(key, making);
			return (made) => {
				if (going.get(key) === making) going.delete(key);
				tell(made);
			};
		},
	};
}
