import { sql } from 'kysely';
import type { Extracted } from '../../../platform/file-text/index.ts';
import type { Reader } from '../../../platform/transaction.ts';
import type { Tables } from './tables.ts';

/** Keeps what stands in a file; the same content is read once. */
export async function saveFileText(
	reader: Reader,
	sha256: string,
	{ text, unread, hasPlace }: Extracted,
): Promise<void> {
	await reader.sql
		.withTables<Tables>()
		.insertInto('file_text')
		.values({
			sha256,
			// A database text holds everything but NUL.
			body: text.replaceAll('\u0000', ''),
			unread: JSON.stringify(unread),
			has_place: hasPlace,
			read_at: reader.now,
		})
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

/** What is known of files, by hash; a file nobody has read yet is missing. */
export async function selectFileTexts(reader: Reader, hashes: readonly string[]): Promise<Map<string, Extracted>> {
	if (hashes.length === 0) return new Map();
	const rows = await reader.sql
		.withTables<Tables>()
		.selectFrom('file_text')
		.select(['sha256', 'body', 'unread', 'has_place as hasPlace'])
		.where('sha256', 'in', hashes)
		.execute();
	return new Map(
		rows.map(({ sha256, body, unread, hasPlace }) => [sha256, { text: body, unread: unread as string[], hasPlace }]),
	);
}

/** Attachments whose content nobody has read yet, at most so many. */
export async function selectUnreadFiles(
	reader: Reader,
	limit: number,
): Promise<{ sha256: string; fileName: string }[]> {
	const { rows } = await sql<{ sha256: string; fileName: string }>`
		select distinct on (a.sha256) a.sha256, a.file_name as "fileName" from attachment a
		where not exists (select 1 from file_text t where t.sha256 = a.sha256)
		order by a.sha256 limit ${limit}
	`.execute(reader.sql);
	return rows;
}
