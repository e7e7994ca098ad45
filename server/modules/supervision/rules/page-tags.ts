const META = /<meta\s[^>]*>/gi;
const ATTRIBUTE = /([a-z-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;

/** Names of the `<meta>` tags of a page that say something. */
export function metaNames(html: string): string[] {
	return (html.match(META) ?? []).flatMap((tag) => {
		const given = new Map(
			[...tag.matchAll(ATTRIBUTE)].map(([, name = '', a, b, c]) => [name.toLowerCase(), a ?? b ?? c ?? '']),
		);
		const name = given.get('name');
		return name && given.get('content')?.trim() ? [name] : [];
	});
}
