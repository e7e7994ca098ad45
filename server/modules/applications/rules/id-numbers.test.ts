import { describe, expect, test } from 'vitest';
import { isCreditCode, isEmail, isIdCard, isPhone } from './id-numbers.ts';

/** Check character of a made-up number, counted a second way than the rule does. */
function withCheck(first17: string): string {
	let rest = 0;
	for (const digit of first17) rest = ((rest + Number(digit)) * 2) % 11;
	return first17 + '10X98765432'[rest % 11];
}

describe('居民身份证号码', () => {
	test('accepts numbers whose check character fits, X in both cases', () => {
		for (const first of ['11010119900307737', '99012320000229001', '44030119491001001', '11010119000101123']) {
			const number = withCheck(first);
			expect(isIdCard(number)).toBe(true);
			expect(isIdCard(` ${number.toLowerCase()} `)).toBe(true);
		}
	});

	test('refuses every other check character', () => {
		const good = withCheck('11010119900307737');
		for (const check of '0123456789X') {
			expect(isIdCard(good.slice(0, 17) + check)).toBe(good.endsWith(check));
		}
	});

	test('notices two neighbouring digits changed places', () => {
		const good = withCheck('11010119870612583');
		for (let at = 0; at < 16; at += 1) {
			const swapped = good.slice(0, at) + good[at + 1] + good[at] + good.slice(at + 2);
			if (swapped !== good) expect(isIdCard(swapped)).toBe(false);
		}
	});

	test.each([
		'',
		'123',
		'1101011990030773',
		'1101011990030773799',
		'11010119900307737Y',
		'１１０１０１１９９００３０７７３７９',
	])('refuses %j', (text) => expect(isIdCard(text)).toBe(false));

	test('refuses a day of birth that does not exist', () => {
		for (const day of ['19900230', '19901301', '19900000', '19990229']) {
			expect(isIdCard(withCheck(`110101${day}773`))).toBe(false);
		}
	});
});

describe('统一社会信用代码', () => {
	const letters = '0123456789ABCDEFGHJKLMNPQRTUWXY';
	const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
	const checked = (first: string) => {
		const sum = weights.reduce((total, weight, at) => total + weight * letters.indexOf(first[at] ?? ''), 0);
		return first + letters[(31 - (sum % 31)) % 31];
	};

	test('accepts codes whose check character fits, in both cases', () => {
		for (const first of ['91990123MA0000001', '12990123400000002', '52990123500000003']) {
			expect(isCreditCode(checked(first))).toBe(true);
			expect(isCreditCode(checked(first).toLowerCase())).toBe(true);
		}
	});

	test('refuses every other check character and every letter the code does not know', () => {
		const good = checked('91990123MA0000001');
		for (const letter of letters) expect(isCreditCode(good.slice(0, 17) + letter)).toBe(good.endsWith(letter));
		for (const letter of 'IOSVZ') expect(isCreditCode(`9${letter}${good.slice(2)}`)).toBe(false);
	});

	test.each(['', '91990123MA000000', '91990123MA00000011X', '统一社会信用代码十八位数字和字母'])('refuses %j', (text) =>
		expect(isCreditCode(text)).toBe(false),
	);
});

describe('e-mail and telephone', () => {
	test.each(['a@b.cn', 'wang.xiaoyu@mail.example.com', ' x_1@qq.com '])('%j is an address', (text) =>
		expect(isEmail(text)).toBe(true),
	);
	test.each(['', 'wang', 'a@b', 'a b@c.cn', '@c.cn', 'a@@c.cn', `${'a'.repeat(100)}@b.cn`])('%j is none', (text) =>
		expect(isEmail(text)).toBe(false),
	);
	test.each(['13900000000', '0999-8100001', '+86 139 0000 0000', '（0999）8100001', '8100001'])(
		'%j is a number',
		(text) => expect(isPhone(text)).toBe(true),
	);
	test.each(['', '12345', '139000x0000', '1234567890123456', '电话'])('%j is none', (text) =>
		expect(isPhone(text)).toBe(false),
	);
});
