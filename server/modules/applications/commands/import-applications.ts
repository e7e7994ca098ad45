import { AppError } from '../../../kernel/errors.ts';
import { collectIssues, type Issue, issue } from '../../../kernel/issue.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { messages } from '../messages.zh.ts';
import { entryOfRow, type RowEntry } from '../rules/intake-rows.ts';
import type { IntakeRow } from '../sheets/intake-sheet.ts';
import { checkEntry, type Entered, enterApplication } from './enter-application.ts';
import type { CaseServices } from './services.ts';

/** A row with everything that is wrong with it. */
export interface CheckedRow extends RowEntry {
	readonly issues: Issue[];
}

/** Judges every row as the entry it would be, so that all mistakes are told at once. */
export function checkRows(rows: readonly IntakeRow[], today: string): CheckedRow[] {
	const seen = new Map<string, number>();
	return rows.map((row) => {
		const read = entryOfRow(row);
		const same = sameness(row);
		const earlier = seen.get(same);
		seen.set(same, seen.get(same) ?? row.row);
		// What the words got wrong is not said a second time in other words.
		const told = new Set(read.issues.map(({ field }) => field));
		const judged = checkEntry(read.entry, today).filter(({ field }) => !told.has(field));
		const twice = earlier === undefined ? null : issue('row.twice', messages.rowTwice(earlier));
		return { ...read, issues: collectIssues(read.issues, judged, twice) };
	});
}

function sameness({ values }: IntakeRow): string {
	return JSON.stringify(Object.values(values));
}

/** 批量登记: all rows, each with number and receipt, or none when one is wrong. @throws AppError `invalid` */
export async function importApplications(
	tx: Tx,
	services: CaseServices,
	rows: readonly IntakeRow[],
): Promise<(Entered & { row: number })[]> {
	const checked = checkRows(rows, tx.today);
	if (checked.some(({ issues }) => issues.length > 0)) {
		throw new AppError('invalid', { issues: [issue('row.wrong', messages.rowsWrong, 'file')] });
	}
	const entered: (Entered & { row: number })[] = [];
	for (const { row, entry } of checked) entered.push({ row, ...(await enterApplication(tx, services, entry)) });
	const officeId = tx.actor.kind === 'person' ? tx.actor.officeId : 0;
	tx.about({ type: 'office', id: officeId, officeId, summary: messages.imported(entered.length) });
	return entered;
}
