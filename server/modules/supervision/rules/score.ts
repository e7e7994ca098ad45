import type { Finding } from '../model.ts';
import { MONITOR_RULES, monitorRule } from './index.ts';

/**
 * The site's standing on a day, with every ground for it: recomputed from the findings alone. Vetoes and the sixty points to
 * pass are those of 国办秘函〔2019〕19号; how many points a rule takes is ours.
 */
export interface Score {
	/** 单项否决 as they were met; one of them and the site fails whatever its points. */
	vetoes: string[];
	points: number;
	deductions: { rule: string; title: string; findings: number; points: number }[];
	passed: boolean;
}

/** Bounds of 国办秘函〔2019〕19号: five blank columns, ten that should have been updated; sixty points to pass. */
const MOST_EMPTY = 5;
const MOST_STALE = 10;
const PASS = 60;

/** Points of a hundred, less what each rule takes for its findings up to its most. */
export function scoreOf(findings: readonly Pick<Finding, 'rule' | 'message'>[]): Score {
	const count = (rule: string) => findings.filter((finding) => finding.rule === rule).length;
	const deductions = MONITOR_RULES.flatMap(({ id, title, points, most }) => {
		const taken = Math.min(most, points * count(id));
		return taken > 0 ? [{ rule: id, title, findings: count(id), points: taken }] : [];
	});
	const vetoes = [
		...findings.filter(({ rule }) => monitorRule(rule)?.severity === 'veto').map(({ message }) => message),
		...findings
			.filter(({ rule, message }) => rule === 'M-VOICE' && message.endsWith('超过3个月'))
			.map(({ message }) => message),
		...(count('M-EMPTY') >= MOST_EMPTY ? [`空白栏目${count('M-EMPTY')}个，达到${MOST_EMPTY}个`] : []),
		...(count('M-STALE') >= MOST_STALE ? [`应更新未更新的栏目${count('M-STALE')}个，达到${MOST_STALE}个`] : []),
	];
	const points = Math.max(0, 100 - deductions.reduce((sum, deduction) => sum + deduction.points, 0));
	return { vetoes, points, deductions, passed: vetoes.length === 0 && points >= PASS };
}
