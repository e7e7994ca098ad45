import { sql } from 'kysely';
import type { Actor } from '../kernel/actor.ts';
import { nameOf } from '../kernel/actor.ts';
import type { Sql } from './database.ts';

/** What an audit entry is about. `summary` and `data` hold no personal data of applicants. */
export interface AuditSubject {
	type?: string;
	id?: number;
	officeId?: number;
	summary?: string;
	data?: Record<string, unknown>;
}

export interface AuditEntry {
	actor: Actor;
	event: string;
	subject: AuditSubject;
	outcome: 'done' | 'refused' | 'failed';
	at: Date;
	ip?: string | undefined;
	requestId?: string | undefined;
}

/** Appends to the audit trail; the table refuses change. */
export async function writeAudit(db: Sql, entry: AuditEntry): Promise<void> {
	const { actor, subject } = entry;
	const person = actor.kind === 'person' ? actor : null;
	const officeId = subject.officeId ?? person?.officeId ?? null;
	await sql`
		insert into audit_entry
			(at, actor_kind, person_id, actor_name, office_id, event, subject_type, subject_id, summary, outcome, ip, request_id, data)
		values (${entry.at}, ${actor.kind}, ${person?.personId ?? null}, ${nameOf(actor)}, ${officeId}, ${entry.event},
			${subject.type ?? null}, ${subject.id ?? null}, ${subject.summary ?? ''}, ${entry.outcome},
			${entry.ip ?? null}::inet, ${entry.requestId ?? null}, ${JSON.stringify(subject.data ?? {})})
	`.execute(db);
}
