/** What frames an article on the portal, and its note that this is a preview. */
const STYLE =
	'<style>body{background:#fff}body>:not(main),main>.notice:first-child{display:none}main.wrap{padding:0;max-width:none}main>:last-child{border:0;margin:0}</style>';

/** The portal's page without head, navigation and foot: a reviewer reads the text, not the menu. */
export function articleOnly(html: string): string {
	return intoHead(html, STYLE);
}

/** Links of the page open beside the workbench instead of inside the small frame. */
export function inNewTab(html: string): string {
	return intoHead(html, '<base target="_blank">');
}

function intoHead(html: string, markup: string): string {
	const at = html.indexOf('</head>');
	return at < 0 ? html : `${html.slice(0, at)}${markup}${html.slice(at)}`;
}
