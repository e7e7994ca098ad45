import { describe, expect, it } from 'vitest';
import { imagesOf, plainText, sanitizeBody, shownBody } from './body.ts';

const clean = (html: string, own: number[] = [7]) => sanitizeBody(html, 3, new Set(own));

describe('what a body may keep', () => {
	it('keeps headings, lists, tables, emphasis and links', () => {
		const html =
			'<h2>一、范围</h2><p>见<a href="https://www.example.gov.cn/">文件</a><strong>全文</strong></p><ul><li>甲</li></ul><ol start="3"><li>乙</li></ol>';
		expect(clean(html)).toBe(html);
	});

	it('keeps merged cells and alignment', () => {
		const html =
			'<table><tbody><tr><td colspan="2" rowspan="3" style="text-align:center">合计</td></tr></tbody></table>';
		expect(clean(html)).toBe(html);
	});

	it('turns headings of a page into headings of a text', () => {
		expect(clean('<h1>标题</h1><h6>末级</h6>')).toBe('<h2>标题</h2><h4>末级</h4>');
	});

	it('cleans what Word pastes', () => {
		const word =
			'<p class="MsoNormal" style="mso-margin-top-alt:auto;font-family:仿宋;text-align:justify"><span lang="EN-US" style="color:red">根据<o:p></o:p></span></p><p class="MsoNormal"><o:p>&nbsp;</o:p></p><!--[if gte mso 9]><xml><w:View>Normal</w:View></xml><![endif]-->';
		expect(clean(word)).toBe('<p style="text-align:justify">根据</p>');
	});

	it('drops empty paragraphs, keeps empty cells', () => {
		expect(clean('<p> </p><p><br></p><p>一</p><table><tbody><tr><td></td></tr></tbody></table>')).toBe(
			'<p>一</p><table><tbody><tr><td></td></tr></tbody></table>',
		);
	});
});

describe('attacks', () => {
	it.each([
		['script', '<p>a</p><script>alert(1)</script>', '<p>a</p>'],
		['script in svg', '<svg><script>alert(1)</script></svg><p>a</p>', '<p>a</p>'],
		['svg onload', '<svg onload=alert(1)>', ''],
		['math', '<math><mi xlink:href="javascript:alert(1)">x</mi></math>', ''],
		['event handler', '<p onclick="alert(1)">a</p>', '<p>a</p>'],
		['javascript link', '<a href="javascript:alert(1)">a</a>', '<a>a</a>'],
		['javascript link with control characters', '<a href="java\u0000script\n:alert(1)">a</a>', '<a>a</a>'],
		['entity-hidden javascript', '<a href="&#106;avascript:alert(1)">a</a>', '<a>a</a>'],
		['data link', '<a href="data:text/html,<script>alert(1)</script>">a</a>', '<a>a</a>'],
		['protocol-relative link', '<a href="//evil.example/">a</a>', '<a>a</a>'],
		['style attribute', '<p style="background:url(https://evil.example)">a</p>', '<p>a</p>'],
		[
			'style with a right and a wrong part',
			'<p style="text-align:center;position:fixed">a</p>',
			'<p style="text-align:center">a</p>',
		],
		['style element', '<style>body{display:none}</style><p>a</p>', '<p>a</p>'],
		['frame', '<iframe src="https://evil.example"></iframe><p>a</p>', '<p>a</p>'],
		['form', '<form action="https://evil.example"><input name="p"><button>登录</button></form>', '登录'],
		['meta refresh', '<meta http-equiv="refresh" content="0;url=https://evil.example"><p>a</p>', '<p>a</p>'],
		['base', '<base href="https://evil.example/"><p>a</p>', '<p>a</p>'],
		['object and embed', '<object data="x.swf"></object><embed src="x">', ''],
		['comment that hides markup', '<!--><img src=x onerror=alert(1)>--><p>a</p>', '--&gt;<p>a</p>'],
		['template', '<template><script>alert(1)</script></template><p>a</p>', '<p>a</p>'],
		['unclosed tag', '<p>a<script>alert(1)', '<p>a</p>'],
		['broken attribute', '<p title="><img src=x onerror=alert(1)>">a</p>', '<p>a</p>'],
		['class and id', '<p class="site-nav" id="main">a</p>', '<p>a</p>'],
	])('%s', (_name, html, expected) => {
		expect(clean(html)).toBe(expected);
	});

	it('escapes text that looks like markup', () => {
		expect(clean('<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>')).toBe('<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>');
	});

	it('bears deep nesting', () => {
		const deep = `${'<blockquote>'.repeat(2000)}x${'</blockquote>'.repeat(2000)}`;
		expect(clean(deep)).toContain('x');
	});

	it('is the same when cleaned again', () => {
		const once = clean('<div>一<b>二</b></div><p onclick=x>三<img src="attachment:7"></p>');
		expect(clean(once)).toBe(once);
	});

	it('bears a megabyte of text', () => {
		expect(clean(`<p>${'政府信息公开'.repeat(60_000)}</p>`)).toHaveLength(360_007);
	});
});

describe('pictures', () => {
	it('are the document’s own files, whatever address the editor showed them under', () => {
		for (const src of [
			'attachment:7',
			'/api/documents/3/attachments/7',
			'/d/3/files/7/%E5%9B%BE.png',
			'http://127.0.0.1:8080/d/3/files/7/x.png',
		])
			expect(clean(`<p>图<img src="${src}" alt="图"></p>`)).toBe('<p>图<img src="attachment:7" alt="图" /></p>');
	});

	it.each([
		'https://evil.example/pixel.gif',
		'/d/4/files/7/other-document.png',
		'attachment:8',
		'data:image/svg+xml;base64,PHN2Zz4=',
		'',
	])('from elsewhere are dropped: %s', (src) => {
		expect(clean(`<p>图<img src="${src}"></p>`)).toBe('<p>图</p>');
	});

	it('can be listed and are shown at the address of the place', () => {
		const body = '<p><img src="attachment:7" alt="" /><img src="attachment:12" alt="" /></p>';
		expect(imagesOf(body)).toEqual([7, 12]);
		expect(shownBody(body, (id) => `/x?a&b="${id}"`)).toContain('src="/x?a&amp;b=&quot;7&quot;" loading="lazy"');
	});
});

describe('showing', () => {
	it('lets wide tables scroll by themselves and links not tell', () => {
		const shown = shownBody('<table><tbody></tbody></table><a href="https://a.example/">甲</a>', String);
		expect(shown).toContain('<div class="article-table" tabindex="0"><table>');
		expect(shown).toContain('</table></div>');
		expect(shown).toContain('rel="noopener noreferrer nofollow"');
	});
});

describe('plain text', () => {
	it('has a line for a block and a space between cells', () => {
		const body =
			'<h2>一、标题</h2><p>第一段<br />第二行</p><table><tbody><tr><td>甲</td><td>1</td></tr></tbody></table>';
		expect(plainText(body)).toBe('一、标题\n第一段\n第二行\n甲 1');
	});

	it('reads entities as what they stand for, once', () => {
		expect(plainText('<p>A&amp;lt;B &lt;3&gt; &quot;x&quot;</p>')).toBe('A&lt;B <3> "x"');
	});

	it('is empty for an empty body', () => {
		expect(plainText('')).toBe('');
	});
});
