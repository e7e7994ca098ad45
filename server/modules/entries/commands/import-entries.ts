import { AppError } from '../../../kernel/errors.ts';
import type { SheetRow } from '../../../platform/row-sheet.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { officeById } from '../../offices/index.ts';
import { words } from '../messages.zh.ts';
import type { Target } from '../model.ts';
import { mayKeep } from '../policy.ts';
import { nextCode } from '../rules/codes.ts';
import { type EntryField, readEntryRows } from '../sheets/entry-sheet.ts';
import { STARTER } from '../standard/starter.ts';
import { insertEntry, selectEntries } from '../store/entries.ts';
import { insertStandard, lockCodes, selectStandard } from '../store/standard.ts';

/** Places are left free between rows, so that something can be put there later. */
const STEP = 10;

/** Takes a sheet into the catalog of an office, whole or not at all. @throws AppError `forbidden`, `notFound`, `invalid` */
export async function importEntries(
	tx: Tx,
	officeId: number,
	rows: readonly SheetRow<EntryField>[],
): Promise<{ imported: number }> {
	const office = await officeById(tx, officeId);
	if (office?.status !== 'active') throw new AppError('notFound');
	if (!mayKeep(tx.actor, officeId)) throw new AppError('forbidden', { message: words('entry.notYours') });
	const known = (await selectEntries(tx, { kind: 'all' }, officeId)).filter(({ standing }) => standing !== 'ended');
	const read = readEntryRows(rows, known);
	refuseFaults(read);
	for (const [at, { field, content }] of read.entries()) {
		await insertEntry(tx, {
			...{ officeId, field, content },
			standardId: null,
			standardRevision: null,
			columnId: null,
			standing: 'adopted',
			since: tx.today,
			position: (known.length + at) * STEP,
		});
	}
	tx.about({ type: 'catalogEntry', officeId, summary: `导入公开事项${read.length}项` });
	await tx.emit('entries.changed', { officeId });
	return { imported: read.length };
}

/** Takes a sheet into the standard catalog, whole or not at all, for these kinds of offices. @throws AppError `invalid` */
export async function importStandard(
	tx: Tx,
	targets: readonly Target[],
	rows: readonly SheetRow<EntryField>[],
): Promise<{ imported: number }> {
	const codes = await lockCodes(tx);
	const read = readEntryRows(
		rows,
		(await selectStandard(tx)).filter(({ ended }) => !ended),
	);
	refuseFaults(read);
	for (const [at, { field, content }] of read.entries()) {
		const code = nextCode(field, codes);
		codes.push(code);
		await insertStandard(tx, { code, field, content, targets: [...targets], officeIds: [], position: at * STEP });
	}
	tx.about({ type: 'catalogStandard', summary: `导入标准事项${read.length}项` });
	return { imported: read.length };
}

/** Puts the starter of this product into an empty standard catalog; does nothing in one that has entries. */
export async function startStandard(tx: Tx): Promise<{ imported: number }> {
	const codes = await lockCodes(tx);
	if (codes.length > 0) return { imported: 0 };
	for (const [at, { field, content, targets }] of STARTER.entries()) {
		const code = nextCode(field, codes);
		codes.push(code);
		await insertStandard(tx, { code, field, content, targets, officeIds: [], position: at * STEP });
	}
	tx.about({ type: 'catalogStandard', summary: `载入示范事项${STARTER.length}项` });
	return { imported: STARTER.length };
}

function refuseFaults(rows: ReturnType<typeof readEntryRows>): void {
	const issues = rows.flatMap(({ row, issues: found }) =>
		found.map((one) => ({ ...one, field: `rows.${row}${one.field ? `.${one.field}` : ''}` })),
	);
	if (issues.length > 0) throw new AppError('invalid', { issues });
}
