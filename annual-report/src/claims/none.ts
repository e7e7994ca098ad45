import type { Claim, Form } from '../model/index.ts';
import { remembered } from '../read/remembered.ts';
import { caseCells } from './rules-cases.ts';
import { groupCells } from './rules-requests.ts';
import type { Sentence } from './sentences.ts';

const negative = /(?:未|没有|没|无|零|尚无|不存在|均无|尚未|暂无)/;
/** Words in which the negation does not mean «none». */
const idioms = /无正当理由|无法|无偿|无关|未经|无障碍|未来|未予公开而|无论|未按|未能|未及时|无条件|应公开未公开/;
/** 「未收到申请」 says it without naming what was applied for. */
const neverCame = /(?:未|没有|没|尚未|暂未)(?:曾)?(?:收到|接到|接收|受理)[^，]{0,30}申请(?!人|书|表|制度)/;
const happens = '(?:收到|接到|接收|受理|收|发生|出现|产生|有|提出|办理|涉及)';

/** Statements that something did not happen: no application, no refusal, no case, no fee. One claim a clause. */
export function nonesOf(sentences: readonly Sentence[], form: Form): Claim[] {
	return sentences
		.filter(({ text }) => negative.test(text) || text.includes('免费'))
		.flatMap((sentence) =>
			clausesOf(sentence.text).flatMap(([start, clause]) => {
				const refs = refsOf(clause, form);
				if (!refs) return [];
				const claim: Claim = {
					kind: 'none',
					text: clause.trim(),
					value: 0,
					unit: null,
					precision: 'exact',
					refs,
					at: sentence.place(start),
				};
				return [claim];
			}),
		);
}

function clausesOf(text: string): [start: number, clause: string][] {
	const clauses: [number, string][] = [];
	let from = 0;
	for (const match of text.matchAll(/[，。；：！？\n（）()]|$/g)) {
		if (match.index > from) clauses.push([from, text.slice(from, match.index)]);
		from = match.index + 1;
	}
	return clauses;
}

/** The cells a clause says are zero; empty where no table holds them, undefined where the clause says no such thing. */
function refsOf(clause: string, form: Form): string[] | undefined {
	if (/免费(?:提供|公开|向)/.test(clause)) return [];
	if (!negative.test(clause) || idioms.test(clause) || /\d/.test(clause.replace(/\d{4}年/g, ''))) return undefined;
	if (/复议|诉讼/.test(clause)) return isNone(clause, '(?:复议|诉讼)') ? casesIn(clause, form) : undefined;
	if (/(?:收取|收缴|收费|费用)/.test(clause)) return /(?:收取|收缴|收)[^，]{0,16}费|收费/.test(clause) ? [] : undefined;
	if (/不予公开/.test(clause)) {
		return isNone(clause, '不予公开') ? [...groupCells(form, 'deny'), ...stat(form, '3.3.4')] : undefined;
	}
	if (/提供[^，]{0,4}依申请公开/.test(clause)) return [...total(form, 'total'), ...stat(form, '3.2')];
	if (
		neverCame.test(clause) ||
		isNone(clause, '(?:公开|信息)[^，]{0,8}申请|申请公开|依申请公开(?!制度|工作|渠道|流程|平台|栏目|系统)')
	) {
		return [...total(form, 'new'), ...stat(form, '3.1')];
	}
	return undefined;
}

/** A negation, then (at most a few words on) something that happens, then its object; or a negation right before it. */
function isNone(clause: string, what: string): boolean {
	return nonePatterns(what).some((pattern) => pattern.test(clause));
}

const nonePatterns = remembered((what) => {
	const object = `(?:${what})`;
	return [
		new RegExp(`${negative.source}[^，]{0,6}${happens}[^，]{0,40}${object}`),
		new RegExp(`(?:没有|无|暂无|尚无|均无|零)[^，]{0,24}${object}[^，]{0,14}(?:情况|案件|案|申请|事项|信息|发生)?$`),
		new RegExp(`${object}[^，]{0,10}(?:均)?(?:没有|未|无)(?:发生|收到|接到)?$`),
	];
});

function casesIn(clause: string, form: Form): string[] {
	const review = /复议/.test(clause) ? caseCells(form, 'review', 'total') : [];
	const suit = /诉讼/.test(clause) ? caseCells(form, 'suit', 'total') : [];
	const complaint = /举报|投诉/.test(clause) ? stat(form, '6') : [];
	return [...review, ...suit, ...complaint];
}

function total(form: Form, row: string): string[] {
	return form === '2019' || form === '2021' ? [`t3.${row}.total`] : [];
}

function stat(form: Form, code: string): string[] {
	return form === '2014' ? [`stat.${code}`] : [];
}
