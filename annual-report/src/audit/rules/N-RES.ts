import type { Draft } from '../define.ts';
import { defineRule } from '../define.ts';
import { squeeze } from '../narrative.ts';

/** What conversion and web pages leave behind. Furniture is only looked for in short lines, where no sentence stands. */
const residue: readonly [RegExp, string][] = [
	[/\[bookmark:[^\]]*\]/, '文档转换残留'],
	[/错误[！!]未找到引用源|Error! Reference|#REF!|#DIV\/0!|#VALUE!|HYPERLINK/, '文档转换残留'],
	[/PAGE\s*\\\*|MERGEFORMAT/, '文档转换残留'],
];
const furniture =
	/^(?:收起|展开|打印(?:本页)?|关闭(?:窗口|本页)?|分享到?：?|上一篇.*|下一篇.*|智能问答|政务微博|政务微信|返回顶部|.{0,8}扫描?二维码.*|扫一扫.*|字号：?.*|【?(?:大|中|小)】?|点击数：?\d*|浏览次数：?\d*)$/;

export const NRES = defineRule({
	id: 'N-RES',
	title: '没有转换残留和网页按钮文字',
	basis: '公文文字规范',
	forms: ['2014', '2019', '2021', 'none'],
	severity: 'info',
	scope: 'text',
	check: ({ report }) =>
		report.lines.flatMap(({ text, at }): Draft[] => {
			const line = squeeze(text);
			const left = residue.map(([pattern, what]) => [pattern.exec(text)?.[0], what] as const).find(([hit]) => hit);
			if (left) return [{ found: left[0] ?? '', message: `文中有${left[1]}「${left[0]}」，请删去`, at }];
			if (line.length > 24 || !furniture.test(line)) return [];
			return [{ found: line, message: `「${line}」是网页上的文字，不属于报告`, at }];
		}),
});
