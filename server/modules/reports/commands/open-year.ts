import { nameOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { issue } from '../../../kernel/issue.ts';
import { formOfYear } from '../../../law/reporting.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { messages } from '../messages.zh.ts';
import { dayIssues, openingIssues, type YearDaysInput } from '../rules/year.ts';
import { findYear, insertYear, lockYear, updateYear } from '../store/years.ts';

/** The county opens a year: from now on its offices can begin their reports. */
export async function openYear(tx: Tx, input: { year: number } & YearDaysInput): Promise<void> {
	const { year } = input;
	if (await findYear(tx, year)) throw new AppError('conflict', { message: messages.yearOpened(year) });
	const issues = [...openingIssues(year, tx.today), ...dayIssues(year, input)];
	const form = formOfYear(year);
	if (issues.length > 0 || form === null) throw new AppError('invalid', { issues });
	await insertYear(tx, { ...input, form, by: nameOf(tx.actor) });
	await record(tx, year, '开启年度报告工作', input);
}

/** Other last days for a year that is open. `revision` is the one the change was made from. */
export async function setYearDays(tx: Tx, input: { year: number; revision: number } & YearDaysInput): Promise<void> {
	const opened = await lockYear(tx, input.year);
	if (!opened) throw new AppError('notFound');
	if (opened.revision !== input.revision) {
		throw new AppError('conflict', { issues: [issue('year.revision', '期限刚刚被他人修改，请刷新后再操作。')] });
	}
	const issues = dayIssues(input.year, input);
	if (issues.length > 0) throw new AppError('invalid', { issues });
	await updateYear(tx, input.year, input, opened.revision + 1);
	await record(tx, input.year, '调整年度报告期限', input);
	tx.invalidate('reports');
}

async function record(tx: Tx, year: number, entry: string, days: YearDaysInput): Promise<void> {
	const data = { submitBy: days.submitBy, publishBy: days.publishBy };
	await tx.timeline({ type: 'reportYear', id: year }, entry, data);
	tx.about({ type: 'reportYear', id: year, summary: String(year), data });
}
