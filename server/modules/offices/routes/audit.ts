import { z } from 'zod';
import { Download, defineRoute } from '../../../api/route.ts';
import { XLSX } from '../../../platform/row-sheet.ts';
import { reader, transact } from '../../../platform/transaction.ts';
import { auditChoices, auditForExport, searchAudit } from '../queries/audit.ts';
import { auditSheet } from '../sheets/audit.ts';

/** An export is read by people; a longer one is asked for by parts. */
const MOST_EXPORTED = 20_000;

const id = z.coerce.number().int().positive().optional();
const text = z.string().trim().max(100).optional();

const searchSchema = z.object({
	officeId: id,
	personId: id,
	who: text,
	event: text,
	outcome: z.enum(['done', 'refused', 'failed']).optional(),
	subjectType: text,
	subjectId: id,
	from: text,
	until: text,
	text,
});

const entrySchema = z.object({
	id: z.number(),
	at: z.string(),
	actorKind: z.string(),
	personId: z.number().nullable(),
	actorName: z.string(),
	officeId: z.number().nullable(),
	officeName: z.string(),
	event: z.string(),
	title: z.string(),
	subjectType: z.string().nullable(),
	subjectId: z.number().nullable(),
	summary: z.string(),
	outcome: z.enum(['done', 'refused', 'failed']),
	outcomeLabel: z.string(),
	ip: z.string().nullable(),
	data: z.record(z.string(), z.unknown()),
});

export const auditRoutes = [
	defineRoute({
		method: 'GET',
		path: '/api/audit',
		summary: '查询操作日志',
		access: 'audit.read',
		audit: 'none',
		query: searchSchema.extend({ page: z.coerce.number().int().min(1).max(10_000).default(1) }),
		response: z.object({
			entries: z.array(entrySchema),
			page: z.number(),
			pageSize: z.number(),
			total: z.number(),
			/** True when there are more than `total`. */
			more: z.boolean(),
		}),
		handler: ({ context, query, services }) => {
			const { page, ...search } = query;
			return searchAudit(reader(context), search, page, services.eventTitles);
		},
	}),
	defineRoute({
		method: 'GET',
		path: '/api/audit/choices',
		summary: '操作日志查询条件',
		access: 'audit.read',
		audit: 'none',
		response: z.object({
			events: z.array(z.object({ event: z.string(), title: z.string() })),
			subjectTypes: z.array(z.object({ type: z.string(), label: z.string() })),
		}),
		handler: ({ context, services }) => auditChoices(reader(context), services.eventTitles),
	}),
	defineRoute({
		method: 'GET',
		path: '/api/audit/export',
		summary: '导出操作日志',
		access: 'audit.read',
		audit: 'audit.exported',
		query: searchSchema,
		response: 'download',
		// Who took the trail out of the house is part of the trail.
		handler: ({ context, query, services }) =>
			transact(context, async (tx) => {
				const entries = await auditForExport(tx, query, MOST_EXPORTED, services.eventTitles);
				tx.about({ type: 'audit', summary: `导出操作日志${entries.length}条`, data: query });
				return new Download(await auditSheet(entries), XLSX, `操作日志-${tx.today}.xlsx`);
			}),
	}),
];
