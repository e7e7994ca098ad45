import sanitizeHtml from 'sanitize-html';

/** Images of a document stand in its stored body as `attachment:<id>`, so that one body serves the portal and the workbench. */
const STORED_IMAGE = /^attachment:(\d+)$/;
/** Addresses under which editors and portal pages show a document's own files. */
const SHOWN_IMAGE =
	/^(?:https?:\/\/[^/]+)?\/(?:api\/documents|d)\/(\d+)\/(?:attachments|files)\/(\d+)(?:\/[^?#]*)?(?:[?#].*)?$/;

const BLOCKS = ['p', 'h2', 'h3', 'h4', 'blockquote', 'ul', 'ol', 'li', 'hr', 'br'];
const INLINE = ['strong', 'em', 'u', 's', 'sub', 'sup', 'a', 'img'];
const TABLE = ['table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td', 'colgroup', 'col'];
const ALIGN = { 'text-align': [/^(left|right|center|justify)$/] };
const SPAN = ['colspan', 'rowspan', 'style'];

/** What a pasted page may keep. Everything else goes: script, style, classes, forms, frames, comments, Word's own tags. */
function options(documentId: number, own: ReadonlySet<number>): sanitizeHtml.IOptions {
	return {
		allowedTags: [...BLOCKS, ...INLINE, ...TABLE],
		allowedAttributes: {
			a: ['href'],
			img: ['src', 'alt', 'width'],
			p: ['style'],
			h2: ['style'],
			h3: ['style'],
			h4: ['style'],
			td: SPAN,
			th: [...SPAN, 'scope'],
			ol: ['start'],
		},
		allowedStyles: { '*': ALIGN },
		allowedSchemes: ['http', 'https', 'mailto', 'tel'],
		allowedSchemesByTag: { img: ['attachment'] },
		allowProtocolRelative: false,
		nonTextTags: ['script', 'style', 'textarea', 'option', 'noscript', 'title', 'xml', 'template', 'svg', 'math'],
		nestingLimit: 40,
		transformTags: {
			h1: 'h2',
			h5: 'h4',
			h6: 'h4',
			b: 'strong',
			i: 'em',
			del: 's',
			strike: 's',
			div: 'p',
			img: (_tag, { src = '', alt = '', width = '' }) => ({
				tagName: 'img',
				attribs: {
					src: storedImage(src, documentId, own),
					alt,
					...(/^\d{1,4}$/.test(width) ? { width } : {}),
				},
			}),
		},
		exclusiveFilter: (frame) => frame.tag === 'img' && !STORED_IMAGE.test(frame.attribs.src ?? ''),
	};
}

/** `attachment:<id>` for a picture of this document, empty for any other: none may be loaded from elsewhere. */
function storedImage(src: string, documentId: number, own: ReadonlySet<number>): string {
	const stored = STORED_IMAGE.exec(src);
	const shown = SHOWN_IMAGE.exec(src);
	const id = stored ? Number(stored[1]) : shown && Number(shown[1]) === documentId ? Number(shown[2]) : 0;
	return own.has(id) ? `attachment:${id}` : '';
}

/**
 * A body as it may be stored and shown: markup of the allow-list only, pictures of the document's own files only. Paragraphs
 * that hold nothing are dropped.
 */
export function sanitizeBody(html: string, documentId: number, ownFiles: ReadonlySet<number>): string {
	const clean = sanitizeHtml(html, options(documentId, ownFiles));
	return clean
		.replace(/<(p|h2|h3|h4)(?: style="[^"]*")?>(?:\s|&nbsp;|\u00a0|<br \/>)*<\/\1>/g, '')
		.replace(/\n\s*\n+/g, '\n')
		.trim();
}

/** Ids of the pictures a stored body shows. */
export function imagesOf(body: string): number[] {
	return [...body.matchAll(/ src="attachment:(\d+)"/g)].map((match) => Number(match[1]));
}

/**
 * The stored body with its pictures at an address, wide tables in a frame that scrolls, and every link to another site
 * opened without telling it where the reader came from.
 */
export function shownBody(body: string, addressOf: (attachmentId: number) => string): string {
	return body
		.replace(
			/ src="attachment:(\d+)"/g,
			(_all, id: string) => ` src="${escapeText(addressOf(Number(id)))}" loading="lazy"`,
		)
		.replace(/<table>/g, '<div class="article-table" tabindex="0"><table>')
		.replace(/<\/table>/g, '</table></div>')
		.replace(/<a href="(https?:[^"]*)">/g, '<a href="$1" rel="noopener noreferrer nofollow">');
}

/** Text as it stands in markup, in an attribute too. */
export function escapeText(text: string): string {
	return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' };

/** Text of a stored body: one line a block, a space between cells. For search, checks and extracts. */
export function plainText(body: string): string {
	return body
		.replace(/<\/(?:td|th)>/g, ' ')
		.replace(/<(?:br|hr) ?\/?>|<\/(?:p|h[2-4]|li|tr|caption|blockquote)>/g, '\n')
		.replace(/<[^>]*>/g, '')
		.replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (_all, name: string) => ENTITIES[name] ?? '')
		.replace(/[ \t\u00a0\u3000]+/g, ' ')
		.replace(/ ?\n[ \n]*/g, '\n')
		.trim();
}
