/**
 * Other ways to show the same page, each under an address of its own, so that it works without script or cookie and can be
 * written out as files: 大字版 for old eyes and fingers (适老化), 高对比 for weak ones.
 */
export const VIEWS = {
	elder: '大字版',
	contrast: '高对比',
} as const;
export type View = keyof typeof VIEWS;

const PREFIX = new RegExp(`^/(${Object.keys(VIEWS).join('|')})(?=/|\\?|$)`);
/** What is no page: never shown in a view. */
const NO_PAGE = /^\/(?:api|workbench|assets)(?:\/|$)/;

/** The view an address asks for, and the address of the page itself. */
export function viewOf(url: string): { view: View | null; url: string } {
	const found = PREFIX.exec(url);
	if (!found) return { view: null, url };
	const rest = url.slice(found[0].length);
	const page = rest.startsWith('/') ? rest : `/${rest}`;
	// `/elder//host` must not become `//host`; and one view in another is nowhere.
	if (page.startsWith('//') || NO_PAGE.test(page) || PREFIX.test(page)) return { view: null, url };
	return { view: found[1] as View, url: page };
}

/** Address of a page in a view; `null` is the usual one. */
export function inView(view: View | null, path: string): string {
	return view ? `/${view}${path}` : path;
}

/** Links and forms of a page that stay in its view. `/./` leads out of it. */
export function keepView(html: string, view: View | null): string {
	if (!view) return html;
	return html.replace(/ (href|action)="\/(?!\/|\.\/|assets\/|workbench|api\/)/g, ` $1="/${view}/`);
}

/** A link out of the view a page is in: browsers drop the dot. */
export function outOfView(view: View | null, path: string): string {
	return view ? `/.${inView(view, path)}` : `/.${path}`;
}
