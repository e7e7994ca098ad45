import type { Precision } from '../model/index.ts';
import { numeralClass, parseNumeral } from '../read/numerals.ts';

/** A figure with its unit inside a sentence. `start` and `end` are offsets in the sentence. */
export interface Amount {
	value: number;
	unit: string;
	precision: Precision;
	start: number;
	end: number;
	/** Depth of brackets around it. */
	depth: number;
	/** Text between the previous figure (or the sentence's start) and this one. */
	lead: string;
	/** Text behind it up to the next figure or the end of the clause. */
	tail: string;
}

const units = '人次|件次|批次|万元|亿元|条次|[条件份宗起篇次期个项人场部家例户元班％%]';
const approximate = '(?:余|多|几)';
// The characters a figure can begin with stand first: everything else is passed over at a glance.
const pattern = new RegExp(
	`(?=[约近大超逾不\\d${numeralClass}])(?<before>约|近|大约|超过|逾|超|不足|不到)?(?:(?<plain>\\d{1,3}(?:[,，]\\d{3})+|\\d+(?:\\.\\d+)?)(?<scale>[万亿千百](?!元))?|(?<![第其${numeralClass}])(?<numeral>[${numeralClass}]+))(?<rough>${approximate})?(?<measure>个)?(?<unit>${units})(?![度之])`,
	'g',
);
const scales: Record<string, number> = { 百: 100, 千: 1000, 万: 10_000, 亿: 100_000_000 };

/** All figures with a unit in a sentence, in order. Years, dates, ordinals and document numbers carry no such unit. */
export function amountsIn(sentence: string): Amount[] {
	const amounts: Amount[] = [];
	let last = 0;
	let depth = 0;
	for (const match of sentence.matchAll(pattern)) {
		const value = valueIn(match.groups ?? {});
		if (value === undefined) continue;
		const start = match.index;
		const end = start + match[0].length;
		depth = depthAfter(sentence, last, start, depth);
		amounts.push({
			value,
			unit: (match.groups?.unit ?? '').replace('％', '%'),
			precision: precisionOf(match.groups ?? {}),
			start,
			end,
			depth,
			lead: sentence.slice(last, start),
			tail: '',
		});
		last = end;
	}
	amounts.forEach((amount, i) => {
		const rest = sentence.slice(amount.end, amounts[i + 1]?.start ?? sentence.length);
		amount.tail = /^[^，。；;！？（()）]*/.exec(rest)?.[0] ?? '';
	});
	return amounts;
}

function valueIn(groups: Record<string, string | undefined>): number | undefined {
	if (groups.plain !== undefined) {
		return Number(`${Number(groups.plain.replace(/[,，]/g, ''))}`) * (scales[groups.scale ?? ''] ?? 1);
	}
	// 「三个更加」, 「两项制度」 number the items of a list; what is counted in 个 and 项 is printed in digits.
	return /[个项]/.test(groups.unit ?? '') ? undefined : parseNumeral(groups.numeral ?? '');
}

function precisionOf(groups: Record<string, string | undefined>): Precision {
	if (groups.rough !== undefined || /超|逾/.test(groups.before ?? '')) return 'atLeast';
	return groups.before === undefined ? 'exact' : 'about';
}

/** Depth of brackets behind `[from, to)`, where it was `depth` before. */
function depthAfter(sentence: string, from: number, to: number, depth: number): number {
	let now = depth;
	for (let i = from; i < to; i++) {
		const ch = sentence.charAt(i);
		if (ch === '（' || ch === '(') now++;
		else if ((ch === '）' || ch === ')') && now > 0) now--;
	}
	return now;
}
