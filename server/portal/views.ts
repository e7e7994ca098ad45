/**
 * Other ways to show the same page, each under an address of its own, so that it works without script or cookie and can be
 * written out as files: 大字版 for old eyes and fingers (适老化), 高对比 for weak ones, 繁體 for who reads no simplified script.
 */
export const VIEWS = {
	elder: '大字版',
	contrast: '高对比',
	hant: '繁體',
} as const;
export type View = keyof typeof VIEWS;

const PREFIX = new RegExp(`^/(${Object.keys(VIEWS).join('|')})(?=/|\\?|$)`);
/** What is no page: never shown in a view. */
const NO_PAGE = /^\/(?:api|workbench|assets)(?:\/|$)/;

/** An address taken apart. */
export interface Asked {
	view: View | null;
	/** The page itself below the site, without its view. */
	path: string;
	/** As the routes know it: the place in a list is a parameter there. */
	url: string;
}

const PLACE = /^([^?]*?)\/page\/([1-9]\d{0,6})(?=\?|$)/;

/** The view an address asks for, the address of the page, and the one its route knows. */
export function viewOf(asked: string): Asked {
	const found = PREFIX.exec(asked);
	if (!found) return { view: null, path: asked, url: placed(asked) };
	const rest = asked.slice(found[0].length);
	const path = rest.startsWith('/') ? rest : `/${rest}`;
	// `/elder//host` must not become `//host`; and one view in another is nowhere.
	if (path.startsWith('//') || NO_PAGE.test(path) || PREFIX.test(path)) return { view: null, path: asked, url: asked };
	return { view: found[1] as View, path, url: placed(path) };
}

/**
 * The pages of a list are addresses, not questions: they can be written out as files, and sent before any route is looked for.
 * `/o/x/c/news/page/3` is known to its route as `/o/x/c/news?page=3`.
 */
function placed(path: string): string {
	const found = PLACE.exec(path);
	if (!found) return path;
	const [whole, list = '', page] = found;
	const query = path.slice(whole.length + 1);
	return `${list || '/'}?${query ? `${query}&` : ''}page=${page}`;
}

/** Address of a page of a list; the first is the list itself. `filter` is what follows the question mark, if anything. */
export function pageHref(list: string, page: number, filter = ''): string {
	return `${list}${page > 1 ? `/page/${page}` : ''}${filter ? `?${filter}` : ''}`;
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
