/** An element of a feed or a sitemap. Text is escaped; children that are elements are not. */
export interface Xml {
	readonly xml: string;
}

// Characters XML 1.0 cannot hold come in by pasting; one of them makes the whole file unreadable.
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

function escapeXml(text: string): string {
	return text
		.replace(FORBIDDEN, '')
		.replace(/&/g, '&amp;')
		.replace(/</g, '&lt;')
		.replace(/>/g, '&gt;')
		.replace(/"/g, '&quot;');
}

/** `element('link', { href }, …)`. */
export function element(name: string, attributes: Record<string, string> = {}, ...children: (string | Xml)[]): Xml {
	const given = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`);
	const inner = children.map((child) => (typeof child === 'string' ? escapeXml(child) : child.xml)).join('');
	const open = `<${name}${given.join('')}`;
	return { xml: inner === '' ? `${open}/>` : `${open}>${inner}</${name}>` };
}

/** A whole file. */
export function xmlFile(root: Xml): string {
	return `<?xml version="1.0" encoding="UTF-8"?>\n${root.xml}\n`;
}
