import { scopeOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { words } from '../messages.zh.ts';
import type { ColumnChange } from '../model.ts';
import { changeIssues, columnIssues } from '../rules/column.ts';
import { lockColumn, selectColumns, updateColumn } from '../store.ts';

/** A column as it should be, and the revision the change was made from. */
export type ChangeColumn = ColumnChange & { revision: number };

/** Changes a column. @throws AppError `conflict` when somebody changed it since, `invalid`, `notFound` */
export async function changeColumn(tx: Tx, id: number, { revision, ...change }: ChangeColumn): Promise<void> {
	const column = await lockColumn(tx, scopeOf(tx.actor), id);
	if (!column) throw new AppError('notFound', { message: words('column.notFound') });
	if (column.revision !== revision) throw new AppError('conflict', { message: words('column.changed') });
	const others = (await selectColumns(tx, [column.officeId])).filter((other) => other.id !== id);
	const issues = [...changeIssues(column, change, tx.today), ...columnIssues(change, others)];
	if (issues.length > 0) throw new AppError('invalid', { issues });
	await updateColumn(tx, id, { ...change, name: change.name.trim() });
	const summary = `修改栏目「${column.name}」${absence(column.absentSince, change.absentSince)}`;
	tx.about({ type: 'column', id, officeId: column.officeId, summary });
	await tx.emit('catalog.changed', { officeId: column.officeId });
	tx.invalidate(`office:${column.officeId}`, `catalog:${column.officeId}`, `column:${id}`);
}

function absence(before: string | null, after: string | null): string {
	if (before === after) return '';
	return after === null ? '，取消「本机关无此类信息」' : '，登记「本机关无此类信息」';
}
