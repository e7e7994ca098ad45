/** Whole lines that belong to a web page or a converter, not to the report. */
const line =
	/^(?:.{0,6}扫描?二维码.{0,14}|.{0,4}微信扫.{0,14}|扫一扫.{0,12}|收起|展开|展开全文|关闭|关闭(?:窗口|本页)|打印|打印(?:本页|此页|文章)|【(?:打印|关闭).{0,6}】|分享(?:到)?(?:[:：].{0,20})?|字体[:：]?.{0,12}|字号[:：]?.{0,12}|返回(?:顶部|首页)|上一篇.{0,40}|下一篇.{0,40}|相关链接[:：]?|附件下载|无障碍.{0,6}|智能问答|政务微博|政务微信|微信|微博|QQ空间|全真版|文字版|文件下载|网站地图|联系我们|浏览次数[:：]?.{0,10}|点击数?[:：]?.{0,8}|信息来源[:：].{0,30}|来源[:：].{0,30}|责任编辑[:：].{0,20}|当前位置[:：].{0,60}|首页.{0,40}年报|页面链接与图片.*|=+\s*正文\s*=+|-->|第\s*\d+\s*页.{0,8}|[-—–]\s*\d{1,3}\s*[-—–])$/;

/** What a converter left inside a line. */
const residue = /\[bookmark:[^\]]*\]|\{\s*(?:HYPERLINK|PAGE)[^}]*\}|_GoBack/g;
/** A button glued to the end of the last sentence. */
const glued = /(?<=[。\s])(?:附件下载|打印本页|关闭窗口)$/;

/** A page number with its dashes or words; a bare figure may be a cell. */
const pageNumber = /^(?:[-—–]\s*\d{1,3}\s*[-—–]|第\s*\d{1,3}\s*页.{0,8})$/;

/** Whether a line is a page number, which may stand in the middle of a table. */
export function isPageNumber(text: string): boolean {
	return pageNumber.test(text.trim());
}

/** Whether a line is furniture of the page around the report. */
export function isFurniture(text: string): boolean {
	return line.test(text.trim());
}

/** The line without converter marks. */
export function withoutResidue(text: string): string {
	return text.replace(residue, '').replace(glued, '');
}

/** Whether a line holds converter marks. */
export function hasResidue(text: string): boolean {
	return text.search(residue) >= 0;
}
