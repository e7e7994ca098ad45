import { collectIssues, type Issue, issue } from '../../../kernel/issue.ts';

/** How numbers read. {mark} 机关代字 · {yyyy} 年份 · {n} 顺序号. */
export interface NumberingRule {
	readonly mark: string;
	readonly numberPattern: string;
	readonly letterPattern: string;
}

export const DEFAULT_NUMBER_PATTERN = '{mark}公开〔{yyyy}〕{n}号';
export const DEFAULT_LETTER_PATTERN = '{mark}公开复〔{yyyy}〕{n}号';

/** For an office that has set nothing: its short name stands for the 机关代字. */
export function defaultNumbering(shortName: string): NumberingRule {
	// Brackets are written in many ways; a number has to be found however it is typed.
	const mark = shortName.replace(/[^\p{Script=Han}A-Za-z0-9]/gu, '') || '本机关';
	return { mark, numberPattern: DEFAULT_NUMBER_PATTERN, letterPattern: DEFAULT_LETTER_PATTERN };
}

export function formatNumber(pattern: string, mark: string, year: number, n: number): string {
	return pattern.replaceAll('{mark}', mark).replaceAll('{yyyy}', String(year)).replaceAll('{n}', String(n));
}

/** A number typed by hand: brackets and spaces vary from keyboard to keyboard. */
export function typedNumber(text: string): string {
	return text
		.normalize('NFKC')
		.replace(/\s/g, '')
		.replace(/[[({【﹝]/g, '〔')
		.replace(/[\])}】﹞]/g, '〕');
}

export function checkNumbering(rule: NumberingRule, others: readonly NumberingRule[]): Issue[] {
	const clash = others.some(({ mark }) => mark === rule.mark);
	return collectIssues(
		rule.mark.trim() === '' ? issue('numbering.mark', '请填写机关代字。', 'mark') : null,
		/[^\p{Script=Han}A-Za-z0-9]/u.test(rule.mark)
			? issue('numbering.form', '机关代字只能使用汉字、字母和数字。', 'mark')
			: null,
		rule.mark.length > 20 ? issue('numbering.long', '机关代字不超过20个字。', 'mark') : null,
		clash ? issue('numbering.taken', '该机关代字已被其他机关使用，编号会重复。', 'mark') : null,
		checkPattern('numberPattern', rule.numberPattern),
		checkPattern('letterPattern', rule.letterPattern),
		rule.numberPattern === rule.letterPattern
			? issue('numbering.same', '申请编号与文书文号应当能够区分。', 'letterPattern')
			: null,
	);
}

function checkPattern(field: string, pattern: string): Issue | null {
	const complete = ['{mark}', '{yyyy}', '{n}'].every((part) => pattern.includes(part));
	if (!complete)
		return issue('numbering.parts', '规则须包含 {mark}（机关代字）、{yyyy}（年份）和 {n}（顺序号）。', field);
	const rest = pattern.replaceAll(/\{(mark|yyyy|n)\}/g, '');
	if (/[{}\s]/.test(rest) || pattern.length > 40) {
		return issue('numbering.form', '规则不超过40个字，不含空格和其他花括号。', field);
	}
	return null;
}
