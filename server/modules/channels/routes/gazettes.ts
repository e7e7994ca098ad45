import { paperDownload } from '../../../api/paper.ts';
import { defineRoute } from '../../../api/route.ts';
import { reader, transact } from '../../../platform/transaction.ts';
import { composeIssue, createIssue, giveCopies, moveIssue, notePrinted, signForCopies } from '../commands/gazette.ts';
import { candidates } from '../queries/candidates.ts';
import { issuePaper, issueView, listIssues, requireIssue, suggestedIssue } from '../queries/gazettes.ts';
import { originOf } from '../queries/material.ts';
import { bookletName } from '../queries/outputs.ts';
import { issueName } from '../rules/gazette.ts';
import * as schemas from '../schemas/gazettes.ts';

const reads = [
	defineRoute({
		method: 'GET',
		path: '/api/gazettes',
		summary: '政府公报列表',
		access: 'channel.read',
		audit: 'none',
		query: schemas.issueQuery,
		response: schemas.issueList,
		handler: async ({ context, query }) => ({ rows: await listIssues(reader(context), query) }),
	}),
	defineRoute({
		method: 'GET',
		path: '/api/gazettes/suggestion',
		summary: '下一期公报的期号',
		access: 'channel.manage',
		audit: 'none',
		query: schemas.officeQuery,
		response: schemas.suggestion,
		handler: async ({ context, query }) => await suggestedIssue(reader(context), query.officeId),
	}),
	defineRoute({
		method: 'GET',
		path: '/api/gazettes/candidates',
		summary: '可以刊登的公开信息',
		access: 'channel.read',
		audit: 'none',
		query: schemas.candidateQuery,
		response: schemas.candidates,
		handler: async ({ context, query }) => ({ rows: await candidates(reader(context), query) }),
	}),
	defineRoute({
		method: 'GET',
		path: '/api/gazettes/:id',
		summary: '政府公报',
		access: 'channel.read',
		audit: 'none',
		params: schemas.idParams,
		response: schemas.issueDetail,
		handler: async ({ context, params }) => await issueView(reader(context), params.id),
	}),
	defineRoute({
		method: 'GET',
		path: '/api/gazettes/:id/paper',
		summary: '下载政府公报',
		access: 'channel.read',
		audit: 'none',
		params: schemas.idParams,
		query: schemas.formatQuery,
		response: 'download',
		handler: async ({ context, params, query, services }) => {
			const read = reader(context);
			const issue = await requireIssue(read, params.id);
			const paper = await issuePaper(read, originOf(services), issue);
			return await paperDownload(paper, bookletName(`${issue.title}${issueName(issue)}`), query.format, services);
		},
	}),
];

const writes = [
	defineRoute({
		method: 'POST',
		path: '/api/gazettes',
		summary: '新建政府公报',
		access: 'channel.manage',
		audit: 'gazette.create',
		body: schemas.newIssue,
		response: schemas.created,
		handler: async ({ context, body: { officeId, ...given } }) => ({
			id: await transact(context, (tx) => createIssue(tx, officeId, given)),
		}),
	}),
	defineRoute({
		method: 'PUT',
		path: '/api/gazettes/:id',
		summary: '编辑政府公报',
		access: 'channel.manage',
		audit: 'gazette.compose',
		params: schemas.idParams,
		body: schemas.changedIssue,
		response: schemas.done,
		handler: async ({ context, params, body: { revision, ...given } }) => {
			await transact(context, (tx) => composeIssue(tx, params.id, revision, given));
			return {};
		},
	}),
	defineRoute({
		method: 'POST',
		path: '/api/gazettes/:id/moves/:action',
		summary: '出版、撤回或者作废政府公报',
		access: 'channel.read',
		audit: 'gazette.move',
		params: schemas.issueMoveParams,
		body: schemas.reasonMove,
		response: schemas.done,
		handler: async ({ context, params, body }) => {
			await transact(context, (tx) => moveIssue(tx, { ...params, ...body }));
			return {};
		},
	}),
	defineRoute({
		method: 'POST',
		path: '/api/gazettes/:id/printed',
		summary: '登记公报印数',
		access: 'channel.manage',
		audit: 'gazette.printed',
		params: schemas.idParams,
		body: schemas.printed,
		response: schemas.done,
		handler: async ({ context, params, body }) => {
			await transact(context, (tx) => notePrinted(tx, params.id, body.copies));
			return {};
		},
	}),
	defineRoute({
		method: 'POST',
		path: '/api/gazettes/:id/copies',
		summary: '发放公报',
		access: 'channel.manage',
		audit: 'gazette.copies',
		params: schemas.idParams,
		body: schemas.newCopy,
		response: schemas.done,
		handler: async ({ context, params, body }) => {
			await transact(context, (tx) => giveCopies(tx, params.id, body));
			return {};
		},
	}),
	defineRoute({
		method: 'POST',
		path: '/api/gazettes/:id/copies/:copyId/receipt',
		summary: '登记公报签收',
		access: 'channel.manage',
		audit: 'gazette.receipt',
		params: schemas.copyParams,
		body: schemas.receipt,
		response: schemas.done,
		handler: async ({ context, params, body }) => {
			await transact(context, (tx) => signForCopies(tx, params.id, params.copyId, body));
			return {};
		},
	}),
];

export const gazetteRoutes = [...reads, ...writes];
