import { findNumbers } from './numbers.ts';
import { findShapes } from './shapes.ts';
import { findSituations } from './situations.ts';
import type { Spot } from './spot.ts';

/** Personal data that must not stand in a public text (个人信息保护法第二十五条、第二十八条), by kind. */
export const PERSONAL_KINDS = {
	idNumber: '身份证号码',
	mobile: '手机号码',
	bankCard: '银行卡号',
	socialCard: '社保卡或者一卡通号码',
	plate: '车牌号码',
	address: '家庭住址',
	situation: '与姓名相连的敏感情况',
	place: '照片的拍摄位置',
} as const;
export type PersonalKind = keyof typeof PERSONAL_KINDS;

export interface PersonalFinding {
	kind: PersonalKind;
	/** Enough to find it again, without being it. */
	masked: string;
	/** Text around it, masked, for the reviewer. */
	around: string;
}

const AROUND = 10;

/** Everything personal in a text, in the order it stands there. Full-width digits and letters are read as half-width. */
export function findPersonalData(text: string): PersonalFinding[] {
	const plain = halfWidth(text);
	return spotsIn(plain).map(({ kind, at, length }) => {
		const masked = mask(plain.slice(at, at + length));
		// Other numbers beside it may be personal data too.
		const around = `${hide(plain.slice(Math.max(0, at - AROUND), at))}${masked}${hide(plain.slice(at + length, at + length + AROUND))}`;
		return { kind, masked, around: around.replace(/\s+/g, ' ') };
	});
}

/** Where everything personal stands, and of which kind. */
export function locatePersonalData(text: string): Spot<Exclude<PersonalKind, 'place'>>[] {
	return spotsIn(halfWidth(text));
}

/** For each character that is masked, its place and what stands there instead; and how many things were found. */
export function maskedLetters(text: string): { at: Map<number, string>; count: number } {
	const spots = spotsIn(halfWidth(text));
	const letters = spots.flatMap(({ at, length }) => {
		const masked = mask(text.slice(at, at + length));
		return Array.from({ length }, (_, i) => [at + i, masked.charAt(i)] as const);
	});
	return { at: new Map(letters), count: spots.length };
}

/** The text with everything personal masked; the rest of it, full-width characters too, stays as written. */
export function maskPersonalData(text: string): { text: string; count: number } {
	const { at, count } = maskedLetters(text);
	return { text: Array.from({ length: text.length }, (_, i) => at.get(i) ?? text.charAt(i)).join(''), count };
}

/** The kinds found, in words: «身份证号码、手机号码». */
export function kindsFound(findings: readonly Pick<PersonalFinding, 'kind'>[]): string {
	return [...new Set(findings.map(({ kind }) => PERSONAL_KINDS[kind]))].join('、');
}

/** What stands within something else that was found is found once. */
function spotsIn(plain: string): Spot<Exclude<PersonalKind, 'place'>>[] {
	const all = [...findNumbers(plain), ...findShapes(plain), ...findSituations(plain)].sort((a, b) => a.at - b.at);
	const kept: typeof all = [];
	for (const spot of all) {
		const last = kept.at(-1);
		if (!last || spot.at >= last.at + last.length) kept.push(spot);
	}
	return kept;
}

function halfWidth(text: string): string {
	return text.replace(/[０-９Ａ-Ｚａ-ｚ－　]/g, (letter) =>
		letter === '　' ? ' ' : String.fromCharCode(letter.charCodeAt(0) - 0xfee0),
	);
}

/** Numbers keep three characters in front and two behind; names and addresses one and none. */
function mask(value: string): string {
	const isNumber = /[0-9０-９]{6}/.test(value.replace(/[ \u00a0-]/g, ''));
	if (!isNumber) return `${value.slice(0, 1)}${'*'.repeat(Math.max(value.length - 1, 1))}`;
	return `${value.slice(0, 3)}${'*'.repeat(Math.max(value.length - 5, 1))}${value.slice(-2)}`;
}

function hide(text: string): string {
	return text.replace(/[0-9]/g, '*');
}
