/** One question: what is measured of each candidate, and which are right. */
export interface Choice {
	candidates: readonly (readonly number[])[];
	right: readonly number[];
}

/** One case to be told from others: what is measured of it, whether it is so, how much it counts. */
export interface Sample {
	measures: readonly number[];
	isSo: boolean;
	counts: number;
}

const STEPS = 150;
/** The first steps are wide, the last ones settle. */
const WIDE = 0.15;
const NARROW = 0.04;

export function sumOf(weights: readonly number[], measures: readonly number[]): number {
	return measures.reduce((sum, measure, at) => sum + measure * (weights[at] ?? 0), 0);
}

/** Weights under which the right candidates of each question come first (softmax over its candidates, by Adam); `hold` keeps them small. */
export function learnChoice(choices: readonly Choice[], hold = 0.003): number[] {
	const size = choices[0]?.candidates[0]?.length ?? 0;
	const zero = () => new Array<number>(size).fill(0);
	const weights = zero();
	const [mean, square] = [zero(), zero()];
	for (let step = 1; step <= STEPS; step += 1) {
		const slope = zero();
		for (const choice of choices) addSlope(slope, weights, choice);
		const pace = step < STEPS * 0.6 ? WIDE : NARROW;
		for (let at = 0; at < size; at += 1) {
			const one = (slope[at] ?? 0) / choices.length - hold * (weights[at] ?? 0);
			mean[at] = 0.9 * (mean[at] ?? 0) + 0.1 * one;
			square[at] = 0.99 * (square[at] ?? 0) + 0.01 * one * one;
			const [m, s] = [(mean[at] ?? 0) / (1 - 0.9 ** step), (square[at] ?? 0) / (1 - 0.99 ** step)];
			weights[at] = (weights[at] ?? 0) + (pace * m) / (Math.sqrt(s) + 1e-8);
		}
	}
	return weights;
}

function addSlope(slope: number[], weights: readonly number[], { candidates, right }: Choice): void {
	const scores = candidates.map((measures) => sumOf(weights, measures));
	const best = Math.max(...scores);
	const likely = scores.map((score) => Math.exp(score - best));
	const all = likely.reduce((sum, one) => sum + one, 0);
	const ours = right.reduce((sum, at) => sum + (likely[at] ?? 0), 0);
	const rightOnes = new Set(right);
	candidates.forEach((measures, at) => {
		const one = likely[at] ?? 0;
		const pull = (rightOnes.has(at) ? one / ours : 0) - one / all;
		if (Math.abs(pull) < 1e-5) return;
		for (let place = 0; place < measures.length; place += 1)
			slope[place] = (slope[place] ?? 0) + pull * (measures[place] ?? 0);
	});
}

/** Logistic regression on measures of very different sizes; the first weight is that of any case at all. */
export function learnSureness(samples: readonly Sample[], hold = 0.02): number[] {
	const size = samples[0]?.measures.length ?? 0;
	const column = (at: number) => samples.map(({ measures }) => measures[at] ?? 0);
	const means = Array.from({ length: size }, (_, at) => meanOf(column(at)));
	const spreads = means.map((mean, at) => Math.sqrt(meanOf(column(at).map((one) => (one - mean) ** 2))) + 1e-9);
	const scaled = samples.map(({ measures }) => [
		1,
		...measures.map((one, at) => (one - (means[at] ?? 0)) / (spreads[at] ?? 1)),
	]);
	const total = samples.reduce((sum, { counts }) => sum + counts, 0);
	let weights = new Array<number>(size + 1).fill(0);
	for (let step = 0; step < 25; step += 1) weights = newton(weights, scaled, samples, hold * total);
	const [any = 0, ...rest] = weights;
	const raw = rest.map((weight, at) => weight / (spreads[at] ?? 1));
	return [any - raw.reduce((sum, weight, at) => sum + weight * (means[at] ?? 0), 0), ...raw];
}

const meanOf = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;

/** One step of Newton's method. */
function newton(weights: readonly number[], rows: number[][], samples: readonly Sample[], hold: number): number[] {
	const size = weights.length;
	const slope = weights.map((weight, at) => (at === 0 ? 0 : -hold * weight));
	const bend = weights.map((_, row) => weights.map((_other, at) => (row === at ? (row === 0 ? 1e-6 : hold) : 0)));
	rows.forEach((row, case_) => {
		const { isSo = false, counts = 0 } = samples[case_] ?? {};
		const likely = 1 / (1 + Math.exp(-sumOf(weights, row)));
		for (let i = 0; i < size; i += 1) {
			slope[i] = (slope[i] ?? 0) + counts * ((isSo ? 1 : 0) - likely) * (row[i] ?? 0);
			const line = bend[i] ?? [];
			const curve = counts * likely * (1 - likely) * (row[i] ?? 0);
			for (let j = 0; j < size; j += 1) line[j] = (line[j] ?? 0) + curve * (row[j] ?? 0);
		}
	});
	const move = solve(bend, slope);
	return weights.map((weight, at) => weight + (move[at] ?? 0));
}

/** Solves a symmetric positive system by elimination. */
function solve(matrix: number[][], right: readonly number[]): number[] {
	const rows = matrix.map((row, at) => [...row, right[at] ?? 0]);
	const size = rows.length;
	for (let at = 0; at < size; at += 1) {
		const own = rows[at] ?? [];
		for (let below = at + 1; below < size; below += 1) {
			const row = rows[below] ?? [];
			const part = (row[at] ?? 0) / (own[at] ?? 1);
			for (let place = at; place <= size; place += 1) row[place] = (row[place] ?? 0) - part * (own[place] ?? 0);
		}
	}
	const found = new Array<number>(size).fill(0);
	for (let at = size - 1; at >= 0; at -= 1) {
		const row = rows[at] ?? [];
		let rest = row[size] ?? 0;
		for (let place = at + 1; place < size; place += 1) rest -= (row[place] ?? 0) * (found[place] ?? 0);
		found[at] = rest / (row[at] ?? 1);
	}
	return found;
}
