import type { FileView } from '../../../platform/file-view/index.ts';
import type { Reader } from '../../../platform/transaction.ts';
import type { Tables } from './tables.ts';

/** What was kept of a file by this version, and when; null when nobody looked yet. */
export async function selectFileView(
	reader: Reader,
	sha256: string,
	version: number,
): Promise<{ view: FileView; madeAt: Date } | null> {
	const row = await reader.sql
		.withTables<Tables>()
		.selectFrom('file_view')
		.select(['view', 'made_at as madeAt'])
		.where('sha256', '=', sha256)
		.where('version', '=', version)
		.executeTakeFirst();
	return row ? { view: row.view as FileView, madeAt: row.madeAt } : null;
}

/** Keeps what a file shows, over what an older version kept. */
export async function saveFileView(reader: Reader, sha256: string, version: number, view: FileView): Promise<void> {
	// A database text holds everything but NUL.
	const values = { version, view: JSON.stringify(view).replaceAll('\\u0000', ''), made_at: reader.now };
	await reader.sql
		.withTables<Tables>()
		.insertInto('file_view')
		.values({ sha256, ...values })
		.onConflict((conflict) => conflict.column('sha256').doUpdateSet(values))
		.execute();
}
