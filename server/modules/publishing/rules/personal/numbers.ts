import type { Spot } from './spot.ts';

type NumberKind = 'idNumber' | 'mobile' | 'bankCard';

/** One run of digits as people write them: with spaces or hyphens between, perhaps ending in X. */
const RUN = /(?<![0-9A-Za-z])[0-9](?:[ \u00a0-]?[0-9]){10,18}(?:[ \u00a0-]?[Xx])?(?![0-9A-Za-z])/g;

/** Every ID number with a right checksum, mobile number, and bank card with a right check digit; half-width text. */
export function findNumbers(text: string): Spot<NumberKind>[] {
	return [...text.matchAll(RUN)].flatMap((match) => {
		const kind = kindOf(match[0].replace(/[ \u00a0-]/g, '').toUpperCase());
		return kind ? [{ kind, at: match.index, length: match[0].length }] : [];
	});
}

function kindOf(digits: string): NumberKind | null {
	if (isIdNumber(digits)) return 'idNumber';
	if (/^1[3-9][0-9]{9}$/.test(digits)) return 'mobile';
	// Cards of Chinese banks: 62 (UnionPay) and 60 with 16 to 19 digits, 4 and 5 with 16; accounts of offices are longer or shorter.
	if (/^(?:6[02][0-9]{14,17}|[45][0-9]{15})$/.test(digits) && passesLuhn(digits)) return 'bankCard';
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
