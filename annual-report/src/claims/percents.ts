import type { Claim } from '../model/index.ts';
import type { Amount } from './amounts.ts';
import { type Counted, phraseOf } from './counts.ts';
import { isAnswered, isResult, type Whole } from './sums.ts';

/** Shares and rates of growth: 「…1509条，占71.11%」, 「较去年回落12.3%」. */
export function percentsOf(counted: readonly Counted[], wholes: readonly Whole[]): Claim[] {
	return counted.flatMap((entry, i) =>
		entry.amounts.flatMap((amount, k) => {
			if (amount.unit !== '%') return [];
			const before = entry.amounts[k - 1];
			const growth = growthOf(entry, amount, before);
			if (growth) return [growth];
			if (!before || before.unit === '%' || !/^[^。；]{0,6}占(?:比|总数)?[^，。；]{0,12}$/.test(amount.lead)) return [];
			const divided = wholes.find((candidate) => candidate.parts.includes(before))?.total.value;
			const whole = divided ?? wholeOf(counted, i, before);
			return [claimOf(entry, amount, 'percent', whole === undefined ? undefined : [before.value, whole])];
		}),
	);
}

const rises = /(?:同比|较|比)[^，。；]{0,12}(增长|上升|增加|提高|下降|回落|减少|降低)(?:了|约)?$/;

function growthOf(entry: Counted, amount: Amount, before: Amount | undefined): Claim | undefined {
	const direction = rises.exec(amount.lead)?.[1];
	if (direction === undefined) return undefined;
	const claim = claimOf(entry, amount, 'growth', undefined);
	const refs = entry.counts.find((count) => count.amount === before)?.claim.refs ?? [];
	return { ...claim, value: /下降|回落|减少|降低/.test(direction) ? -amount.value : amount.value, refs };
}

function claimOf(entry: Counted, amount: Amount, kind: 'percent' | 'growth', parts: number[] | undefined): Claim {
	return {
		kind,
		text: phraseOf(entry.sentence.text, amount),
		value: amount.value,
		unit: '%',
		precision: amount.precision,
		refs: [],
		...(parts ? { parts } : {}),
		at: entry.sentence.place(amount.start),
	};
}

/** What a share is a share of: the applications answered for a result, else the last total of the same unit. */
function wholeOf(counted: readonly Counted[], i: number, part: Amount): number | undefined {
	const own = counted[i]?.counts.find((count) => count.amount === part);
	const before = counted.slice(Math.max(0, i - 3), i + 1).flatMap((entry) => entry.counts);
	const earlier = before.slice(0, own ? before.indexOf(own) : undefined);
	if (own && isResult(own)) {
		const answered = earlier.findLast(isAnswered) ?? earlier.findLast((c) => c.claim.refs.includes('t3.new.total'));
		return answered?.claim.value ?? undefined;
	}
	const larger = earlier.findLast(
		(c) => c.amount.unit === part.unit && c.amount.value > part.value && c.amount !== part,
	);
	return larger?.amount.value;
}
