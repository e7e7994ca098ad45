import type { Named } from '../../../module.ts';

const MOST = 8;

/**
 * The names that have most of a question's words in them, the shorter first among equals: the more of a name was asked for, the
 * better it fits. Single characters say nothing.
 */
export function fitting(named: readonly Named[], words: readonly string[]): Named[] {
	const telling = [...new Set(words)].filter((word) => word.length > 1);
	const scored = named
		.map((one) => ({ one, score: lettersIn(one.name, telling) }))
		.filter(({ score }) => score > 0)
		.sort((a, b) => b.score - a.score || a.one.name.length - b.one.name.length);
	return scored.slice(0, MOST).map(({ one }) => one);
}

/** How many letters of a name are said by words of the question; a word inside another counts once. */
function lettersIn(name: string, words: readonly string[]): number {
	const said = new Set<number>();
	for (const word of words) {
		const at = name.indexOf(word);
		if (at < 0) continue;
		for (let place = at; place < at + word.length; place += 1) said.add(place);
	}
	return said.size;
}
