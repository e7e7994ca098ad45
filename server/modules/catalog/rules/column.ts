import { collectIssues, type Issue } from '../../../kernel/issue.ts';
import { say } from '../messages.zh.ts';
import type { ColumnChange } from '../model.ts';
import { COLUMN_TYPES, type Column } from '../model.ts';
import { legalItem } from '../standard/items.ts';

/** What is wrong with a column's own fields. `others` are the other columns of its office. */
export function columnIssues(
	column: Pick<Column, 'name' | 'slug' | 'type' | 'code'>,
	others: readonly Pick<Column, 'name' | 'slug' | 'kind'>[],
): Issue[] {
	return collectIssues(
		column.name.trim() === '' && say('column.name', 'name'),
		!(/^[a-z0-9]+(-[a-z0-9]+)*$/.test(column.slug) && column.slug.length <= 40) && say('column.slug', 'slug'),
		others.some(({ slug }) => slug === column.slug) && say('column.slugTaken', 'slug'),
		// An item of the Regulations may share its name with a column of the office's own.
		others.some(({ name, kind }) => kind !== 'item' && name === column.name.trim()) && say('column.nameTaken', 'name'),
		!COLUMN_TYPES.includes(column.type) && say('column.type', 'type'),
		column.code !== '' && !legalItem(column.code) && say('column.code', 'code'),
	);
}

/**
 * What may not be changed on this column: uniform names stay (国办公开办函〔2019〕61号), items of the law cannot be closed, and what
 * stands in an address stays for every column, since pages, feeds and subscriptions carry it.
 */
export function changeIssues(column: Column, change: ColumnChange, today: string): Issue[] {
	const fixed = column.kind !== 'usual';
	const identity = (['name', 'slug', 'type', 'code'] as const).filter((field) => change[field] !== column[field]);
	const absent = change.absentSince !== null;
	return collectIssues(
		fixed && identity.map((field) => say('column.fixedName', field)),
		!fixed && change.slug !== column.slug && say('column.fixedSlug', 'slug'),
		fixed && change.closed && say('column.fixedClosed', 'closed'),
		absent && column.kind !== 'item' && say('column.absentKind', 'absentSince'),
		absent && change.absentNote.trim() === '' && say('column.absentNote', 'absentNote'),
		absent && (change.absentSince ?? '') > today && say('column.absentFuture', 'absentSince'),
	);
}
