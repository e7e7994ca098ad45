import { Parser } from 'htmlparser2';
import { metaNames } from './page-tags.ts';

/** What stands in a page of a site elsewhere, as far as a round looks at it. */
export interface SeenPage {
	/** Pages of listed hosts it leads to, without their fragments. */
	links: string[];
	/** Hosts outside government it leads to. */
	foreign: string[];
	/** Names of its page tags. */
	tags: string[];
	/** Kinds of personal data in its words. */
	leaks: { kind: string; count: number }[];
}

/** A page taken apart: where it leads, what it says, and what tells whether it is the same as before. */
export interface ReadPage extends Omit<SeenPage, 'leaks'> {
	words: string;
	/** What changes when something new is shown: its links with their words. A clock or a counter on it does not. */
	mark: string;
}

/** Not words of a page. */
const SILENT = new Set(['script', 'style', 'noscript', 'template']);
const BREAKS = new Set(['p', 'div', 'br', 'li', 'tr', 'td', 'th', 'h1', 'h2', 'h3', 'h4', 'section', 'article']);
const MOST_LINKS = 1_000;
const HTTP = /^https?:$/;

/** Reads a page at `url`. `isListed`: hosts the county has us visit. */
export function readPage(html: string, url: string, isListed: (host: string) => boolean): ReadPage {
	const words: string[] = [];
	const links = new Map<string, string>();
	let silent = 0;
	let open: string | null = null;
	let base = url;
	const parser = new Parser({
		onopentag: (name, { href }) => {
			if (SILENT.has(name)) silent += 1;
			if (BREAKS.has(name)) words.push('\n');
			if (name === 'base' && href && URL.canParse(href, url)) base = new URL(href, url).href;
			if (name !== 'a' || !href || links.size >= MOST_LINKS) return;
			open = plainAddress(href, base);
			if (open !== null && !links.has(open)) links.set(open, '');
		},
		ontext: (text) => {
			if (silent > 0) return;
			words.push(text);
			if (open !== null) links.set(open, `${links.get(open) ?? ''}${text.trim()}`);
		},
		onclosetag: (name) => {
			if (SILENT.has(name)) silent -= 1;
			if (name === 'a') open = null;
		},
	});
	parser.write(html);
	parser.end();
	const addresses = [...links.keys()].map((address) => new URL(address));
	return {
		words: words.join(''),
		mark: [...links].map(([address, text]) => `${address} ${text}`).join('\n'),
		tags: metaNames(html),
		links: addresses.filter(({ host }) => isListed(host)).map(({ href }) => href),
		foreign: [...new Set(addresses.filter((address) => !isListed(address.host)).flatMap(outsideGovernment))],
	};
}

/** An address a browser would ask for; null for mail, scripts and what is none. */
function plainAddress(href: string, base: string): string | null {
	if (!URL.canParse(href.trim(), base)) return null;
	const address = new URL(href.trim(), base);
	address.hash = '';
	return HTTP.test(address.protocol) ? address.href : null;
}

function outsideGovernment({ hostname }: URL): string[] {
	return /(?:^|\.)gov\.cn$/.test(hostname) ? [] : [hostname];
}

/** A page as last read. */
export interface KnownPage {
	url: string;
	depth: number;
	status: number;
	fetchedAt: Date;
	seen: Pick<SeenPage, 'links'>;
}

/** Clicks from the home page; what lies deeper is not visited. */
const MOST_DEPTH = 3;

/**
 * Pages of a site still to be read in a walk that began at `since`: the home page first, then what those read lead to, the
 * nearest first. A walk that breaks off goes on where it was.
 */
export function frontier(
	start: string,
	known: readonly KnownPage[],
	{ since, most }: { since: Date; most: number },
): { url: string; depth: number }[] {
	const read = new Map(known.filter(({ fetchedAt }) => fetchedAt >= since).map((page) => [page.url, page]));
	if (!read.has(start)) return [{ url: start, depth: 0 }];
	const { host } = new URL(start);
	const wanted = new Map<string, number>();
	for (const { depth, seen } of [...read.values()].sort((a, b) => a.depth - b.depth)) {
		if (depth >= MOST_DEPTH) continue;
		for (const link of seen.links) {
			if (new URL(link).host !== host || read.has(link) || wanted.has(link)) continue;
			wanted.set(link, depth + 1);
		}
	}
	return [...wanted].slice(0, Math.max(0, most - read.size)).map(([url, depth]) => ({ url, depth }));
}
