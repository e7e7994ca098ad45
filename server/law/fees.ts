/** 信息处理费 (国办函〔2020〕109号): two tariffs, both progressive; one application is charged by one of them, never both. */
export type FeeTariff = 'item' | 'page';

/** One step of the computation, as the 收费通知 must show it. Units from `from` to `to`, both included; yuan. */
export interface FeeLine {
	readonly from: number;
	readonly to: number;
	readonly units: number;
	readonly rate: number;
	readonly amount: number;
}

export interface Fee {
	readonly tariff: FeeTariff;
	readonly unit: '件' | '页';
	readonly total: number;
	readonly lines: readonly FeeLine[];
}

const PAGE_TIERS = [
	{ to: 30, rate: 0 },
	{ to: 100, rate: 10 },
	{ to: 200, rate: 20 },
	{ to: Number.POSITIVE_INFINITY, rate: 40 },
] as const;

/** Yuan for the nth application of one applicant in a natural month (第四条). */
export function itemRate(n: number): number {
	if (n <= 10) return 0;
	if (n <= 30) return 100;
	return 100 * (Math.floor((n - 31) / 10) + 2);
}

/** Last application that costs the same as the nth. */
function endOfItemTier(n: number): number {
	if (n <= 10) return 10;
	if (n <= 30) return 30;
	return 40 + Math.floor((n - 31) / 10) * 10;
}

/**
 * Fee by number of applications: the applicant has `before` in this natural month at this office, `added` come new
 * (a letter asking for several things counts as its smallest reasonable parts).
 * @throws RangeError for counts that are not whole numbers ≥ 0.
 */
export function itemFee(before: number, added: number): Fee {
	assertCount(before);
	assertCount(added);
	const lines: FeeLine[] = [];
	const last = before + added;
	for (let from = before + 1; from <= last; ) {
		const to = Math.min(endOfItemTier(from), last);
		lines.push(line(from, to, itemRate(from)));
		from = to + 1;
	}
	return { tariff: 'item', unit: '件', total: sum(lines), lines };
}

/** Fee by pages handed out for one application (第五条). @throws RangeError as `itemFee`. */
export function pageFee(pages: number): Fee {
	assertCount(pages);
	const lines: FeeLine[] = [];
	let from = 1;
	for (const tier of PAGE_TIERS) {
		if (from > pages) break;
		const to = Math.min(tier.to, pages);
		lines.push(line(from, to, tier.rate));
		from = to + 1;
	}
	return { tariff: 'page', unit: '页', total: sum(lines), lines };
}

/** How the sum came about, for the notice: 第31—40件，10件，每件200元，计2000元。 */
export function feeSentences({ lines, unit }: Fee): string[] {
	return lines.map(({ from, to, units, rate, amount }) => {
		const range = from === to ? `第${from}${unit}` : `第${from}—${to}${unit}`;
		return rate === 0
			? `${range}，${units}${unit}，不收费。`
			: `${range}，${units}${unit}，每${unit}${rate}元，计${amount}元。`;
	});
}

function line(from: number, to: number, rate: number): FeeLine {
	const units = to - from + 1;
	return { from, to, units, rate, amount: units * rate };
}

function sum(lines: readonly FeeLine[]): number {
	return lines.reduce((total, { amount }) => total + amount, 0);
}

function assertCount(n: number): void {
	if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`not a count: ${n}`);
}
