import { describe, expect, it } from 'vitest';
import { cleanPaste } from './clean-paste.ts';

const clean = (html: string) => cleanPaste(html).html;

describe('a paste of Word', () => {
	it('leaves the clothes of Word behind', () => {
		const html = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset=utf-8>
<style><!-- p.MsoNormal {mso-style-parent:""; font-family:仿宋} --></style>
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]--></head>
<body lang=ZH-CN style='tab-interval:21.0pt'><!--StartFragment-->
<p class=MsoNormal style='text-indent:32.0pt;mso-char-indent-count:2.0'><span style='font-family:仿宋;mso-hansi-font-family:宋体;font-size:16.0pt'>各村民委员会<span lang=EN-US><o:p></o:p></span></span></p>
<!--EndFragment--></body></html>`;
		expect(clean(html)).toBe('<p>各村民委员会</p>');
	});

	it('keeps emphasis, whichever way it is written', () => {
		expect(
			clean(
				'<p><b style="mso-bidi-font-weight:normal">一、目标</b>和<span style="font-weight:bold;color:red">任务</span></p>',
			),
		).toBe('<p><strong>一、目标</strong>和<span style="font-weight: bold">任务</span></p>');
		expect(clean('<p>100m<span style="vertical-align:super">2</span>，H<sub>2</sub>O，<i>x</i></p>')).toBe(
			'<p>100m<span style="vertical-align: super">2</span>，H<sub>2</sub>O，<em>x</em></p>',
		);
	});

	it('keeps where a paragraph stands: the title in the middle, the signature on the right', () => {
		expect(
			clean('<p class=MsoNormal align=center style="text-align:center">通知</p><p align=right>2026年6月1日</p>'),
		).toBe('<p style="text-align: center">通知</p><p style="text-align: right">2026年6月1日</p>');
	});

	it('takes no space where Word broke a line between Chinese letters, and one between words', () => {
		expect(clean('<p>关于做好\n  防汛工作的\r\n<span>\n通知</span></p>')).toBe('<p>关于做好防汛工作的通知</p>');
		expect(clean('<p>Notice\nNo.\n12</p>')).toBe('<p>Notice No. 12</p>');
		expect(clean('<p>第\n12\n号</p>')).toBe('<p>第 12 号</p>');
	});

	it('takes no spaces at the beginning of a paragraph: the portal indents by itself', () => {
		expect(clean('<p>　　现将有关事项通知如下：</p>')).toBe('<p>现将有关事项通知如下：</p>');
		expect(clean('<p>&nbsp;&nbsp;&nbsp;&nbsp;<span>&#12288;现将</span>有关　事项</p>')).toBe('<p>现将有关　事项</p>');
	});

	it('drops empty paragraphs and keeps empty cells', () => {
		const html = '<p><o:p>&nbsp;</o:p></p><p><b><span lang=EN-US><o:p>&nbsp;</o:p></span></b></p><p>正文</p>';
		expect(clean(html)).toBe('<p>正文</p>');
		expect(clean('<table><tr><td><p>&nbsp;</p></td><td></td></tr></table>')).toBe(
			'<table><tr><td></td><td></td></tr></table>',
		);
	});

	it('keeps dates of smart tags and the content of filled fields', () => {
		expect(clean('<p>截至<st1:chsdate w:st="on" year="2026">2026年6月1日</st1:chsdate><w:Sdt>止</w:Sdt></p>')).toBe(
			'<p>截至2026年6月1日止</p>',
		);
	});
});

describe('what must not come along', () => {
	it.each([
		['hidden text', '<p>公开<span style="mso-hide:all">内部意见</span><span style="display:none">密</span>内容</p>'],
		[
			'what was deleted with track changes',
			'<p>公开<del cite="mailto:a" datetime="2026"><span>原来的话</span></del>内容</p>',
		],
		[
			'comments',
			'<p>公开<span class=MsoCommentReference>[批注1]</span>内容</p><div style="mso-element:comment-list"><p>此处请核实</p></div>',
		],
		['drawings and scripts', '<p>公开<v:shape><v:imagedata src="x"/></v:shape><script>alert("<p>")</script>内容</p>'],
		['conditional comments', '<p>公开<!--[if gte vml 1]><v:shape>图</v:shape><![endif]-->内容</p>'],
	])('%s', (_what, html) => {
		expect(clean(html)).toBe('<p>公开内容</p>');
	});

	it('takes accepted insertions as plain text', () => {
		expect(clean('<p>公开<ins cite="mailto:a">新的</ins>内容</p>')).toBe('<p>公开新的内容</p>');
	});

	it('keeps only links that lead somewhere', () => {
		expect(
			clean(
				'<p><a href="#_Toc1">第一章</a><a name="_Toc1"></a><a href="javascript:alert(1)">看</a><a href="file:///C:/a.doc">件</a></p>',
			),
		).toBe('<p>第一章看件</p>');
		expect(
			clean('<p><a href="https://www.linlan.example/a?b=1&amp;c=2" target=_blank onclick="x()">全文</a></p>'),
		).toBe('<p><a href="https://www.linlan.example/a?b=1&amp;c=2">全文</a></p>');
	});
});

describe('lists that Word writes as paragraphs', () => {
	const item = (marker: string, text: string, level = 1) =>
		`<p class=MsoListParagraph style='margin-left:21.0pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span lang=EN-US style='font-family:Wingdings'><span style='mso-list:Ignore'>${marker}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>${text}</p>`;

	it('become lists', () => {
		expect(clean(item('l', '灌区') + item('l', '泵站'))).toBe('<ul><li><p>灌区</p></li><li><p>泵站</p></li></ul>');
		expect(clean(item('1.', '灌区') + item('2.', '泵站'))).toBe('<ol><li><p>灌区</p></li><li><p>泵站</p></li></ol>');
	});

	it('begin with the number they began with', () => {
		expect(clean(`<p>说明</p>${item('3.', '灌区')}`)).toBe('<p>说明</p><ol start="3"><li><p>灌区</p></li></ol>');
	});

	it('stand in each other by level, and a level that was left out is not invented', () => {
		expect(clean(item('1.', '甲') + item('·', '乙', 2) + item('2.', '丙') + item('·', '丁', 4))).toBe(
			'<ol><li><p>甲</p><ul><li><p>乙</p></li></ul></li><li><p>丙</p><ul><li><p>丁</p></li></ul></li></ol>',
		);
	});

	it('keep the numbers of an official paper as text: 一、 （一） 第一条', () => {
		expect(clean(item('一、', '总体要求') + item('（一）', '目标', 2) + item('第一条', '为了规范'))).toBe(
			'<p>一、总体要求</p><p>（一）目标</p><p>第一条为了规范</p>',
		);
	});

	it('end before whatever is no list, also at the end of a cell', () => {
		expect(clean(`${item('l', '甲')}<p>段落</p>${item('l', '乙')}`)).toBe(
			'<ul><li><p>甲</p></li></ul><p>段落</p><ul><li><p>乙</p></li></ul>',
		);
		expect(clean(`<table><tr><td>${item('l', '甲')}</td><td>乙</td></tr></table>`)).toBe(
			'<table><tr><td><ul><li><p>甲</p></li></ul></td><td>乙</td></tr></table>',
		);
	});

	it('keep real lists as they are', () => {
		expect(clean('<ol start="2" type="a"><li>甲<ul><li>乙</li></ul></li></ol>')).toBe(
			'<ol start="2"><li>甲<ul><li>乙</li></ul></li></ol>',
		);
	});
});

describe('tables', () => {
	it('keep their spans and lose widths, borders and colours', () => {
		const html = `<table class=MsoTableGrid border=1 cellspacing=0 style='border-collapse:collapse;mso-yfti-tbllook:1184'>
 <colgroup><col width=72></colgroup><tr style='mso-yfti-irow:0'>
  <td width=277 colspan=2 rowspan="2" valign=top style='width:207.4pt;border:solid windowtext 1.0pt'><p class=MsoNormal>项目</p></td>
  <th colspan="0">金额</th></tr></table>`;
		expect(clean(html)).toBe('<table><tr><td colspan="2" rowspan="2"><p>项目</p></td><th>金额</th></tr></table>');
	});

	it('lose hidden rows of a spreadsheet', () => {
		expect(
			clean('<table><tr style="display:none"><td>底稿</td></tr><tr><td class=xl65 align=center>1</td></tr></table>'),
		).toBe('<table><tr><td style="text-align: center">1</td></tr></table>');
	});
});

describe('headings', () => {
	it('go below the title of the document', () => {
		expect(clean('<h1>一</h1><h2>二</h2><h6>三</h6>')).toBe('<h2>一</h2><h3>二</h3><h4>三</h4>');
	});

	it('stay where they are when the highest is the second', () => {
		expect(clean('<h2>一</h2><h3>二</h3>')).toBe('<h2>一</h2><h3>二</h3>');
	});
});

describe('pictures', () => {
	it('that the browser did not get are counted', () => {
		const pasted = cleanPaste(
			'<p>见图<img src="file:///C:/Users/a/msohtmlclip1/01/clip_image002.png"><img src="https://a.example/x.png"></p>',
		);
		expect(pasted).toEqual({ html: '<p>见图</p>', lostPictures: 2 });
	});

	it('that came whole, or are files of a document, stay', () => {
		const own =
			'<p><img src="data:image/png;base64,iVBORw0KGgo=" alt="示意图"></p><img src="/api/documents/7/attachments/12" alt="">';
		expect(cleanPaste(own)).toEqual({ html: own, lostPictures: 0 });
		expect(cleanPaste('<img src="data:image/svg+xml;base64,PHN2Zz4=">').lostPictures).toBe(1);
	});
});

describe('markup that is broken', () => {
	it.each([
		['', ''],
		['只有文字', '只有文字'],
		['1 < 2', '1 &lt; 2'],
		['<p>没有结束', '<p>没有结束'],
		['</p></div>多余的结束', '多余的结束'],
		['<p style="color:red', '&lt;p style="color:red'],
		['<!-- 没有结束', ''],
	])('%j → %j', (html, expected) => {
		expect(clean(html)).toBe(expected);
	});

	it('takes no longer than its length asks', () => {
		const started = performance.now();
		clean('<a '.repeat(8_000));
		clean('<p style="mso-list:l0 level1">'.repeat(8_000));
		expect(performance.now() - started).toBeLessThan(3_000);
	});
});
