import type { Found } from './hint.ts';

/** A word the county wants looked at, and why. */
export interface WatchWord {
	readonly word: string;
	readonly advice: string;
}

/** Words of the county's own list. */
export function findWatched(text: string, words: readonly WatchWord[]): Found[] {
	return words.flatMap(({ word, advice }): Found[] => {
		const at = text.indexOf(word);
		if (word === '' || at < 0) return [];
		return [
			{
				kind: 'watch',
				at,
				length: word.length,
				message: advice ? `「${word}」：${advice}` : `含有提示词「${word}」。`,
			},
		];
	});
}

/** Leaders named in one paragraph in another order than the county's. `order`: names, the first first. */
export function findLeaderOrder(text: string, order: readonly string[]): Found[] {
	let start = 0;
	const found: Found[] = [];
	for (const paragraph of text.split('\n')) {
		const named = order
			.map((name, rank) => ({ name, rank, at: paragraph.indexOf(name) }))
			.filter(({ name, at }) => name !== '' && at >= 0)
			.sort((a, b) => a.at - b.at);
		const wrong = named.find((one, i) => i > 0 && one.rank < (named[i - 1]?.rank ?? 0));
		const before = wrong && named[named.indexOf(wrong) - 1];
		if (wrong && before) {
			const message = `「${wrong.name}」应排在「${before.name}」之前（按本县领导排序）。`;
			found.push({ kind: 'leaders', at: start + wrong.at, length: wrong.name.length, message });
		}
		start += paragraph.length + 1;
	}
	return found;
}
