import type { IParagraphStylePropertiesOptions, IRunStylePropertiesOptions, IStylesOptions } from 'docx';
import { LineRuleType } from 'docx';

/** GB/T 9704—2012 in the units of docx: twips (1/20 pt) for lengths, half points for type. */
export const page = {
	width: 11906,
	height: 16838,
	/** Margins 37, 26, 35 and 28 mm: a text block of 156 × 225 mm. */
	top: 2098,
	right: 1474,
	bottom: 1984,
	left: 1588,
	footer: 1389,
} as const;

/** Width of the text block, which is the width of every table. */
export const textWidth = page.width - page.left - page.right;

/** Two characters of size 三号; `firstLineChars` alone is not understood by every reader. */
export const firstLine = 640;

const lineHeight = 579;

/** Figures and Latin letters in Times New Roman, Chinese in the face the standard names. */
export function face(eastAsia: string): { ascii: string; hAnsi: string; cs: string; eastAsia: string } {
	return { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia };
}

const exact = { line: lineHeight, lineRule: LineRuleType.EXACT } as const;

function heading(font: string): { run: IRunStylePropertiesOptions; paragraph: IParagraphStylePropertiesOptions } {
	return {
		run: { font: face(font), size: 32, color: '000000', bold: false, italics: false },
		paragraph: { spacing: { ...exact, before: 0, after: 0 }, indent: { firstLine }, keepNext: true },
	};
}

/** Title 二号 小标宋, body 三号 仿宋, headings 黑体, 楷体 and 仿宋, lines 28.95 pt apart. A new object at each call. */
export function styles(): IStylesOptions {
	return {
		default: {
			document: {
				run: { font: face('仿宋_GB2312'), size: 32, color: '000000' },
				paragraph: { spacing: { ...exact } },
			},
			title: {
				run: { font: face('方正小标宋简体'), size: 44, bold: false, color: '000000' },
				paragraph: {
					alignment: 'center',
					spacing: { line: 600, lineRule: LineRuleType.EXACT, before: 300, after: 580 },
				},
			},
			heading1: heading('黑体'),
			heading2: heading('楷体_GB2312'),
			heading3: heading('仿宋_GB2312'),
		},
	};
}
