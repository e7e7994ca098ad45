import type { Column } from '../model.ts';

type Kept = Pick<Column, 'updateDays' | 'parentId' | 'code'> & { kind: string; type: string };

const NEWS_DAYS = 14;
const SIX_MONTHS = 183;
/** 规章、规范性文件: the other items filed as 政策文件 (plans A20-03 and the like) come out once a year, or less. */
const POLICY_CODES: readonly string[] = ['', 'A20-01'];

/**
 * Days without anything new after which 国办秘函〔2019〕19号 calls a column dead: news two weeks, first-level columns of notices
 * and policy papers six months; null for every other column. What the county sets for a column makes it neither longer nor shorter.
 */
export function checkLimit({ kind, type, code, parentId }: Omit<Kept, 'updateDays'>): number | null {
	if (kind !== 'usual') return null;
	if (type === '工作动态') return NEWS_DAYS;
	return type === '政策文件' && parentId === null && POLICY_CODES.includes(code) ? SIX_MONTHS : null;
}

/**
 * Within how many days a column must get something new: the county's own time or that of the site check, whichever is over
 * first; null when nothing sets a time. Items of the law, budgets and plans come when they come, unless the county says otherwise.
 */
export function updateLimit(column: Kept): number | null {
	const limits = [column.updateDays, checkLimit(column)].filter((limit) => limit !== null);
	return limits.length > 0 ? Math.min(...limits) : null;
}

/** Whether documents are filed in it; the others are made of something else, or the office has nothing of the kind. */
export function isFiled({ kind, absentSince, closed }: Pick<Column, 'kind' | 'absentSince' | 'closed'>): boolean {
	return ['rules', 'item', 'usual'].includes(kind) && absentSince === null && !closed;
}
