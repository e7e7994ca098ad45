import { isCivilDay } from '../../../kernel/civil-day.ts';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECKS = '10X98765432';

/** 居民身份证号码 (GB 11643): 18 characters, a day of birth that exists, a check character that fits. */
export function isIdCard(text: string): boolean {
	const number = text.trim().toUpperCase();
	if (!/^\d{17}[\dX]$/.test(number)) return false;
	const born = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
	if (!isCivilDay(born)) return false;
	const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(number[at]), 0);
	return CHECKS[sum % 11] === number[17];
}

const CODE_LETTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** 统一社会信用代码 (GB 32100): 18 characters without I O S V Z, the last one a check. */
export function isCreditCode(text: string): boolean {
	const code = text.trim().toUpperCase();
	if (code.length !== 18) return false;
	let sum = 0;
	for (let at = 0; at < 17; at += 1) {
		const value = CODE_LETTERS.indexOf(code[at] ?? ' ');
		if (value < 0) return false;
		sum += value * (3 ** at % 31);
	}
	return CODE_LETTERS[(31 - (sum % 31)) % 31] === code[17];
}

export function isEmail(text: string): boolean {
	return /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(text.trim()) && text.length <= 100;
}

/** A mobile or a fixed line, with separators as people write them. */
export function isPhone(text: string): boolean {
	const digits = text.replace(/[\s\-—()（）+]/g, '');
	return /^\d{7,15}$/.test(digits);
}
