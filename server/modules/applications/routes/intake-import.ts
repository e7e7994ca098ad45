import { Download, defineRoute } from '../../../api/route.ts';
import { AppError } from '../../../kernel/errors.ts';
import { valueOrThrow } from '../../../kernel/result.ts';
import { readRowSheet, UNREADABLE_SHEET, writeSheetTemplate, XLSX } from '../../../platform/row-sheet.ts';
import { reader, transact } from '../../../platform/transaction.ts';
import { checkRows, importApplications } from '../commands/import-applications.ts';
import { caseServices } from '../commands/services.ts';
import { APPLICANT_KINDS, CHANNELS } from '../model.ts';
import * as schemas from '../schemas/intake.ts';
import { INTAKE_SHEET } from '../sheets/intake-sheet.ts';

/** A hundred rows are below a tenth of it; a larger file is something else, and would be unpacked in memory. */
const LARGEST = 2 * 1024 * 1024;

/** 批量登记. The sheet names who applies: it is read and kept nowhere. */
export const intakeImportRoutes = [
	defineRoute({
		method: 'GET',
		path: '/api/applications/import/template',
		summary: '下载批量登记模板',
		access: 'application.register',
		audit: 'none',
		response: 'download',
		handler: async () => new Download(await writeSheetTemplate(INTAKE_SHEET), XLSX, '批量登记模板.xlsx'),
	}),
	defineRoute({
		method: 'POST',
		path: '/api/applications/import',
		summary: '批量登记申请',
		access: 'application.register',
		audit: 'application.import',
		upload: { maxFiles: 1, passingBytes: LARGEST },
		/** `check` looks and changes nothing; `save` registers all rows, or none when one is wrong. */
		body: schemas.importMode,
		response: schemas.importResult,
		ratePerMinute: 20,
		handler: async ({ context, body: { mode }, passing: [file], services }) => {
			if (!file) throw new AppError('invalid', { issues: [UNREADABLE_SHEET] });
			const rows = valueOrThrow(await readRowSheet(file.bytes, INTAKE_SHEET));
			const checked = checkRows(rows, reader(context).today);
			const entered =
				mode === 'save' ? await transact(context, (tx) => importApplications(tx, caseServices(services), rows)) : [];
			return {
				ready: checked.every(({ issues }) => issues.length === 0),
				rows: checked.map(({ row, entry, issues }) => {
					const found = entered.find((one) => one.row === row);
					return {
						...{ row, issues, title: entry.request.title },
						channel: CHANNELS[entry.channel].label,
						applicantKind: APPLICANT_KINDS[entry.request.applicantKind],
						applicationId: found?.applicationId ?? null,
						number: found?.number ?? null,
						code: found?.code ?? null,
					};
				}),
			};
		},
	}),
];
