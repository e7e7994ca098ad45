import { type Issue, issue } from '../../../kernel/issue.ts';
import type { PeriodTotal } from '../counting/totals.ts';
import { messages } from '../messages.zh.ts';
import type { RegisterKind } from '../model.ts';
import { reasonIssues } from './entry.ts';

/**
 * Whether nothing may be reported for a year. `total` is of the lines of that year alone. The running year may be reported
 * from December on: before that nobody can know.
 */
export function zeroIssues(
	kind: RegisterKind,
	year: number,
	basis: string,
	total: PeriodTotal,
	today: string,
): Issue[] {
	if (today < `${year}-12-01`) return [issue('zero.future', messages.zeroFuture, 'year')];
	if (total.zero) return [issue('zero.twice', messages.zeroTwice(kind.label, year))];
	if (total.ids.length > 0) return [issue('zero.contradicted', messages.zeroContradicted(kind.label, year))];
	return basis === '' ? [issue('zero.basis', messages.basisMissing, 'basis')] : reasonIssues(basis, 'basis');
}
