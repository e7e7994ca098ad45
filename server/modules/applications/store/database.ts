import type { Kysely, Transaction } from 'kysely';
import type { Scope } from '../../../kernel/actor.ts';
import type { Reader, Tx } from '../../../platform/transaction.ts';
import type { Tables } from './tables.ts';

/** The connection with the tables of this module. */
export function tablesOf(reader: Reader): Kysely<Tables> {
	return reader.sql.withTables<Tables>();
}

export function lockedTables(tx: Tx): Transaction<Tables> {
	return tx.sql.withTables<Tables>();
}

/** Offices whose rows a scope holds: null for all, none for the public. */
export function officesIn(scope: Scope): readonly number[] | null {
	if (scope.kind === 'all') return null;
	return scope.kind === 'office' ? [scope.officeId] : [];
}

export function personId(reader: Reader): number | null {
	return reader.actor.kind === 'person' ? reader.actor.personId : null;
}
