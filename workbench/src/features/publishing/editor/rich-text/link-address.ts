/** What somebody typed as an address, whole: `www.a.cn` gets its `https://`. Empty = no link, null = no address. */
export function linkAddress(typed: string): string | null {
	const text = typed.trim();
	if (text === '') return '';
	if (/^(mailto:[^\s@]+@[^\s@]+|tel:[\d+\s-]{3,})$/i.test(text)) return text;
	const whole = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`;
	if (!/^https?:\/\/[^\s/]+\.[^\s/]+/i.test(whole)) return null;
	try {
		return new URL(whole).href;
	} catch {
		return null;
	}
}
