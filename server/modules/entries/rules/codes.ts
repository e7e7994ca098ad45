/** The next free code of a field: F07-003. Codes given once are never given again. */
export function nextCode(field: string, given: readonly string[]): string {
	const last = given
		.filter((code) => code.startsWith(`${field}-`))
		.reduce((most, code) => Math.max(most, Number(code.slice(field.length + 1))), 0);
	return `${field}-${String(last + 1).padStart(3, '0')}`;
}
