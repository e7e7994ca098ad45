/** Personal data that must not stand in a public text (个人信息保护法第二十五条), by kind. */
export const PERSONAL_KINDS = { idNumber: '身份证号码', mobile: '手机号码', bankCard: '银行卡号' } as const;
export type PersonalKind = keyof typeof PERSONAL_KINDS;

export interface PersonalFinding {
	kind: PersonalKind;
	/** Enough to find it again, without being it: first three and last two characters. */
	masked: string;
	/** Text around it, masked, for the reviewer. */
	around: string;
}

/** One run of digits as people write them: full-width, with spaces or hyphens between, perhaps ending in X. */
const RUN = /(?<![0-9A-Za-z])[0-9](?:[ \u00a0-]?[0-9]){10,18}(?:[ \u00a0-]?[Xx])?(?![0-9A-Za-z])/g;
const AROUND = 10;

/** Every ID number with a right checksum, mobile number, and bank card with a right check digit in a text. */
export function findPersonalData(text: string): PersonalFinding[] {
	const plain = halfWidth(text);
	const found: PersonalFinding[] = [];
	for (const match of plain.matchAll(RUN)) {
		const kind = kindOf(match[0].replace(/[ \u00a0-]/g, '').toUpperCase());
		if (!kind) continue;
		const masked = mask(match[0]);
		const before = plain.slice(Math.max(0, match.index - AROUND), match.index);
		const end = match.index + match[0].length;
		// Other numbers beside it may be personal data too.
		const around = `${hide(before)}${masked}${hide(plain.slice(end, end + AROUND))}`.replace(/\s+/g, ' ');
		found.push({ kind, masked, around });
	}
	return found;
}

/** The kinds found, in words: «身份证号码、手机号码». */
export function kindsFound(findings: readonly PersonalFinding[]): string {
	return [...new Set(findings.map(({ kind }) => PERSONAL_KINDS[kind]))].join('、');
}

function kindOf(digits: string): PersonalKind | null {
	if (isIdNumber(digits)) return 'idNumber';
	if (/^1[3-9][0-9]{9}$/.test(digits)) return 'mobile';
	// Cards of Chinese banks begin with 62 (UnionPay), 60, 4 or 5; index numbers and credit codes do not pass both tests.
	if (/^(62|60|4|5)[0-9]{14,17}$/.test(digits) && passesLuhn(digits)) return 'bankCard';
	return null;
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';

/** GB 11643: area, day of birth, serial, and a check character. */
export function isIdNumber(digits: string): boolean {
	if (!/^[1-9][0-9]{16}[0-9X]$/.test(digits)) return false;
	if (!isDay(Number(digits.slice(6, 10)), Number(digits.slice(10, 12)), Number(digits.slice(12, 14)))) return false;
	const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
	return CHECKS[sum % 11] === digits[17];
}

function isDay(year: number, month: number, day: number): boolean {
	if (year < 1900 || year > 2100) return false;
	const date = new Date(Date.UTC(year, month - 1, day));
	return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** The check digit of bank cards. */
export function passesLuhn(digits: string): boolean {
	let sum = 0;
	for (let index = 0; index < digits.length; index += 1) {
		const digit = Number(digits[digits.length - 1 - index]);
		const doubled = index % 2 === 1 ? digit * 2 : digit;
		sum += doubled > 9 ? doubled - 9 : doubled;
	}
	return sum % 10 === 0;
}

function halfWidth(text: string): string {
	return text.replace(/[０-９Ｘｘ－　]/g, (letter) =>
		letter === '　' ? ' ' : String.fromCharCode(letter.charCodeAt(0) - 0xfee0),
	);
}

function mask(value: string): string {
	return `${value.slice(0, 3)}${'*'.repeat(Math.max(value.length - 5, 1))}${value.slice(-2)}`;
}

function hide(text: string): string {
	return text.replace(/[0-9]/g, '*');
}
