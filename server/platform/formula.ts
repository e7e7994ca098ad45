const FORMULA = /^[=+\-@\t\r]/;

/** Text with no sign in front that a spreadsheet would take for a formula; figures and blanks as they are. */
export function defused<T extends string | number | null>(value: T): T | string {
	return typeof value === 'string' && FORMULA.test(value) ? `'${value}` : value;
}
