import { sql } from 'kysely';
import { nameOf, type Scope } from '../../../kernel/actor.ts';
import type { Reader, Tx } from '../../../platform/transaction.ts';
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

/** Who did it and when, as the tables of this module keep it. */
export function handOf(tx: Tx) {
	const personId = tx.actor.kind === 'person' ? tx.actor.personId : null;
	return { person_id: personId, person_name: nameOf(tx.actor), created_at: tx.now };
}
