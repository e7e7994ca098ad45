import { sql } from 'kysely';
import type { Scope } from '../../../kernel/actor.ts';
import type { Reader } from '../../../platform/transaction.ts';
import type { Tables } from './tables.ts';

export function tables(reader: Reader) {
	return reader.sql.withTables<Tables>();
}

/** Rows of the offices in scope. The public sees no row by this door; published reports have their own. */
export function officeFilter(scope: Scope, column = 'office_id') {
	if (scope.kind === 'all') return sql<boolean>`true`;
	if (scope.kind === 'public') return sql<boolean>`false`;
	return sql<boolean>`${sql.ref(column)} = ${scope.officeId}`;
}
