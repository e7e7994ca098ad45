import { sql } from 'kysely';
import type { Reader } from '../../../platform/transaction.ts';

/** Signed documents that are not to be opened, with the moment of the last decision about that: signature or review. */
export async function selectWithheld(
	reader: Reader,
): Promise<{ id: number; officeId: number; title: string; decidedAt: Date }[]> {
	const { rows } = await sql<{ id: number; officeId: number; title: string; decidedAt: Date }>`
		select d.id, d.office_id as "officeId", r.content ->> 'title' as title, max(s.at) as "decidedAt"
		from document d
		join document_revision r on r.id = d.revision_id
		join document_step s on s.document_id = d.id and s.edition = d.edition and s.action in ('signOff', 'keepWithheld')
		where d.state = 'signedOff' and r.content ->> 'attribute' <> 'active'
		group by d.id, d.office_id, title order by d.id
	`.execute(reader.sql);
	return rows;
}
