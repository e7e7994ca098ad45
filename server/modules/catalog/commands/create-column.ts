import { inScope, scopeOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { officeById } from '../../offices/index.ts';
import { words } from '../messages.zh.ts';
import type { Column } from '../model.ts';
import { columnIssues } from '../rules/column.ts';
import { insertColumn, type NewColumn, selectColumns } from '../store.ts';

export type CreateColumn = Pick<
	Column,
	'officeId' | 'name' | 'slug' | 'type' | 'code' | 'description' | 'keywords' | 'updateDays' | 'position'
>;

/** Adds a column of the office's own. @throws AppError `invalid` with the issues of its fields, `notFound` */
export async function createColumn(tx: Tx, input: CreateColumn): Promise<number> {
	const office = inScope(scopeOf(tx.actor), input.officeId) ? await officeById(tx, input.officeId) : null;
	if (!office) throw new AppError('notFound');
	const issues = columnIssues(input, await selectColumns(tx, [input.officeId]));
	if (issues.length > 0) throw new AppError('invalid', { issues });
	const column: NewColumn = { ...input, name: input.name.trim(), kind: 'usual', parentId: null };
	const id = await insertColumn(tx, column);
	// Somebody took the slug between the look and the insert.
	if (id === null) throw new AppError('conflict', { message: words('column.slugTaken') });
	tx.about({ type: 'column', id, officeId: office.id, summary: `新增栏目：${office.shortName}「${column.name}」` });
	await tx.emit('catalog.changed', { officeId: office.id });
	tx.invalidate(`office:${office.id}`, `catalog:${office.id}`);
	return id;
}
