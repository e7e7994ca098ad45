import { z } from 'zod';
import { Download, defineRoute } from '../../../api/route.ts';
import { AppError } from '../../../kernel/errors.ts';
import { valueOrThrow } from '../../../kernel/result.ts';
import { readAnySheet, UNREADABLE_SHEET, writeSheetTemplate, XLSX } from '../../../platform/row-sheet.ts';
import { reader, transact } from '../../../platform/transaction.ts';
import { checkOrders, importOrders } from '../commands/import-orders.ts';
import { KINDS } from '../model.ts';
import { importMode, importResult } from '../schemas/hotline.ts';
import { HOTLINE_SHEET } from '../sheets/hotline-sheet.ts';

/** Two thousand orders are below a tenth of it; a larger file is something else, and would be unpacked in memory. */
const LARGEST = 5 * 1024 * 1024;
/** Orders of one transaction: what is in stays in when the next fails. */
const AT_ONCE = 200;

/** 热线工单. The sheet names who called: it is read and kept nowhere. */
export const hotlineRoutes = [
	defineRoute({
		method: 'GET',
		path: '/api/concerns/import/template',
		summary: '下载热线工单导入模板',
		access: 'concern.handle',
		audit: 'none',
		response: 'download',
		handler: async () => new Download(await writeSheetTemplate(HOTLINE_SHEET), XLSX, '热线工单导入模板.xlsx'),
	}),
	defineRoute({
		method: 'POST',
		path: '/api/concerns/import',
		summary: '导入热线工单',
		access: 'concern.handle',
		audit: 'concern.import',
		upload: { maxFiles: 1, passingBytes: LARGEST },
		/** `check` looks and changes nothing; `save` takes in what is new, or nothing when a row is wrong. */
		body: z.object({ mode: importMode }),
		response: importResult,
		ratePerMinute: 20,
		handler: async ({ context, body: { mode }, passing: [file], services }) => {
			if (!file) throw new AppError('invalid', { issues: [UNREADABLE_SHEET] });
			const rows = valueOrThrow(await readAnySheet(file.bytes, HOTLINE_SHEET));
			const orders = await checkOrders(reader(context), rows);
			const ready = orders.every(({ issues }) => issues.length === 0);
			let imported = 0;
			for (let at = 0; mode === 'save' && ready && at < rows.length; at += AT_ONCE) {
				const some = rows.slice(at, at + AT_ONCE);
				imported += await transact(context, (tx) => importOrders(tx, services.vault(), some));
			}
			return {
				ready,
				imported,
				rows: orders.map(({ row, orderNumber, incoming, officeName, isKnown, issues }) => ({
					...{ row, orderNumber, officeName, isKnown, issues },
					title: incoming.title,
					kindLabel: KINDS[incoming.kind].label,
				})),
			};
		},
	}),
];
