import { readFile } from 'node:fs/promises';
import type { Upload } from '../../../api/route.ts';
import { AppError } from '../../../kernel/errors.ts';
import { valueOrThrow } from '../../../kernel/result.ts';
import { type RowSheet, readRowSheet, type SheetRow, UNREADABLE_SHEET, XLSX } from '../../../platform/row-sheet.ts';
import type { Services } from '../../../services.ts';

/** A thousand rows are below 200 kB; a larger file is something else, and would be unpacked in memory. */
const LARGEST = 5 * 1024 * 1024;

/** The rows of an uploaded sheet. @throws AppError `invalid` */
export async function rowsOf<F extends string>(
	files: readonly Upload[],
	sheet: RowSheet<F>,
	services: Services,
): Promise<SheetRow<F>[]> {
	const [file] = files;
	if (!file || file.mediaType !== XLSX || file.size > LARGEST)
		throw new AppError('invalid', { issues: [UNREADABLE_SHEET] });
	return valueOrThrow(await readRowSheet(await readFile(services.files.path(file.sha256)), sheet));
}
