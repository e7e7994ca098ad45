import { type Claim, identitiesOf, type Report } from '../annual-report/src/index.ts';
import type { Gold, GoldClaim } from './corpus-gold.ts';

/**
 * Which gold claims the reader made too. A claim agrees in value and place: the same cells, or where gold names no cell
 * the same figure in a sentence that shares its words. Sums gold took from a table are identities, not sentences.
 */
export function compareClaims(gold: Gold, report: Report) {
	const lines: string[] = [];
	let found = 0;
	let byIdentity = 0;
	for (const claim of gold.claims) {
		if (report.claims.some((own) => agrees(claim, own))) found++;
		else if (claim.kind === 'sum' && isTableSum(claim, report)) {
			found++;
			byIdentity++;
		} else lines.push(`claim not found: ${claim.text} (${claim.value ?? claim.total ?? claim.stated})`);
	}
	return { total: gold.claims.length, found, byIdentity, lines };
}

function agrees(gold: GoldClaim, own: Claim): boolean {
	if (gold.kind === 'sum') {
		return own.kind === 'sum' && own.value === gold.total && own.parts?.join() === gold.parts?.join();
	}
	if (gold.kind === 'percent') return own.kind === 'percent' && own.value === gold.stated;
	if (own.value !== gold.value || !['count', 'none'].includes(own.kind)) return false;
	if (gold.refs.length > 0) return gold.refs.every((ref) => own.refs.includes(ref));
	return sharedWords(gold.text, own.text) >= 2;
}

/** Two-character words both texts hold. */
function sharedWords(a: string, b: string): number {
	const pairs = new Set(Array.from(a, (_, i) => a.slice(i, i + 2)).filter((pair) => /^[\u4e00-\u9fff]{2}$/.test(pair)));
	return [...pairs].filter((pair) => b.includes(pair)).length;
}

function isTableSum(gold: GoldClaim, report: Report): boolean {
	if (report.form === 'none') return false;
	return identitiesOf(report.form).some((identity) => {
		const parts = identity.left.map((address) => report.cells[address]?.value);
		const total = identity.right.length === 1 ? report.cells[identity.right[0] ?? '']?.value : undefined;
		return total === gold.total && parts.join() === gold.parts?.join();
	});
}
