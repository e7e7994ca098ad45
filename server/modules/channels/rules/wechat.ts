import sanitizeHtml from 'sanitize-html';

/** What an article for WeChat is made of. */
export interface ArticleParts {
	/** Stored body of the document. */
	body: string;
	/** Address of a picture, by its file id; null leaves it out. */
	pictureAt: (fileId: number) => string | null;
	/** Absolute address of the document on the portal. */
	url: string;
	attachments: readonly { name: string; href: string }[];
	office: string;
}

const STYLES: Readonly<Record<string, string>> = {
	p: 'margin:0 0 1em;line-height:1.9;font-size:16px;text-align:justify',
	h2: 'margin:1.4em 0 .6em;font-size:18px;font-weight:bold;line-height:1.6',
	h3: 'margin:1.2em 0 .5em;font-size:17px;font-weight:bold;line-height:1.6',
	h4: 'margin:1em 0 .5em;font-size:16px;font-weight:bold;line-height:1.6',
	blockquote: 'margin:0 0 1em;padding:0 0 0 12px;border-left:3px solid #c8c8c8;color:#595959',
	ul: 'margin:0 0 1em;padding-left:1.6em',
	ol: 'margin:0 0 1em;padding-left:1.6em',
	li: 'line-height:1.9;font-size:16px',
	table: 'width:100%;margin:0 0 1em;border-collapse:collapse;font-size:14px',
	td: 'padding:6px;border:1px solid #8c8c8c;line-height:1.6',
	th: 'padding:6px;border:1px solid #8c8c8c;line-height:1.6;background:#f5f5f5',
	img: 'display:block;max-width:100%;height:auto;margin:0 auto 1em',
};

const TAGS = [
	...[
		'p',
		'h2',
		'h3',
		'h4',
		'blockquote',
		'ul',
		'ol',
		'li',
		'hr',
		'br',
		'strong',
		'em',
		'u',
		's',
		'sub',
		'sup',
		'a',
		'img',
	],
	...['table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'],
];

function absolute(href: string, base: string): string {
	return URL.canParse(href, base) ? new URL(href, base).href : '';
}

function escaped(text: string): string {
	return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}

/**
 * The body as 微信公众平台 keeps it: styles in each tag (it drops classes), no script, links whole, attachments as text with
 * their addresses (an article can carry none), and where it comes from.
 */
export function wechatHtml({ body, pictureAt, url, attachments, office }: ArticleParts): string {
	const styled = (tag: string) => (_name: string, attribs: Record<string, string>) => {
		const align = /text-align:\s*(left|right|center|justify)/.exec(attribs.style ?? '')?.[1];
		const style = `${STYLES[tag] ?? ''}${align ? `;text-align:${align}` : ''}`;
		return { tagName: tag, attribs: { ...attribs, style } };
	};
	const clean = sanitizeHtml(body, {
		allowedTags: TAGS,
		allowedAttributes: {
			'*': ['style'],
			a: ['href'],
			img: ['src', 'alt', 'style'],
			td: ['colspan', 'rowspan', 'style'],
			th: ['colspan', 'rowspan', 'style'],
			ol: ['start', 'style'],
		},
		allowedSchemes: ['http', 'https', 'mailto', 'tel'],
		allowedSchemesByTag: { img: ['http', 'https'] },
		transformTags: {
			...Object.fromEntries(Object.keys(STYLES).map((tag) => [tag, styled(tag)])),
			a: (_name, { href = '' }) => ({ tagName: 'a', attribs: { href: absolute(href, url) } }),
			img: (_name, { src = '', alt = '' }) => {
				const id = /^attachment:(\d+)$/.exec(src)?.[1];
				return { tagName: 'img', attribs: { src: (id && pictureAt(Number(id))) || '', alt, style: STYLES.img ?? '' } };
			},
		},
		exclusiveFilter: (frame) => frame.tag === 'img' && !frame.attribs.src,
	});
	const line = (text: string) => `<p style="${STYLES.p}">${text}</p>`;
	const files = attachments.map(({ name, href }) => line(`${escaped(name)}：${escaped(absolute(href, url))}`));
	return [
		`<section>${clean}`,
		...(files.length > 0 ? [line('<strong>附件</strong>（请复制网址到浏览器下载）'), ...files] : []),
		`${line(`来源：${escaped(office)}`)}${line(`原文：${escaped(url)}`)}</section>`,
	].join('\n');
}

/** 摘要: the summary, or the beginning of the text; at most 120 characters. */
export function digestOf(summary: string, text: string): string {
	const letters = [...(summary || text).replace(/\s+/g, ' ').trim()];
	return letters.length <= 120 ? letters.join('') : `${letters.slice(0, 119).join('')}…`;
}
