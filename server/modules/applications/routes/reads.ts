import { Download, defineRoute } from '../../../api/route.ts';
import { type Actor, scopeOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { openOf } from '../../../platform/channels/index.ts';
import { XLSX } from '../../../platform/row-sheet.ts';
import { reader, transact } from '../../../platform/transaction.ts';
import { beforeCase } from '../queries/before-case.ts';
import { caseView } from '../queries/case-view.ts';
import { clockOfCase } from '../queries/clock-view.ts';
import { openCorrections } from '../queries/corrections.ts';
import { feeBasis } from '../queries/fee-basis.ts';
import { caseOptions } from '../queries/options.ts';
import { caseFile, maskedLetter } from '../queries/papers.ts';
import { listApplications, openApplications } from '../queries/summaries.ts';
import { caseView as caseViewSchema } from '../schemas/case-view.ts';
import * as c from '../schemas/common.ts';
import * as inputs from '../schemas/inputs.ts';
import * as views from '../schemas/views.ts';
import { writeRegister } from '../sheets/register-sheet.ts';
import type { ListFilters } from '../store/lists.ts';

const EXPORT_LIMIT = 20_000;

type ListQuery = ReturnType<typeof inputs.listQuery.parse>;

function filtersOf({ open, mine, ...query }: ListQuery, actor: Actor): ListFilters {
	const { q, officeId, state, channel, outcome, year } = query;
	return {
		q,
		officeId,
		state,
		channel,
		outcome,
		year,
		open: open === undefined ? undefined : open === 'true',
		handlerId: mine === 'true' && actor.kind === 'person' ? actor.personId : undefined,
	};
}

export const readRoutes = [
	defineRoute({
		method: 'GET',
		path: '/api/applications',
		summary: '依申请公开登记台账',
		access: 'application.read',
		audit: 'none',
		query: inputs.listQuery,
		response: views.page,
		handler: async ({ context, query }) =>
			await listApplications(reader(context), scopeOf(context.actor), filtersOf(query, context.actor), {
				limit: query.pageSize,
				offset: (query.page - 1) * query.pageSize,
				sort: query.sort,
				descending: query.order === 'desc',
			}),
	}),
	defineRoute({
		method: 'GET',
		path: '/api/applications/open',
		summary: '待答复的申请，按紧急程度排序',
		access: 'application.read',
		audit: 'none',
		response: views.queue,
		handler: async ({ context }) => ({ rows: await openApplications(reader(context), scopeOf(context.actor)) }),
	}),
	defineRoute({
		method: 'GET',
		path: '/api/applications/corrections',
		summary: '待办结的更正申请',
		access: 'application.read',
		audit: 'none',
		response: views.corrections,
		handler: async ({ context }) => ({ rows: await openCorrections(reader(context)) }),
	}),
	defineRoute({
		method: 'GET',
		path: '/api/applications/options',
		summary: '依申请公开的选项与决定次序',
		access: 'application.read',
		audit: 'none',
		response: views.options,
		handler: async ({ services }) => caseOptions(openOf(services.channels)),
	}),
	defineRoute({
		method: 'GET',
		path: '/api/applications/export',
		summary: '导出依申请公开登记台账',
		access: 'application.read',
		audit: 'application.export',
		query: inputs.listQuery,
		response: 'download',
		handler: async ({ context, query }) => {
			const filters = filtersOf(query, context.actor);
			const paging = { limit: EXPORT_LIMIT, offset: 0, sort: query.sort, descending: query.order === 'desc' };
			const rows = await transact(context, async (tx) => {
				const { rows: found, total } = await listApplications(tx, scopeOf(tx.actor), filters, paging);
				if (total > EXPORT_LIMIT)
					throw new AppError('tooLarge', { message: '记录过多，请按年份等条件缩小范围后导出。' });
				tx.about({ type: 'application', summary: `导出登记台账${total}条` });
				return found;
			});
			return new Download(await writeRegister(rows), XLSX, '依申请公开登记台账.xlsx');
		},
	}),
	defineRoute({
		method: 'GET',
		path: '/api/applications/:id',
		summary: '申请办理详情',
		access: 'application.read',
		audit: 'none',
		params: c.idParams,
		response: caseViewSchema,
		handler: async ({ context, params }) => await caseView(reader(context), params.id),
	}),
	defineRoute({
		method: 'GET',
		path: '/api/applications/:id/before',
		summary: '受理前核对：已公开的信息、重复和相近的申请',
		access: 'application.read',
		audit: 'none',
		params: c.idParams,
		response: views.before,
		handler: async ({ context, params, services }) => {
			const { published, ...rest } = await beforeCase(reader(context), params.id);
			const site = services.config.publicUrl ?? '';
			return { ...rest, published: published.map((one) => ({ ...one, address: `${site}/d/${one.id}` })) };
		},
	}),
	defineRoute({
		method: 'GET',
		path: '/api/applications/:id/fee',
		summary: '信息处理费：同一申请人当月的申请和按标准计算的数额',
		access: 'application.handle',
		audit: 'none',
		params: c.idParams,
		query: inputs.feeQuery,
		response: views.feeBasis,
		handler: async ({ context, params, query }) =>
			await feeBasis(reader(context), { ...query, id: params.id, before: query.before ?? null }),
	}),
	defineRoute({
		method: 'GET',
		path: '/api/applications/:id/clock',
		summary: '答复期限的逐日计算',
		access: 'application.read',
		audit: 'none',
		params: c.idParams,
		response: views.clockView,
		handler: async ({ context, params }) => await clockOfCase(reader(context), params.id),
	}),
	defineRoute({
		method: 'GET',
		path: '/api/applications/:id/letters/:letterId',
		summary: '下载文书（隐去身份信息）',
		access: 'application.read',
		audit: 'none',
		params: c.idParams.extend({ letterId: c.id }),
		query: inputs.paperQuery,
		response: 'download',
		handler: async ({ context, params, query, services }) => {
			const found = await maskedLetter(reader(context), { ...params, ...query });
			return new Download(services.files.read(found.sha256), found.mediaType, found.fileName);
		},
	}),
	defineRoute({
		method: 'GET',
		path: '/api/applications/:id/files/:fileId',
		summary: '下载办理材料',
		access: 'application.read',
		audit: 'none',
		params: c.idParams.extend({ fileId: c.id }),
		response: 'download',
		handler: async ({ context, params, services }) => {
			const found = await caseFile(reader(context), params.id, params.fileId);
			return new Download(services.files.read(found.sha256), found.mediaType, found.fileName);
		},
	}),
];
