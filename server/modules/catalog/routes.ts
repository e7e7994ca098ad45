import { z } from 'zod';
import { defineRoute, type Route } from '../../api/route.ts';
import { scopeOf } from '../../kernel/actor.ts';
import { type Reader, reader, transact } from '../../platform/transaction.ts';
import { changeColumn } from './commands/change-column.ts';
import { createColumn } from './commands/create-column.ts';
import { publishGuide } from './commands/publish-guide.ts';
import { saveGuide } from './commands/save-guide.ts';
import { COLUMN_TYPES, type Column, takesDocuments } from './model.ts';
import { allColumns, columnsOf } from './queries/columns.ts';
import { guideInWork } from './queries/guides.ts';
import * as s from './schemas.ts';
import { GUIDE_SECTIONS } from './standard/guide.ts';
import { ARTICLE_20, ARTICLE_21_COUNTY, ARTICLE_21_TOWNSHIP } from './standard/items.ts';

/** Columns of the offices a person sees, or of one of them. */
async function columnsSeen(read: Reader, officeId: number | undefined): Promise<Column[]> {
	const scope = scopeOf(read.actor);
	if (scope.kind === 'all') return officeId === undefined ? await allColumns(read) : await columnsOf(read, officeId);
	if (scope.kind === 'public' || (officeId !== undefined && officeId !== scope.officeId)) return [];
	return await columnsOf(read, scope.officeId);
}

export const routes: readonly Route[] = [
	defineRoute({
		method: 'GET',
		path: '/api/columns',
		summary: '栏目列表',
		access: 'document.read',
		audit: 'none',
		query: s.officeQuery,
		response: z.array(s.columnAnswer),
		handler: async ({ context, query }) => {
			const columns = await columnsSeen(reader(context), query.officeId);
			return columns.map((column) => ({ ...column, takesDocuments: takesDocuments(column) }));
		},
	}),
	defineRoute({
		method: 'GET',
		path: '/api/columns/options',
		summary: '栏目类型和法定公开事项',
		access: 'document.read',
		audit: 'none',
		response: s.optionsAnswer,
		handler: async () => ({
			types: [...COLUMN_TYPES],
			items: [...ARTICLE_20, ...ARTICLE_21_TOWNSHIP, ...ARTICLE_21_COUNTY],
		}),
	}),
	defineRoute({
		method: 'POST',
		path: '/api/columns',
		summary: '新增栏目',
		access: 'catalog.manage',
		audit: 'column.create',
		body: s.createBody,
		response: s.idAnswer,
		handler: async ({ context, body }) => ({ id: await transact(context, (tx) => createColumn(tx, body)) }),
	}),
	defineRoute({
		method: 'PUT',
		path: '/api/columns/:id',
		summary: '修改栏目',
		access: 'catalog.manage',
		audit: 'column.change',
		params: s.idParams,
		body: s.changeBody,
		response: s.emptyAnswer,
		handler: async ({ context, params, body }) => {
			await transact(context, (tx) => changeColumn(tx, params.id, body));
			return {};
		},
	}),
	defineRoute({
		method: 'GET',
		path: '/api/guides/:officeId',
		summary: '公开指南编写稿',
		access: 'document.read',
		audit: 'none',
		params: s.officeParams,
		response: s.guideAnswer,
		handler: async ({ context, params }) => {
			const { published, savedAt, ...guide } = await guideInWork(reader(context), params.officeId);
			return {
				...guide,
				savedAt: savedAt?.toISOString() ?? null,
				published: published && { number: published.number, publishedAt: published.publishedAt.toISOString() },
				sections: GUIDE_SECTIONS.map(({ title, fields }) => ({ title, fields: [...fields] })),
			};
		},
	}),
	defineRoute({
		method: 'PUT',
		path: '/api/guides/:officeId',
		summary: '保存公开指南',
		access: 'document.read',
		audit: 'guide.save',
		params: s.officeParams,
		body: s.saveGuideBody,
		response: s.versionAnswer,
		handler: async ({ context, params, body }) => await transact(context, (tx) => saveGuide(tx, params.officeId, body)),
	}),
	defineRoute({
		method: 'POST',
		path: '/api/guides/:officeId/publish',
		summary: '发布公开指南',
		access: 'document.read',
		audit: 'guide.publish',
		params: s.officeParams,
		response: s.numberAnswer,
		handler: async ({ context, params }) => await transact(context, (tx) => publishGuide(tx, params.officeId)),
	}),
];
