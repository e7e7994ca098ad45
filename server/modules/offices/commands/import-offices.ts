import { AppError } from '../../../kernel/errors.ts';
import { underField } from '../../../kernel/issue.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { checkRows, type SheetRow } from '../rules/import.ts';
import { say } from '../rules/say.ts';
import { lockTree, selectRegister } from '../store/offices.ts';
import { createOffice } from './create-office.ts';

/**
 * Adds all offices of a sheet, or none. The rows are checked again inside the lock: somebody may have added one since the dry
 * run. @throws AppError `invalid` with the issues of every row under `rows.<number>`
 */
export async function importOffices(tx: Tx, rows: readonly SheetRow[]): Promise<number> {
	await lockTree(tx);
	const checked = checkRows(rows, await selectRegister(tx));
	const issues = checked.flatMap(({ row, issues: found }) => underField(`rows.${row}`, found));
	if (issues.length > 0) throw new AppError('invalid', { issues: [say('import.changed', 'file'), ...issues] });
	const ids = new Map<number, number>();
	for (const { row, details } of checked) {
		const parent = details.parentId;
		const parentId = parent !== null && parent < 0 ? (ids.get(parent) ?? null) : parent;
		ids.set(-row, await createOffice(tx, { ...details, parentId }));
	}
	const names = checked.map(({ details }) => details.shortName);
	tx.about({ type: 'office', summary: `导入机关${names.length}个：${names.slice(0, 10).join('、')}`, data: { names } });
	return checked.length;
}
