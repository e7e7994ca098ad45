import { defineRoute } from '../../../api/route.ts';
import { reader, transact } from '../../../platform/transaction.ts';
import { saveArticle } from '../commands/save-article.ts';
import { articleView, listArticles } from '../queries/articles.ts';
import * as schemas from '../schemas/people.ts';

export const knowledgeRoutes = [
	defineRoute({
		method: 'GET',
		path: '/api/knowledge',
		summary: '业务知识库',
		access: 'training.read',
		audit: 'none',
		query: schemas.knowledgeQuery,
		response: schemas.knowledgeList,
		handler: async ({ context, query }) => ({
			rows: await listArticles(reader(context), { ...query, retired: query.retired === 'true' }),
		}),
	}),
	defineRoute({
		method: 'GET',
		path: '/api/knowledge/:key',
		summary: '业务知识',
		access: 'training.read',
		audit: 'none',
		params: schemas.keyParams,
		response: schemas.articleView,
		handler: async ({ context, params }) => await articleView(reader(context), params.key),
	}),
	defineRoute({
		method: 'POST',
		path: '/api/knowledge',
		summary: '新增业务知识',
		access: 'exam.manage',
		audit: 'knowledge.add',
		body: schemas.articleBody,
		response: schemas.keyAnswer,
		handler: async ({ context, body }) => ({ key: await transact(context, (tx) => saveArticle(tx, body, null)) }),
	}),
	defineRoute({
		method: 'PUT',
		path: '/api/knowledge/:key',
		summary: '修改业务知识',
		access: 'exam.manage',
		audit: 'knowledge.change',
		params: schemas.keyParams,
		body: schemas.changedArticle,
		response: schemas.keyAnswer,
		handler: async ({ context, params, body: { revision, retired, ...given } }) => ({
			key: await transact(context, (tx) => saveArticle(tx, given, { key: params.key, revision, retired })),
		}),
	}),
];
