const SCALE = 6;

/** A decimal figure as whole millionths: sums of money stay exact. */
export type Amount = bigint;

/**
 * Reads a decimal such as 「12.5」 as millionths. Null for anything else: signs, grouping, exponents, more digits than
 * a register keeps.
 */
export function parseAmount(text: string): Amount | null {
	const match = /^(\d{1,14})(?:\.(\d{1,6}))?$/.exec(text);
	if (!match) return null;
	return BigInt(`${match[1]}${(match[2] ?? '').padEnd(SCALE, '0')}`);
}

/** The shortest decimal text of an amount: 「12.5」, 「-3」, 「0」. */
export function formatAmount(amount: Amount): string {
	const sign = amount < 0n ? '-' : '';
	const digits = String(amount < 0n ? -amount : amount).padStart(SCALE + 1, '0');
	const whole = digits.slice(0, -SCALE);
	const fraction = digits.slice(-SCALE).replace(/0+$/, '');
	return `${sign}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

/** Adds decimals; null when one of them is not known. */
export function addAmounts(texts: readonly (string | null)[]): string | null {
	const amounts = texts.map((text) => (text === null ? null : parseAmount(text)));
	const known = amounts.filter((amount) => amount !== null);
	return known.length < amounts.length ? null : formatAmount(known.reduce((all, amount) => all + amount, 0n));
}

/** How many digits stand after the point. */
export function decimalsOf(text: string): number {
	return (text.split('.')[1] ?? '').length;
}

/** A decimal as the database writes it (「5.000000」) in its shortest form. */
export function shortAmount(text: string): string {
	const amount = parseAmount(text);
	return amount === null ? text : formatAmount(amount);
}
