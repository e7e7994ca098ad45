import type { PageRoute } from './page.ts';
import { viewOf } from './views.ts';

/** Whether an address below the site needs the server: a form, a search, anything with a question mark. */
export type IsLive = (address: string) => boolean;

/** From the route table: what somebody can post to, and what says that it answers each reader anew. */
export function liveAddresses(routes: readonly Pick<PageRoute, 'method' | 'path' | 'live'>[]): IsLive {
	const live = new Set(routes.filter((route) => route.method === 'POST' || route.live).map(({ path }) => path));
	const all = [...new Set(routes.map(({ path }) => path))].map((path) => ({ path, parts: path.split('/') }));
	return (address) => {
		const [path = '/', query] = (address.split('#')[0] ?? '').split('?', 2);
		if (query !== undefined || /^\/(?:api|workbench)(?:\/|$)/.test(path)) return true;
		const given = (viewOf(path).url.split('?')[0] ?? '').split('/');
		const matching = all.filter(({ parts }) => matches(parts, given));
		const [best] = matching.sort((a, b) => fixed(b.parts) - fixed(a.parts));
		return best !== undefined && live.has(best.path);
	};
}

function matches(parts: readonly string[], given: readonly string[]): boolean {
	return (
		parts.length === given.length &&
		parts.every((part, at) => part === given[at] || (part.startsWith(':') && given[at] !== ''))
	);
}

function fixed(parts: readonly string[]): number {
	return parts.filter((part) => !part.startsWith(':')).length;
}

/** The markup with every link and form that needs the server pointing at it; the rest stays on the site it is read on. */
export function pointLive(html: string, dynamicUrl: string, isLive: IsLive): string {
	return html.replace(/ (href|action)="(\/(?!\/)[^"]*)"/g, (all, name: string, address: string) => {
		const plain = address.startsWith('/./') ? address.slice(2) : address;
		// A form is a question, wherever it stands.
		return name === 'action' || isLive(plain) ? ` ${name}="${dynamicUrl}${plain}"` : all;
	});
}
