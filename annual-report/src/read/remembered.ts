/** As many answers are kept; then all are forgotten, so that memory stays flat whatever is read. */
const most = 8192;
/** Longer texts hardly come twice. */
const longest = 80;

/**
 * The same function, which answers from memory what it was asked before. Reports say the same labels a thousand times.
 * Only for pure functions whose answers nobody changes.
 */
export function remembered<T>(work: (text: string) => T): (text: string) => T {
	const known = new Map<string, T>();
	return (text) => {
		if (text.length > longest) return work(text);
		const found = known.get(text);
		if (found !== undefined || known.has(text)) return found as T;
		const answer = work(text);
		if (known.size >= most) known.clear();
		known.set(text, answer);
		return answer;
	};
}
