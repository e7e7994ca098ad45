/** Where the links of a body lead. */
export interface BodyLinks {
	/** Documents of this site, by id. */
	readonly documents: readonly number[];
	/** Addresses only machines of the office reach. */
	readonly inside: readonly string[];
	/** Hosts outside government. */
	readonly foreign: readonly string[];
}

const PRIVATE = /^(?:localhost|127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)|\.(?:local|lan)$/;

/** Reads the links of a stored body. `domain`: this site's own host, empty while unknown. Nothing is fetched. */
export function linksOf(body: string, domain: string): BodyLinks {
	const documents = new Set<number>();
	const inside = new Set<string>();
	const foreign = new Set<string>();
	for (const [, href = ''] of body.matchAll(/<a href="([^"]*)"/g)) {
		const url = urlOf(href.replaceAll('&amp;', '&'), domain);
		if (!url) continue;
		const isOwn = url.hostname === (domain || HERE);
		const document = /^\/d\/(\d+)(?:\/|$)/.exec(url.pathname);
		if (isOwn && document) documents.add(Number(document[1]));
		else if (isOwn) continue;
		else if (PRIVATE.test(url.hostname)) inside.add(url.host);
		else if (!/(?:^|\.)gov\.cn$/.test(url.hostname)) foreign.add(url.hostname);
	}
	return { documents: [...documents], inside: [...inside], foreign: [...foreign] };
}

/** Stands for this site while its own host is unknown. */
const HERE = 'here.invalid';

function urlOf(href: string, domain: string): URL | null {
	try {
		const url = new URL(href, `https://${domain || HERE}/`);
		return url.protocol === 'http:' || url.protocol === 'https:' ? url : null;
	} catch {
		return null;
	}
}
