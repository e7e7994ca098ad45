import { readFile } from 'node:fs/promises';
import type { Upload } from '../../../api/route.ts';
import { AppError } from '../../../kernel/errors.ts';
import { valueOrThrow } from '../../../kernel/result.ts';
import { readRowSheet, type SheetRow, UNREADABLE_SHEET, XLSX } from '../../../platform/row-sheet.ts';
import type { Services } from '../../../services.ts';
import { entryTitle } from '../model.ts';
import { timingText } from '../rules/timing.ts';
import { ENTRY_SHEET, type EntryField, type EntryRow } from '../sheets/entry-sheet.ts';
import { fieldOf } from '../standard/fields.ts';

/** A sheet of 2,000 entries is below 1 MB; a larger file is something else, and would be unpacked in memory. */
const LARGEST = 5 * 1024 * 1024;

/** The rows of an uploaded sheet. @throws AppError `invalid` for whatever is no readable sheet of entries */
export async function uploadedRows(files: readonly Upload[], services: Services): Promise<SheetRow<EntryField>[]> {
	const [file] = files;
	if (!file || file.mediaType !== XLSX || file.size > LARGEST) {
		throw new AppError('invalid', { issues: [UNREADABLE_SHEET] });
	}
	return valueOrThrow(await readRowSheet(await readFile(services.files.path(file.sha256)), ENTRY_SHEET));
}

export function presentRows(rows: readonly EntryRow[], imported: number) {
	return {
		ready: rows.every(({ issues }) => issues.length === 0),
		imported,
		rows: rows.map(({ row, field, content, issues }) => ({
			row,
			fieldName: fieldOf(field)?.name ?? '',
			title: entryTitle(content),
			timing: timingText(content.due),
			issues,
		})),
	};
}
