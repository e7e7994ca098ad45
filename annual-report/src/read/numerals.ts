const digits: Record<string, number> = {
	零: 0,
	〇: 0,
	'○': 0,
	一: 1,
	壹: 1,
	二: 2,
	两: 2,
	贰: 2,
	三: 3,
	叁: 3,
	四: 4,
	肆: 4,
	五: 5,
	伍: 5,
	六: 6,
	陆: 6,
	七: 7,
	柒: 7,
	八: 8,
	捌: 8,
	九: 9,
	玖: 9,
};
const units: Record<string, number> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };

/** Character class of Chinese numerals, for use inside a regular expression. */
export const numeralClass = '零〇○一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟';

/**
 * The value of a Chinese numeral: 「一百二十」 120, 「二〇一九」 2019, 「三万五千」 35000; undefined when the text is none.
 */
export function parseNumeral(text: string): number | undefined {
	if (text === '') return undefined;
	const chars = Array.from(text);
	if (chars.every((ch) => ch in digits)) {
		return chars.length === 1 || chars.length === 4 || chars.length > 1
			? Number(chars.map((ch) => digits[ch]).join(''))
			: undefined;
	}
	return parseScaled(chars);
}

function parseScaled(chars: string[]): number | undefined {
	let total = 0;
	let section = 0;
	let digit: number | undefined;
	for (const ch of chars) {
		const unit = units[ch];
		if (ch in digits) digit = digits[ch];
		else if (unit !== undefined) {
			section += (digit ?? 1) * unit;
			digit = undefined;
		} else if (ch === '万' || ch === '亿') {
			const scale = ch === '万' ? 10_000 : 100_000_000;
			if (section + (digit ?? 0) === 0) return undefined;
			total = (total + section + (digit ?? 0)) * scale;
			section = 0;
			digit = undefined;
		} else return undefined;
	}
	return total + section + (digit ?? 0);
}
