/** Pictures stand in a stored body as `attachment:<id>`; the editor shows them from the API. */
export function shownBody(body: string, documentId: number): string {
	return body.replace(
		/ src="attachment:(\d+)"/g,
		(_all, id: string) => ` src="/api/documents/${documentId}/attachments/${id}"`,
	);
}

/** The editor's markup as it is kept. Pictures that are still on their way to the server come with the next save. */
export function storedBody(html: string, documentId: number): string {
	const own = new RegExp(` src="/api/documents/${documentId}/attachments/(\\d+)"`, 'g');
	const stored = html.replace(/<img [^>]*src="data:[^"]*"[^>]*>/g, '').replace(own, ' src="attachment:$1"');
	return isEmptyBody(stored) ? '' : stored;
}

/** Nothing but empty paragraphs. */
function isEmptyBody(html: string): boolean {
	return !/<(img|hr|table)\b/.test(html) && html.replace(/<[^>]*>|&nbsp;|\s/g, '') === '';
}

/** Text of a body for showing it in a few lines. */
export function plainBody(body: string): string {
	return body
		.replace(/<\/(?:p|h[2-4]|li|tr|blockquote)>|<br ?\/?>/g, '\n')
		.replace(/<\/t[dh]>/g, ' ')
		.replace(/<img [^>]*>/g, '〔图片〕')
		.replace(/<[^>]*>/g, '')
		.replace(/&nbsp;/g, ' ')
		.replace(/&lt;/g, '<')
		.replace(/&gt;/g, '>')
		.replace(/&quot;/g, '"')
		.replace(/&amp;/g, '&')
		.replace(/\n{2,}/g, '\n')
		.trim();
}
