import type { Finding } from '../model.ts';
import { MONITOR_RULES, monitorRule } from './index.ts';

/** 加分: something done well, as the county judged it. */
export interface Bonus {
	title: string;
	points: number;
}

/**
 * The site's standing on a day, with every ground for it: recomputed from the findings alone, and from what the county gave
 * as bonus. Vetoes, the sixty points to pass, the eighty above which a bonus counts and its thirty are those of
 * 国办秘函〔2019〕19号; how many points a rule takes is ours.
 */
export interface Score {
	/** 单项否决 as they were met; one of them and the site fails whatever its points. */
	vetoes: string[];
	/** Of a hundred, before any bonus. */
	points: number;
	deductions: { rule: string; title: string; findings: number; points: number }[];
	/** Counted only above eighty points and without a veto. */
	bonus: Bonus[];
	total: number;
	passed: boolean;
}

/** Counts at which columns become a veto (国办秘函〔2019〕19号: 栏目不更新). */
const MOST_EMPTY = 5;
const MOST_NEWS = 5;
const MOST_STALE = 10;
const PASS = 60;
const BONUS_ABOVE = 80;
const MOST_BONUS = 30;

type Scored = Pick<Finding, 'rule' | 'message'>;

/** Points of a hundred, less what each rule takes for its findings up to its most. */
export function scoreOf(findings: readonly Scored[], given: readonly Bonus[] = []): Score {
	const count = (...rules: string[]) => findings.filter(({ rule }) => rules.includes(rule)).length;
	const deductions = MONITOR_RULES.flatMap(({ id, title, points, most }) => {
		const taken = Math.min(most, tenths(points * count(id)));
		return taken > 0 ? [{ rule: id, title, findings: count(id), points: taken }] : [];
	});
	const vetoes = [
		...findings.filter(({ rule }) => monitorRule(rule)?.severity === 'veto').map(({ message }) => message),
		...countVeto('空白栏目', count('M-EMPTY', 'M-ITEM'), MOST_EMPTY),
		...countVeto('动态、公告、政策类栏目没有更新', count('M-NEWS'), MOST_NEWS),
		...countVeto('应更新未更新的栏目', count('M-NEWS', 'M-STALE'), MOST_STALE),
	];
	const points = Math.max(0, tenths(100 - deductions.reduce((sum, deduction) => sum + deduction.points, 0)));
	const bonus = vetoes.length === 0 && points > BONUS_ABOVE ? capped(given) : [];
	const total = tenths(points + bonus.reduce((sum, one) => sum + one.points, 0));
	return { vetoes, points, deductions, bonus, total, passed: vetoes.length === 0 && points >= PASS };
}

function countVeto(what: string, count: number, most: number): string[] {
	return count >= most ? [`${what}${count}个，达到${most}个`] : [];
}

/** Bonuses up to thirty in all, in the order given. */
function capped(given: readonly Bonus[]): Bonus[] {
	let left = MOST_BONUS;
	return given.flatMap(({ title, points }) => {
		const counted = Math.min(points, left);
		left -= counted;
		return counted > 0 ? [{ title, points: counted }] : [];
	});
}

/** Sums of tenths without the dust of binary fractions. */
function tenths(points: number): number {
	return Math.round(points * 10) / 10;
}
