import type { Request } from '../model.ts';

/** How alike two requests are: to the letter, but for spaces, marks and polite words, or nearly. */
export type Likeness = 'identical' | 'same' | 'similar';

export type Asked = Pick<Request, 'title' | 'documentNumber' | 'features'>;

/** From this share of common character pairs on (Dice, 0–1) two requests are shown beside each other. */
const SIMILAR = 0.6;
/** Words that say that something is asked for, and not what. */
const POLITE =
	/(本人|我)?(现)?(依法|依照条例|特)?(请求|要求|申请|希望)(贵(单位|机关|局|镇|乡|府)|你(单位|机关|局|镇|乡))?(依法)?(公开|提供|获取|查询)?|贵(单位|机关)|政府信息公开|政府信息|相关(信息|资料|材料|文件)|有关(信息|资料|材料|文件)|(的)?(复印件|扫描件|电子版)|关于|以及|情况|信息$/g;

/** What is asked for, without the way it is asked: width, spaces, marks and polite words taken away. */
export function plainRequest({ title, features }: Pick<Asked, 'title' | 'features'>): string {
	const bare = squeeze(`${title}${features}`);
	const plain = bare.replace(POLITE, '').replaceAll('的', '');
	// 「请求公开相关信息」 says nothing else: then the words themselves are compared.
	return plain === '' ? bare : plain;
}

/**
 * Compares two requests. A shared document number (文号) makes them at least similar. The title alone is compared as well:
 * features are often left out the second time.
 * @returns null when they ask for different things.
 */
export function likenessOf(a: Asked, b: Asked): Likeness | null {
	const [whole, other] = [wordsOf(a), wordsOf(b)];
	if (whole === other) return 'identical';
	const [plain, otherPlain] = [plainRequest(a), plainRequest(b)];
	const sameNumber = squeeze(a.documentNumber) === squeeze(b.documentNumber);
	if (plain === otherPlain && sameNumber) return 'same';
	if (differentYears(plain, otherPlain)) return null;
	if (sameNumber && a.documentNumber.trim() !== '') return 'similar';
	const titles = shareOfPairs(plainRequest({ ...a, features: '' }), plainRequest({ ...b, features: '' }));
	return Math.max(shareOfPairs(plain, otherPlain), titles) >= SIMILAR ? 'similar' : null;
}

/** Common character pairs over all pairs of both, 0–1 (Dice); texts of one character are alike only when equal. */
export function shareOfPairs(a: string, b: string): number {
	if (a === b) return 1;
	const left = pairsOf(a);
	const right = pairsOf(b);
	const total = a.length - 1 + (b.length - 1);
	if (a.length < 2 || b.length < 2) return 0;
	let common = 0;
	for (const [pair, count] of left) common += Math.min(count, right.get(pair) ?? 0);
	return (2 * common) / total;
}

/** Words to look with for what is published already: the document number first, then what is asked for. */
export function questionsOf(asked: Asked): string[] {
	const title = plainRequest({ ...asked, features: '' });
	return [asked.documentNumber.trim(), asked.title.trim(), title].filter(
		(words, at, all) => words !== '' && all.indexOf(words) === at,
	);
}

function wordsOf({ title, documentNumber, features }: Asked): string {
	return [title, documentNumber, features].map((part) => part.trim()).join('\n');
}

function squeeze(text: string): string {
	return text
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[\s\p{P}\p{S}]/gu, '');
}

/** The accounts of two years are two things, however alike the sentences. */
function differentYears(a: string, b: string): boolean {
	const [left, right] = [yearsOf(a), yearsOf(b)];
	return left !== '' && right !== '' && left !== right;
}

function yearsOf(text: string): string {
	return [...new Set(text.match(/(?:19|20)\d{2}/g) ?? [])].sort().join(',');
}

function pairsOf(text: string): Map<string, number> {
	const pairs = new Map<string, number>();
	for (let at = 0; at + 1 < text.length; at++) {
		const pair = text.slice(at, at + 2);
		pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
	}
	return pairs;
}
