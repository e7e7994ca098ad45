import { type Claim, type Report, statLines } from '../annual-report/src/index.ts';
import type { Gold, GoldClaim } from './corpus-gold.ts';

/**
 * Which gold claims the reader made too, and which of its claims about the same sentences gold does not have.
 * A claim agrees in value and place: the same cells, or where gold names no cell (or says the scope differs) the same
 * figure in a sentence that shares its words. Sums and figures gold took from a table are cells, not sentences.
 */
export function compareClaims(gold: Gold, report: Report) {
	const lines: string[] = [];
	const matched = new Set<Claim>();
	let found = 0;
	let inTable = 0;
	for (const claim of gold.claims) {
		const own = report.claims.filter((candidate) => agrees(claim, candidate));
		for (const candidate of own) matched.add(candidate);
		if (own.length > 0) found++;
		else if (isInTable(claim, report)) {
			found++;
			inTable++;
		} else lines.push(`claim not found: ${claim.text} (${claim.value ?? claim.total ?? claim.stated})`);
	}
	const extra = unmatched(gold, report, matched);
	for (const claim of extra) lines.push(`claim gold does not have: ${claim.kind} ${claim.value} ${claim.text}`);
	return { total: gold.claims.length, found, inTable, matched: matched.size, extra: extra.length, lines };
}

const checkable: ReadonlySet<Claim['kind']> = new Set(['count', 'none', 'sum', 'percent']);

function agrees(gold: GoldClaim, own: Claim): boolean {
	if (gold.kind === 'sum') {
		return own.kind === 'sum' && own.value === gold.total && own.parts?.join() === gold.parts?.join();
	}
	if (gold.kind === 'percent') return own.kind === 'percent' && own.value === gold.stated;
	if (own.value !== gold.value || (own.kind !== 'count' && own.kind !== 'none')) return false;
	if (gold.refs.length > 0 && gold.verdict !== 'scope_differs') return gold.refs.every((ref) => own.refs.includes(ref));
	const words = pairsOf(gold.text);
	return [...words].filter((pair) => own.text.includes(pair)).length >= Math.min(2, words.size);
}

/** Two-character words of a text. */
function pairsOf(text: string): Set<string> {
	return new Set(Array.from(text, (_, i) => text.slice(i, i + 2)).filter((pair) => /^[\u4e00-\u9fff]{2}$/.test(pair)));
}

/** Claims beside a matched one (the same place in the source) that no gold claim has, in value or as a part of a sum. */
function unmatched(gold: Gold, report: Report, matched: ReadonlySet<Claim>): Claim[] {
	const sentences = new Set([...matched].map((claim) => sentenceOf(report, claim)));
	const values = new Set(gold.claims.flatMap((c) => [c.value, c.total, c.stated, ...(c.parts ?? [])]));
	return report.claims.filter(
		(claim) =>
			checkable.has(claim.kind) &&
			!matched.has(claim) &&
			!values.has(claim.value ?? undefined) &&
			sentences.has(sentenceOf(report, claim)),
	);
}

function sentenceOf(report: Report, claim: Claim): string {
	const bodies = [report.preface ?? '', ...report.sections.map((section) => section.body)];
	const sentence = bodies.flatMap((body) => body.split(/[。！？\n]/)).find((text) => text.includes(claim.text));
	return sentence ?? claim.text;
}

function isInTable(gold: GoldClaim, report: Report): boolean {
	if (gold.kind === 'value') {
		return /table only/.test(gold.text) && gold.refs.every((ref) => report.cells[ref]?.value === gold.value);
	}
	const parents = new Set(statLines.map((line) => line.code.replace(/\.?[^.]+$/, '')));
	return [...parents].some((parent) => {
		const parts = statLines.filter((line) => line.code.replace(/\.[^.]+$/, '') === parent && line.code !== parent);
		const values = parts.map((line) => report.cells[`stat.${line.code}`]?.value);
		return values.join() === gold.parts?.join();
	});
}
