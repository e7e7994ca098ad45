import { scopeOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { civilDay } from '../../../platform/clock.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { messages, timelineEntries } from '../messages.zh.ts';
import { requireKeeper, requireKind } from '../policy.ts';
import { refuseDerived } from '../queries/derived.ts';
import { type RowIssue, readRows } from '../sheet/rows.ts';
import { importedBefore } from '../store/read.ts';
import { insertEntries, insertImport, lockRegister } from '../store/write.ts';

export interface ImportResult {
	/** Lines written; 0 when anything was wrong: a sheet is taken whole or not at all. */
	imported: number;
	issues: RowIssue[];
}

/** Takes a filled sheet into a register. `cells` are the sheet's rows as text, heading included. */
export async function importSheet(
	tx: Tx,
	input: { officeId: number; kind: string; sha256: string; fileName: string; cells: readonly (readonly string[])[] },
): Promise<ImportResult> {
	requireKeeper(tx.actor, input.officeId);
	const kind = requireKind(input.kind);
	await lockRegister(tx, input.officeId);
	const before = await importedBefore(tx, scopeOf(tx.actor), input);
	if (before) throw new AppError('conflict', { message: messages.sheetAgain(civilDay(before)) });
	const { entries, issues } = readRows(kind, input.cells, tx.today);
	if (issues.length > 0) return { imported: 0, issues };
	const years = new Set(entries.map(({ day }) => `${day.slice(0, 4)}-01-01`));
	for (const day of years) await refuseDerived(tx, input.officeId, kind.key, day);
	const importId = await insertImport(tx, { ...input, entries: entries.length });
	const ids = await insertEntries(
		tx,
		entries.map((entry) => ({ ...entry, officeId: input.officeId, kind: kind.key, importId })),
	);
	for (const id of ids) {
		await tx.timeline({ type: 'registerEntry', id, officeId: input.officeId }, timelineEntries.imported, {
			file: input.fileName,
		});
	}
	const { officeId } = input;
	tx.about({ type: 'registerImport', id: importId, officeId, summary: kind.key, data: { entries: ids.length } });
	return { imported: ids.length, issues: [] };
}
