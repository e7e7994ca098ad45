import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { Download, defineRoute, type Upload } from '../../../api/route.ts';
import { AppError } from '../../../kernel/errors.ts';
import { valueOrThrow } from '../../../kernel/result.ts';
import { readRowSheet, UNREADABLE_SHEET, writeSheetTemplate, XLSX } from '../../../platform/row-sheet.ts';
import { reader, transact } from '../../../platform/transaction.ts';
import type { Services } from '../../../services.ts';
import { importOffices } from '../commands/import-offices.ts';
import { OFFICE_KINDS } from '../model.ts';
import { checkRows, type ImportRow, type SheetRow } from '../rules/import.ts';
import { importResultSchema } from '../schemas/office.ts';
import { OFFICE_SHEET } from '../sheets/office-sheet.ts';
import { selectRegister } from '../store/offices.ts';

/** A sheet of 500 offices is below 100 kB; a larger file is something else, and would be unpacked in memory. */
const LARGEST = 5 * 1024 * 1024;

async function rowsOf(files: readonly Upload[], services: Services): Promise<SheetRow[]> {
	const [file] = files;
	if (!file || file.mediaType !== XLSX || file.size > LARGEST) {
		throw new AppError('invalid', { issues: [UNREADABLE_SHEET] });
	}
	return valueOrThrow(await readRowSheet(await readFile(services.files.path(file.sha256)), OFFICE_SHEET));
}

function present({ row, details, parentName, issues }: ImportRow) {
	const { name, shortName, kind, slug } = details;
	return { row, name, shortName, kindLabel: OFFICE_KINDS[kind], slug, parentName, issues };
}

export const importRoutes = [
	defineRoute({
		method: 'GET',
		path: '/api/offices/import/template',
		summary: '下载机关导入模板',
		access: 'office.manage',
		audit: 'none',
		response: 'download',
		handler: async () => new Download(await writeSheetTemplate(OFFICE_SHEET), XLSX, '机关导入模板.xlsx'),
	}),
	defineRoute({
		method: 'POST',
		path: '/api/offices/import',
		summary: '导入机关',
		access: 'office.manage',
		audit: 'office.imported',
		upload: { maxFiles: 1 },
		/** `check` looks and changes nothing; `save` imports all rows, or none when one is wrong. */
		body: z.object({ mode: z.enum(['check', 'save']).default('check') }),
		response: importResultSchema,
		handler: async ({ context, body, files, services }) => {
			const rows = await rowsOf(files, services);
			const checked = checkRows(rows, await selectRegister(reader(context)));
			const imported = body.mode === 'save' ? await transact(context, (tx) => importOffices(tx, rows)) : 0;
			const ready = checked.every(({ issues }) => issues.length === 0);
			return { ready, imported, rows: checked.map(present) };
		},
	}),
];
