import type { RuleContext } from '../model/index.ts';
import type { DraftResult } from './define.ts';
import { missingTotalsOf, sumOf } from './figures.ts';

/** The reason given by rules that compare with last year where it is not at hand. */
export const noPrevious = '没有同一机关上一年度的报告';

/** The sum of cells of last year's report, blank totals counted with what their parts give; NaN if unknown. */
export function lastYear({ previous }: RuleContext, ...addresses: string[]): number {
	if (!previous) return Number.NaN;
	return sumOf(previous.cells, addresses, missingTotalsOf(previous));
}

/** Runs a check only where last year's report is there in one of the forms asked for. */
export function withPrevious(
	context: RuleContext,
	forms: readonly string[],
	check: (context: RuleContext) => DraftResult,
): DraftResult {
	if (!context.previous) return { notChecked: noPrevious };
	if (!forms.includes(context.previous.form)) return { notChecked: '上一年度的报告采用另一种格式，这项数字无法比较' };
	return check(context);
}
