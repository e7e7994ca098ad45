/** Where a page stands in a release, relative to it; null for an address that is no file name. */
export function fileOf(path: string, mediaType: string, gone: boolean): string | null {
	const parts = decoded(path)?.split('/').filter(Boolean);
	if (
		!parts ||
		parts[0] === '_gone' ||
		parts.some((part) => part === '.' || part === '..' || /[\0\\]/.test(part) || Buffer.byteLength(part) > 240)
	)
		return null;
	const last = parts.pop();
	const folder = ['pages', ...(gone ? ['_gone'] : []), ...parts].join('/');
	if (last === undefined) return `${folder}/index.html`;
	const isHtml = mediaType.startsWith('text/html');
	if (isHtml && path.endsWith('/')) return `${folder}/${last}/index.html`;
	return `${folder}/${last}${isHtml ? '.html' : ''}`;
}

/** Whether an address bears the name that somebody gave a file. */
export function namesFile(path: string): boolean {
	return /\/files\/\d+\/[^/]+\.[^/]+$/.test(path);
}

function decoded(path: string): string | null {
	try {
		return decodeURIComponent(path);
	} catch {
		return null;
	}
}
