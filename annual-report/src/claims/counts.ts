import type { Claim, Form } from '../model/index.ts';
import { type Amount, amountsIn } from './amounts.ts';
import { type CountRule, countRulesFor, type Topic } from './rules.ts';
import type { Sentence } from './sentences.ts';

/** A count found in a sentence, with the figure it was made of. */
export interface Count {
	claim: Claim;
	amount: Amount;
	rule: CountRule;
	topic: Topic | undefined;
}

/** The figures of a sentence and the counts among them. */
export interface Counted {
	sentence: Sentence;
	amounts: Amount[];
	counts: Count[];
}

/** Finds the counts of all sentences. A topic lasts to the end of the paragraph, so that its parts are understood. */
export function countsOf(sentences: readonly Sentence[], form: Form): Counted[] {
	let topic: Topic | undefined;
	let paragraph = -1;
	return sentences.map((sentence) => {
		if (sentence.paragraph !== paragraph) topic = undefined;
		paragraph = sentence.paragraph;
		const amounts = amountsIn(sentence.text);
		const counts: Count[] = [];
		for (const amount of amounts) {
			const lead = amount.lead.slice(-longestLead);
			const rule = countRulesFor(amount.unit).find((candidate) => fits(candidate, lead, amount.tail, topic, form));
			if (!rule) continue;
			const claim = claimOf(sentence, amount, rule.refs({ form, topic: rule.topic ?? topic }));
			topic = rule.topic ?? topic;
			counts.push({ claim, amount, rule, topic });
		}
		return { sentence, amounts, counts };
	});
}

/** More characters before a figure than any rule looks back. */
const longestLead = 80;

function fits(rule: CountRule, lead: string, tail: string, topic: Topic | undefined, form: Form): boolean {
	if (rule.within && (topic === undefined || !rule.within.includes(topic))) return false;
	if (rule.lead && !rule.lead.test(lead)) return false;
	if (rule.tail && !rule.tail.test(tail)) return false;
	return !rule.needsRefs || rule.refs({ form, topic }).length > 0;
}

function claimOf(sentence: Sentence, amount: Amount, refs: readonly string[]): Claim {
	return {
		kind: 'count',
		text: phraseOf(sentence.text, amount),
		value: amountIn(amount),
		unit: amount.unit === '万元' ? '元' : amount.unit,
		precision: amount.precision,
		refs: [...refs],
		at: sentence.place(amount.start),
	};
}

/** An amount of money in 元; every other figure as it stands. */
function amountIn(amount: Amount): number {
	return amount.unit === '万元' ? Number(`${amount.value}e4`) : amount.value;
}

/** The clause a figure stands in, from the last stop before it to the end of its clause. */
export function phraseOf(text: string, amount: Pick<Amount, 'start' | 'end' | 'tail'>): string {
	const before = text.slice(0, amount.start);
	const from = Math.max(...['，', '。', '；', '：', '（', '(', '、'].map((stop) => before.lastIndexOf(stop))) + 1;
	return text.slice(from, amount.end + amount.tail.length).trim();
}
