import { Parser } from 'htmlparser2';

/** Addresses below the site that a page or a site map leads to, without what follows `?` or `#`. */
export function linksOf(text: string, mediaType: string, origin: string): string[] {
	const found = new Set<string>();
	const add = (address: string | undefined) => {
		const path = address ? below(address, origin) : null;
		if (path) found.add(path);
	};
	if (mediaType.startsWith('application/xml')) {
		for (const [, address] of text.matchAll(/<loc>([^<]*)<\/loc>/g)) add(address);
		return [...found];
	}
	if (!mediaType.startsWith('text/html')) return [];
	const parser = new Parser({
		onopentag: (name, { href, src }) => {
			if (name === 'a' || name === 'link') add(href);
			if (name === 'img' || name === 'script') add(src);
		},
	});
	parser.end(text);
	return [...found];
}

function below(address: string, origin: string): string | null {
	if (!URL.canParse(address, `${origin}/`)) return null;
	const url = new URL(address, `${origin}/`);
	return url.origin === new URL(origin).origin && url.search === '' ? url.pathname : null;
}
