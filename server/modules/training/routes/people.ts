import { paperDownload } from '../../../api/paper.ts';
import { defineRoute } from '../../../api/route.ts';
import { reader, transact } from '../../../platform/transaction.ts';
import type { Services } from '../../../services.ts';
import { cancelHandover, confirmHandover, type Gather, openHandover, refreshHandover } from '../commands/hand-over.ts';
import { addHolder, changeHolder, wordDuty } from '../commands/save-post.ts';
import { duties, handoverView, listHandovers, roster } from '../queries/people.ts';
import * as schemas from '../schemas/people.ts';
import { created, done, idParams, paperQuery } from '../schemas/shared.ts';
import { handoverPaper, rosterPaper } from '../sheets/papers.ts';

const gatherOf =
	({ inHand }: Services): Gather =>
	(tx, officeId) =>
		inHand(tx, officeId);

const posts = [
	defineRoute({
		method: 'GET',
		path: '/api/posts',
		summary: '工作人员名册和岗位职责',
		access: 'training.read',
		audit: 'none',
		query: schemas.rosterQuery,
		response: schemas.rosterView,
		handler: async ({ context, query }) => {
			const read = reader(context);
			return { rows: await roster(read, { past: query.past === 'true' }), duties: await duties(read) };
		},
	}),
	defineRoute({
		method: 'GET',
		path: '/api/posts/paper',
		summary: '打印工作人员名册',
		access: 'training.read',
		audit: 'post.print',
		query: paperQuery,
		response: 'download',
		handler: async ({ context, query, services }) => {
			const read = reader(context);
			const paper = rosterPaper(await roster(read, { past: false }), read.today);
			return await paperDownload(paper, paper.title, query.format, services);
		},
	}),
	defineRoute({
		method: 'POST',
		path: '/api/posts',
		summary: '登记工作人员',
		access: 'training.organise',
		audit: 'post.add',
		body: schemas.holderBody,
		response: created,
		handler: async ({ context, body }) => ({ id: await transact(context, (tx) => addHolder(tx, body)) }),
	}),
	defineRoute({
		method: 'PUT',
		path: '/api/posts/:id',
		summary: '修改工作人员登记',
		access: 'training.organise',
		audit: 'post.change',
		params: idParams,
		body: schemas.changedHolder,
		response: done,
		handler: async ({ context, params, body }) => {
			await transact(context, (tx) => changeHolder(tx, params.id, body));
			return {};
		},
	}),
	defineRoute({
		method: 'PUT',
		path: '/api/post-duties/:post',
		summary: '修改岗位职责',
		access: 'exam.manage',
		audit: 'post.duty',
		params: schemas.postParams,
		body: schemas.dutyBody,
		response: done,
		handler: async ({ context, params, body }) => {
			await transact(context, (tx) => wordDuty(tx, params.post, body.text));
			return {};
		},
	}),
];

/** What is done to an open sheet with nothing but the revision it was read in. */
const steps = [
	{
		name: 'refresh',
		summary: '更新交接单内容',
		run: refreshHandover,
	},
	{ name: 'confirm', summary: '确认交接', run: confirmHandover },
	{ name: 'cancel', summary: '取消交接', run: cancelHandover },
] as const;

const stepRoutes = steps.map(({ name, summary, run }) =>
	defineRoute({
		method: 'POST',
		path: `/api/handovers/:id/${name}`,
		summary,
		access: name === 'confirm' ? 'training.read' : 'training.organise',
		audit: `handover.${name}`,
		params: idParams,
		body: schemas.revisionBody,
		response: done,
		handler: async ({ context, params, body, services }) => {
			await transact(context, (tx) => run(tx, params.id, body.revision, gatherOf(services)));
			return {};
		},
	}),
);

const handovers = [
	defineRoute({
		method: 'GET',
		path: '/api/handovers',
		summary: '工作交接列表',
		access: 'training.read',
		audit: 'none',
		response: schemas.handoverList,
		handler: async ({ context }) => ({ rows: await listHandovers(reader(context)) }),
	}),
	defineRoute({
		method: 'GET',
		path: '/api/handovers/:id',
		summary: '工作交接单',
		access: 'training.read',
		audit: 'none',
		params: idParams,
		response: schemas.handoverView,
		handler: async ({ context, params }) => await handoverView(reader(context), params.id),
	}),
	defineRoute({
		method: 'POST',
		path: '/api/handovers',
		summary: '生成工作交接单',
		access: 'training.organise',
		audit: 'handover.open',
		body: schemas.newHandover,
		response: created,
		handler: async ({ context, body, services }) => ({
			id: await transact(context, (tx) => openHandover(tx, body, gatherOf(services))),
		}),
	}),
	defineRoute({
		method: 'GET',
		path: '/api/handovers/:id/paper',
		summary: '打印工作交接单',
		access: 'training.read',
		audit: 'handover.print',
		params: idParams,
		query: paperQuery,
		response: 'download',
		handler: async ({ context, params, query, services }) => {
			const paper = handoverPaper(await handoverView(reader(context), params.id));
			return await paperDownload(paper, paper.title, query.format, services);
		},
	}),
];

export const peopleRoutes = [...posts, ...handovers, ...stepRoutes];
