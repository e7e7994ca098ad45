import { defineRoute } from '../../../api/route.ts';
import { can } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { reader, transact } from '../../../platform/transaction.ts';
import { createTree, dropTree, fixTreeForGood, saveTree } from '../commands/trees.ts';
import { TREE_STATES, type Tree } from '../model.ts';
import { created, done, idParams } from '../schemas/common.ts';
import * as schemas from '../schemas/rounds.ts';
import { STANDARD_TREE } from '../standard/tree.ts';
import { selectTree, selectTrees } from '../store/trees.ts';

const rowOf = ({ content: _, ...tree }: Tree) => ({ ...tree, stateLabel: TREE_STATES[tree.state] });

/** 指标体系: the county's drafts are its own; a fixed one is read by whoever is measured by it. */
export const treeRoutes = [
	defineRoute({
		method: 'GET',
		path: '/api/evaluation/trees',
		summary: '考核指标体系列表',
		access: 'evaluation.read',
		audit: 'none',
		response: schemas.treesView,
		handler: async ({ context }) => ({
			rows: (await selectTrees(reader(context), { drafts: can(context.actor, 'evaluation.manage') })).map(rowOf),
			standardCounts: { nodes: STANDARD_TREE.nodes.length },
		}),
	}),
	defineRoute({
		method: 'GET',
		path: '/api/evaluation/trees/:id',
		summary: '考核指标体系',
		access: 'evaluation.read',
		audit: 'none',
		params: idParams,
		response: schemas.treeView,
		handler: async ({ context, params }) => {
			const tree = await selectTree(reader(context), params.id);
			const isHidden = tree?.state === 'draft' && !can(context.actor, 'evaluation.manage');
			if (!tree || isHidden) throw new AppError('notFound');
			return { ...rowOf(tree), content: tree.content };
		},
	}),
	defineRoute({
		method: 'POST',
		path: '/api/evaluation/trees',
		summary: '新建考核指标体系',
		access: 'evaluation.manage',
		audit: 'evaluation.createTree',
		body: schemas.newTree,
		response: created,
		handler: async ({ context, body }) => ({
			id: await transact(context, (tx) => createTree(tx, body.year, body.origin)),
		}),
	}),
	defineRoute({
		method: 'PUT',
		path: '/api/evaluation/trees/:id',
		summary: '修改考核指标体系',
		access: 'evaluation.manage',
		audit: 'evaluation.saveTree',
		params: idParams,
		body: schemas.treeBody,
		response: done,
		handler: async ({ context, params, body }) => {
			await transact(context, (tx) => saveTree(tx, { ...params, ...body }));
			return {};
		},
	}),
	defineRoute({
		method: 'POST',
		path: '/api/evaluation/trees/:id/fix',
		summary: '固定考核指标体系',
		access: 'evaluation.manage',
		audit: 'evaluation.fixTree',
		params: idParams,
		body: schemas.revisionBody,
		response: done,
		handler: async ({ context, params, body }) => {
			await transact(context, (tx) => fixTreeForGood(tx, params.id, body.revision));
			return {};
		},
	}),
	defineRoute({
		method: 'DELETE',
		path: '/api/evaluation/trees/:id',
		summary: '删除考核指标体系草稿',
		access: 'evaluation.manage',
		audit: 'evaluation.dropTree',
		params: idParams,
		query: schemas.revisionQuery,
		response: done,
		handler: async ({ context, params, query }) => {
			await transact(context, (tx) => dropTree(tx, params.id, query.revision));
			return {};
		},
	}),
];
