import type { Finding } from '../model.ts';
import { MONITOR_RULES, type MonitorRule, monitorRule } from './index.ts';

/** 加分: something done well, as the county judged it. */
export interface Bonus {
	title: string;
	points: number;
}

/**
 * The site's standing on a day, with every ground for it: recomputed from the findings alone, and from what the county gave
 * as bonus and entered as faults. Vetoes, the sixty points to pass, the eighty above which a bonus counts and its thirty are those of
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

/** What a round keeps: the site's standing, and that of the new media; rounds from before these had one have null. */
export interface RoundScore extends Score {
	media: Score | null;
}

/** Something an inspection found that no program sees, as the county judged it: of the new media here, of the site below. */
export interface MediaFault {
	title: string;
	kind: 'veto' | 'points';
	points: number;
}

/** With the day it was found and what proves it: a site fails by one of them. */
export interface SiteFault extends MediaFault {
	foundOn: string;
	ground: string;
}

/** Counts at which columns become a veto (国办秘函〔2019〕19号: 栏目不更新). */
const MOST_EMPTY = 5;
const MOST_NEWS = 5;
const MOST_STALE = 10;
const PASS = 60;
const BONUS_ABOVE = 80;
const MOST_BONUS = 30;

type Scored = Pick<Finding, 'rule' | 'message'>;

/**
 * Points of a hundred, less what each rule takes for its findings up to its most, and less what the county entered: wrong words
 * of weight, forged days, public outcry are vetoes only people can see.
 */
export function scoreOf(
	findings: readonly Scored[],
	given: readonly Bonus[] = [],
	faults: readonly SiteFault[] = [],
): Score {
	const count = (...rules: string[]) => findings.filter(({ rule }) => rules.includes(rule)).length;
	const entered = enteredFaults(
		faults.map((fault) => ({ ...fault, title: `${fault.title}（${fault.foundOn}发现：${fault.ground}）` })),
	);
	const deductions = [...deductionsOf(findings, undefined), ...entered.deductions];
	const vetoes = [
		...vetoesOf(findings, undefined),
		...countVeto('空白栏目', count('M-EMPTY', 'M-ITEM'), MOST_EMPTY),
		...countVeto('动态、公告、政策类栏目没有更新', count('M-NEWS'), MOST_NEWS),
		...countVeto('应更新未更新的栏目', count('M-NEWS', 'M-STALE'), MOST_STALE),
		...entered.vetoes,
	];
	const points = left(deductions);
	const bonus = vetoes.length === 0 && points > BONUS_ABOVE ? capped(given) : [];
	const total = tenths(points + bonus.reduce((sum, one) => sum + one.points, 0));
	return { vetoes, points, deductions, bonus, total, passed: vetoes.length === 0 && points >= PASS };
}

/**
 * 政务新媒体 by the same document: a hundred points of their own, and vetoes of their own. What no program sees (a client that
 * cannot be used, no way to ask, bought followers) is as the county entered it. There is no bonus.
 */
export function mediaScoreOf(findings: readonly Scored[], faults: readonly MediaFault[] = []): Score {
	const entered = enteredFaults(faults);
	const deductions = [...deductionsOf(findings, 'media'), ...entered.deductions];
	const vetoes = [...vetoesOf(findings, 'media'), ...entered.vetoes];
	const points = left(deductions);
	return { vetoes, points, deductions, bonus: [], total: points, passed: vetoes.length === 0 && points >= PASS };
}

/** What the county entered, by what it does to a standing. */
function enteredFaults(faults: readonly MediaFault[]): Pick<Score, 'vetoes' | 'deductions'> {
	return {
		vetoes: faults.filter(({ kind }) => kind === 'veto').map(({ title }) => title),
		deductions: faults.flatMap(({ title, kind, points }) =>
			kind === 'points' && points > 0 ? [{ rule: '', title, findings: 1, points: tenths(points) }] : [],
		),
	};
}

function deductionsOf(findings: readonly Scored[], scale: MonitorRule['scale']): Score['deductions'] {
	return MONITOR_RULES.flatMap((rule) => {
		const found = rule.scale === scale ? findings.filter((one) => one.rule === rule.id).length : 0;
		const taken = Math.min(rule.most, tenths(rule.points * found));
		return taken > 0 ? [{ rule: rule.id, title: rule.title, findings: found, points: taken }] : [];
	});
}

function vetoesOf(findings: readonly Scored[], scale: MonitorRule['scale']): string[] {
	return findings.flatMap(({ rule, message }) => {
		const known = monitorRule(rule);
		return known?.severity === 'veto' && known.scale === scale ? [message] : [];
	});
}

function left(deductions: Score['deductions']): number {
	return Math.max(0, tenths(100 - deductions.reduce((sum, { points }) => sum + points, 0)));
}

function countVeto(what: string, count: number, most: number): string[] {
	return count >= most ? [`${what}${count}个，达到${most}个`] : [];
}

/** Bonuses up to thirty in all, in the order given. */
function capped(given: readonly Bonus[]): Bonus[] {
	let room = MOST_BONUS;
	return given.flatMap(({ title, points }) => {
		const counted = Math.min(points, room);
		room -= counted;
		return counted > 0 ? [{ title, points: counted }] : [];
	});
}

/** Sums of tenths without the dust of binary fractions. */
function tenths(points: number): number {
	return Math.round(points * 10) / 10;
}
