import type { Column } from '../model.ts';

/** Columns of news two weeks, notices and policy six months (国办秘函〔2019〕19号). */
const LIMITS: Readonly<Record<string, number>> = { 工作动态: 14, 政策文件: 183, 数据发布: 183 };

/**
 * Within how many days a column must get something new; null when nothing sets a time. Items of the law and the rules of the
 * office change when something happens, unless the county says otherwise.
 */
export function updateLimit({
	updateDays,
	kind,
	type,
}: {
	updateDays: number | null;
	kind: string;
	type: string;
}): number | null {
	return updateDays ?? (kind === 'usual' ? (LIMITS[type] ?? null) : null);
}

/** Whether documents are filed in it; the others are made of something else, or the office has nothing of the kind. */
export function isFiled({ kind, absentSince, closed }: Pick<Column, 'kind' | 'absentSince' | 'closed'>): boolean {
	return ['rules', 'item', 'usual'].includes(kind) && absentSince === null && !closed;
}
