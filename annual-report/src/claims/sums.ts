import type { Claim } from '../model/index.ts';
import type { Amount } from './amounts.ts';
import type { Count, Counted } from './counts.ts';
import type { Sentence } from './sentences.ts';

/** A whole and the parts named after it, found in the sentence of an entry. */
export interface Whole {
	entry: Counted;
	total: Amount;
	parts: Amount[];
	/** Announced by 「其中」 or brackets and not only by the figures themselves. */
	isSaid: boolean;
}

const announces = /其中|包括|分别(?:为|是)|具体(?:为|是|包括)|其它?中/;
const rest = /其[他它余]|另外/;

/** Sums the narrative states: 「共发布380条，其中专项资金152条，…」. */
export function sumsOf(counted: readonly Counted[], wholes: readonly Whole[]): Claim[] {
	return counted.flatMap((entry, i) => [
		...wholes.filter((whole) => whole.entry === entry).flatMap(sumClaim),
		...listAfter(counted, i),
		...resultsOf(counted, i),
	]);
}

/** Every figure that is followed by parts of it. */
export function wholesOf(counted: readonly Counted[]): Whole[] {
	return counted.flatMap((entry, i) => wholesIn(entry, counted[i + 1]));
}

function wholesIn(entry: Counted, next: Counted | undefined): Whole[] {
	const { sentence, amounts } = entry;
	const wholes: Whole[] = [];
	const consumed = new Set<Amount>();
	amounts.forEach((total, i) => {
		if (total.value === 0 || total.unit === '%') return;
		const following = amounts.slice(i + 1).filter((amount) => amount.unit !== '%');
		const inBrackets = bracketParts(sentence.text, total, following);
		const after = sentence.text.slice(total.end, following[0]?.start ?? total.end);
		const isSaid = inBrackets.length > 0 || announces.test(after);
		// A part of a sum may itself be divided, but only in brackets: what follows it belongs to the same sum.
		if (consumed.has(total) && inBrackets.length === 0) return;
		const listed = inBrackets.length > 0 ? inBrackets : sameLevel(sentence.text, total, following);
		const parts = bestPrefix(total, listed, next);
		if (parts.length < 2 || !(isSaid || addsUp(total, parts))) return;
		for (const part of parts) consumed.add(part);
		wholes.push({ entry, total, parts, isSaid });
	});
	return wholes;
}

/** Figures in the brackets that open right behind a figure. */
function bracketParts(text: string, total: Amount, following: readonly Amount[]): Amount[] {
	const opening = /^[^，。；\d（(]{0,12}[，,]?[（(]/.exec(text.slice(total.end, total.end + 16));
	if (!opening) return [];
	return takeWhile(following, (amount) => amount.depth > total.depth).filter(
		(amount) => amount.unit === total.unit && amount.depth === total.depth + 1,
	);
}

/** Figures of the same unit on the same level, up to the next figure that has parts of its own. */
function sameLevel(text: string, total: Amount, following: readonly Amount[]): Amount[] {
	const parts: Amount[] = [];
	for (const [i, amount] of following.entries()) {
		if (amount.depth !== total.depth) continue;
		if (amount.unit !== total.unit) break;
		parts.push(amount);
		const behind = text.slice(amount.end, following[i + 1]?.start ?? amount.end);
		if (/其中/.test(behind)) break;
	}
	return parts;
}

function takeWhile<T>(items: readonly T[], test: (item: T) => boolean): T[] {
	const end = items.findIndex((item) => !test(item));
	return end < 0 ? [...items] : items.slice(0, end);
}

/** The first parts that add up to the whole; all of them when none do. The last part may stand in the next sentence. */
function bestPrefix(total: Amount, parts: readonly Amount[], next: Counted | undefined): Amount[] {
	let sum = 0;
	for (const [i, part] of parts.entries()) {
		sum += part.value;
		if (sum === total.value && i > 0) return parts.slice(0, i + 1);
	}
	const carried = next?.amounts.find((amount) => amount.unit === total.unit);
	if (carried && parts.length > 0 && sum + carried.value === total.value) return [...parts, carried];
	return [...parts];
}

function addsUp(total: Amount, parts: readonly Amount[]): boolean {
	return sumOf(parts) === total.value;
}

function sumOf(parts: readonly Amount[]): number {
	return parts.reduce((sum, part) => sum + part.value, 0);
}

/**
 * A sum is claimed when the parts say they are all: they add up, or one is 「其他」, or at least three come within a
 * tenth of the whole. Two of many parts (「其中重点领域394条，社会保障类97条」 of 1036) claim nothing, unless they exceed it.
 */
function sumClaim({ entry, total, parts, isSaid }: Whole): Claim[] {
	const sum = sumOf(parts);
	const isOpen = parts.some((part) => /等/.test(part.tail)) && sum !== total.value;
	const isNear = parts.length >= 3 && Math.abs(sum - total.value) <= total.value / 10;
	const isClosed = !isOpen && (sum === total.value || parts.some((part) => rest.test(part.lead)) || isNear);
	if (!isClosed && !(isSaid && sum > total.value)) return [];
	return [makeSum(entry.sentence, total, parts, !isClosed)];
}

function makeSum(sentence: Sentence, total: Amount, parts: readonly Amount[], open: boolean): Claim {
	const last = parts.at(-1);
	const end = last && last.end > total.end ? last.end : sentence.text.length;
	return {
		kind: 'sum',
		text: sentence.text.slice(Math.max(0, total.start - 20), end).replace(/^[^，。；]*[，。；](?=.*\d)/, ''),
		value: total.value,
		unit: total.unit,
		precision: total.precision,
		refs: [],
		parts: parts.map((part) => part.value),
		...(open ? { open } : {}),
		at: sentence.place(total.start),
	};
}

/** A long list that ends in 「其他」 divides the total published that was stated shortly before. */
function listAfter(counted: readonly Counted[], i: number): Claim[] {
	const entry = counted[i];
	if (!entry) return [];
	const { amounts, sentence } = entry;
	const unit = amounts[0]?.unit;
	const isList = amounts.length >= 5 && amounts.every((a) => a.unit === unit) && rest.test(amounts.at(-1)?.lead ?? '');
	if (!isList) return [];
	const before = counted.slice(Math.max(0, i - 6), i).flatMap((c) => c.counts);
	const whole = before.findLast(
		(c) => c.topic === 'published' && c.amount.unit === unit && c.claim.value === sumOf(amounts),
	);
	return whole ? [makeSum(sentence, whole.amount, amounts, false)] : [];
}

/** Results of applications divide the number answered, also when they stand in the sentence behind it. */
function resultsOf(counted: readonly Counted[], i: number): Claim[] {
	const entry = counted[i];
	const results = entry?.counts.filter(isResult) ?? [];
	if (!entry || results.length < 4) return [];
	const before = [...counted.slice(Math.max(0, i - 2), i), entry].flatMap((c) => c.counts);
	const whole = before.findLast((count) => isAnswered(count));
	if (!whole || entry.counts.includes(whole)) return [];
	return [
		makeSum(
			entry.sentence,
			whole.amount,
			results.map((r) => r.amount),
			false,
		),
	];
}

/** A count of one of the results of table 3. */
export function isResult({ claim, topic }: Count): boolean {
	return topic === 'requests' && /^t3\.(?:granted|partial|deny|unable|reject|other)\b/.test(claim.refs[0] ?? '');
}

/** The count of applications answered or concluded. */
export function isAnswered({ claim }: Count): boolean {
	return claim.refs.includes('t3.total.total') || claim.refs.includes('stat.3.2');
}
