import type { Segmenter } from './segment.ts';
import { loosened, waysToRead } from './sounds.ts';

/** A word by how it is said. */
export interface SpokenWord {
	word: string;
	sound: string;
	loose: string;
}

const HAN_WORD = /^\p{Script=Han}{2,12}$/u;

/** The words of a title by which it can be found though they were typed by ear, with each way to read them. */
export function spokenWords(segmenter: Segmenter, title: string): SpokenWord[] {
	const words = segmenter.cut(title).flatMap(({ text, inner, pair }) => [text, ...inner, ...(pair ? [pair] : [])]);
	return [...new Set(words)].filter((word) => HAN_WORD.test(word)).flatMap(spoken);
}

function spoken(word: string): SpokenWord[] {
	return waysToRead(word).map((syllables) => ({
		word,
		sound: syllables.join(''),
		loose: syllables.map(loosened).join(''),
	}));
}
