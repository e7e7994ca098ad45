/**
 * 国家秘密标志 (保守国家秘密法, law.md §5.9): the level, a star, the term (秘密★10年), or a level filled in behind 「密级：」. A word like
 * 「秘密」 by itself is no mark. The platform stands on a public network: what bears one may not enter, not even as a draft.
 */
const LEVEL = '(?:绝密|机密|秘密)';
const TERM = '(?:\\s*(?:[\\d一二三四五六七八九十]+\\s*(?:年|个?月|日|天)|长期|(?:启封|解密|公布|公开)前))?';
const MARK = new RegExp(`(?:工作)?${LEVEL}\\s*[★☆]${TERM}|密\\s*级\\s*[:：]\\s*${LEVEL}(?:\\s*[★☆]${TERM})?`, 'g');

/** Quotation marks; brackets round a mark (【秘密★10年】) are a way of writing it. */
const OPENING = /[“"「『《〈‘'‹«]\s*$/;
const CLOSING = /^\s*[”"」』》〉’'›»]/;
/** A sentence goes on around it. */
const SENTENCE = /[，。；、！？,;!?]/;
const BLANK = /^\s|^$/;
/** What stands before a mark at the head of a paper: 份号, 紧急程度. */
const APPARATUS = /^[\s\d№#:：号份特加急平提]*$/;
const LETTER = /[\p{L}\p{N}]/u;
/** A line that is longer is no line of a head. */
const HEAD_LINE = 40;

/**
 * Whether a text bears a mark: standing by itself in a line, as at the head of a paper. One in quotation marks or within a sentence
 * is spoken of, not borne (「首页标注秘密★10年的，……」), and lets a paper about secrecy come in. Every line counts, not the first
 * alone: papers are scanned and bound together. Where it cannot be told, it is one.
 */
export function hasSecretMark(text: string): boolean {
	return text.split(/[\r\n\f\v\u2028\u2029]+/).some(isMarked);
}

function isMarked(line: string): boolean {
	return [...line.matchAll(MARK)].some(({ 0: mark, index }) => {
		const before = line.slice(0, index);
		const after = line.slice(index + mark.length);
		return !isQuoted(before, after) && standsApart(before, after);
	});
}

function isQuoted(before: string, after: string): boolean {
	return OPENING.test(before) && CLOSING.test(after);
}

function standsApart(before: string, after: string): boolean {
	const freeBefore = APPARATUS.test(before) || /\s$/.test(before);
	if (freeBefore && BLANK.test(after)) return true;
	if (SENTENCE.test(before + after) || before.length + after.length > HEAD_LINE) return false;
	// Words run on from it on both sides, or out of the beginning of the line: it is part of what they say.
	const runsOn = LETTER.test(after.charAt(0));
	return !(runsOn && (LETTER.test(before.slice(-1)) || after.startsWith('的')));
}

/** The same of a title or the name of a file, which are one line: all but a quoted one counts. */
export function hasSecretMarkInName(name: string): boolean {
	return [...name.matchAll(MARK)].some(
		({ 0: mark, index }) => !isQuoted(name.slice(0, index), name.slice(index + mark.length)),
	);
}

/** What is said to whoever uploads such a file, wherever it is. */
export const secretFileRefused = (name: string): string =>
	`「${name}」标有国家秘密标志，没有保存。本平台连接公共网络，涉密文件不得上传；已经误传的，请按保密规定报告。只是引用标志的，请给标志加上引号。`;
