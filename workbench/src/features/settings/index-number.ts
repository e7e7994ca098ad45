/** What an index number made by this pattern looks like; the figures are an example. */
export function sampleNumber(pattern: string): string {
	const values: Readonly<Record<string, string>> = {
		code: '99990123A0000001X',
		area: '990123',
		yyyy: '2026',
		yyyymm: '202606',
	};
	return pattern.replace(/\{(\w+)(?::(\d))?\}/g, (whole, name: string, digits: string | undefined) => {
		if (name === 'serial') return digits ? '12'.padStart(Number(digits), '0') : whole;
		return digits ? whole : (values[name] ?? whole);
	});
}
