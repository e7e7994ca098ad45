import type { Label } from '../../forms/index.ts';
import { lettersOf } from '../normalise.ts';
import { withinDistance } from './distance.ts';

/** Where a label stands among the letters of a stream: from `start` up to `end`. */
export interface Hit {
	start: number;
	end: number;
}

/** Labels shorter than this also stand inside other labels and prose and are only sought between their neighbours. */
const strongLength = 6;

/**
 * Finds the labels of a table in their printed order among `letters[from, to)`. Long labels are placed first and
 * fence the search for the short ones (「其他」, 「总计」); what is still missing may differ in a character or two.
 * The answer has one entry per label, undefined where it is not there.
 */
export function locateLabels(letters: string, labels: readonly Label[], from: number, to: number): (Hit | undefined)[] {
	const spellings = labels.map(spellingsOf);
	const hits: (Hit | undefined)[] = labels.map(() => undefined);
	const seek = (wanted: (i: number) => boolean, find: typeof findExact) => {
		labels.forEach((_, i) => {
			if (hits[i] || !wanted(i)) return;
			const [low, high] = fence(hits, i, from, to);
			hits[i] = find(letters, spellings[i] ?? [], low, high);
		});
	};
	const isStrong = (i: number) => (spellings[i]?.[0]?.length ?? 0) >= strongLength;
	seek(isStrong, findExact);
	seek((i) => !isStrong(i), findExact);
	seek(isStrong, findFuzzy);
	return hits;
}

const spellingsByLabel = new WeakMap<Label, string[]>();

/** The keys a label may be printed as, the longest first. Worked out once a label. */
export function spellingsOf(label: Label): string[] {
	let spellings = spellingsByLabel.get(label);
	if (!spellings) {
		const keys = [label.label, ...label.variants].map(lettersOf);
		spellings = [...new Set(keys)].sort((a, b) => b.length - a.length);
		spellingsByLabel.set(label, spellings);
	}
	return spellings;
}

function fence(hits: readonly (Hit | undefined)[], i: number, from: number, to: number): [number, number] {
	let low = from;
	let high = to;
	for (let k = i - 1; k >= 0; k--) {
		const hit = hits[k];
		if (hit) {
			low = hit.end;
			break;
		}
	}
	for (let k = i + 1; k < hits.length; k++) {
		const hit = hits[k];
		if (hit) {
			high = hit.start;
			break;
		}
	}
	return [low, high];
}

function findExact(letters: string, spellings: readonly string[], from: number, to: number): Hit | undefined {
	let best: Hit | undefined;
	for (const spelling of spellings) {
		const start = letters.indexOf(spelling, from);
		if (start < 0 || start + spelling.length > to) continue;
		const end = start + spelling.length;
		if (!best || start < best.start || (start === best.start && end > best.end)) best = { start, end };
	}
	return best;
}

function findFuzzy(letters: string, spellings: readonly string[], from: number, to: number): Hit | undefined {
	for (const spelling of spellings) {
		if (spelling.length < strongLength) continue;
		const allowed = Math.max(1, Math.floor(spelling.length / 8));
		for (let start = from; start + spelling.length - allowed <= Math.min(to, from + 400); start++) {
			for (let size = spelling.length + allowed; size >= spelling.length - allowed; size--) {
				if (start + size > to || letters[start] !== spelling[0]) continue;
				if (withinDistance(letters.slice(start, start + size), spelling, allowed)) return { start, end: start + size };
			}
		}
	}
	return undefined;
}
