import type { Place } from '../model/index.ts';
import { type Paragraph, placeIn } from '../read/outline/paragraphs.ts';

/** A sentence of the narrative and where it stands. `place` gives the source place of an offset inside it. */
export interface Sentence {
	text: string;
	/** Counts the paragraphs, so that two sentences can be told to stand together. */
	paragraph: number;
	place(offset: number): Place;
}

/** The sentences of a narrative in order. A sentence that begins with 「其中」 belongs to the one before it. */
export function sentencesOf(paragraphs: readonly Paragraph[]): Sentence[] {
	return paragraphs.flatMap((paragraph, number) => {
		const sentences: Sentence[] = [];
		for (const [from, to] of cuts(paragraph.text)) {
			const text = paragraph.text.slice(from, to);
			if (text.trim() === '') continue;
			sentences.push({ text, paragraph: number, place: (offset) => placeIn(paragraph, from + offset) });
		}
		return sentences;
	});
}

function cuts(text: string): [number, number][] {
	const found: [number, number][] = [];
	let from = 0;
	for (let i = 0; i < text.length; i++) {
		const ch = text.charAt(i);
		if (ch !== '。' && ch !== '！' && ch !== '？' && ch !== '\n') continue;
		const to = i + 1;
		if (/^\s*其中/.test(text.slice(to, to + 4))) continue;
		found.push([from, to]);
		from = to;
	}
	if (from < text.length) found.push([from, text.length]);
	return found;
}
