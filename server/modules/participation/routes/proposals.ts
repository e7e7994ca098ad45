import { defineRoute } from '../../../api/route.ts';
import { reader, transact } from '../../../platform/transaction.ts';
import { listOffices } from '../../offices/index.ts';
import { moveProposal } from '../commands/move-proposal.ts';
import { registerProposal, revealDelegate } from '../commands/register-proposal.ts';
import { PROPOSAL_KINDS, PROPOSAL_STATES, PUBLICITY, RESULTS, SATISFACTIONS } from '../model/proposal.ts';
import { listProposals, proposalView } from '../queries/proposals.ts';
import * as schemas from '../schemas/proposals.ts';
import { contactView, created, done, idParams, reasonBody } from '../schemas/shared.ts';
import { optionsOf } from './options.ts';

export const proposalRoutes = [
	defineRoute({
		method: 'GET',
		path: '/api/proposals',
		summary: '建议提案列表',
		access: 'proposal.read',
		audit: 'none',
		query: schemas.listQuery,
		response: schemas.listAnswer,
		handler: async ({ context, query }) => await listProposals(reader(context), query),
	}),
	defineRoute({
		method: 'GET',
		path: '/api/proposals/options',
		summary: '建议提案的类别和状态',
		access: 'proposal.read',
		audit: 'none',
		response: schemas.optionsView,
		handler: async ({ context }) => ({
			kinds: optionsOf(PROPOSAL_KINDS),
			states: optionsOf(PROPOSAL_STATES),
			results: optionsOf(RESULTS),
			satisfactions: optionsOf(SATISFACTIONS),
			publicities: optionsOf(PUBLICITY),
			offices: (await listOffices(reader(context))).map(({ id, shortName }) => ({ value: id, label: shortName })),
		}),
	}),
	defineRoute({
		method: 'GET',
		path: '/api/proposals/:id',
		summary: '建议提案',
		access: 'proposal.read',
		audit: 'none',
		params: idParams,
		response: schemas.view,
		handler: async ({ context, params }) => await proposalView(reader(context), params.id),
	}),
	defineRoute({
		method: 'POST',
		path: '/api/proposals',
		summary: '登记建议提案',
		access: 'proposal.handle',
		audit: 'proposal.register',
		body: schemas.newProposal,
		response: created,
		handler: async ({ context, body, services }) =>
			await transact(context, (tx) => registerProposal(tx, services.vault(), body)),
	}),
	defineRoute({
		method: 'POST',
		path: '/api/proposals/:id/moves/:action',
		summary: '办理建议提案',
		access: 'proposal.read',
		audit: 'proposal.move',
		params: schemas.moveParams,
		body: schemas.moveBody,
		response: done,
		handler: async ({ context, params, body, services }) => {
			await transact(context, (tx) => moveProposal(tx, services.vault(), { ...params, ...body }));
			return {};
		},
	}),
	defineRoute({
		method: 'POST',
		path: '/api/proposals/:id/contact',
		summary: '查看代表委员联系方式',
		access: 'proposal.handle',
		audit: 'proposal.revealContact',
		params: idParams,
		body: reasonBody,
		response: contactView,
		handler: async ({ context, params, body, services }) =>
			await transact(context, (tx) => revealDelegate(tx, services.vault(), params.id, body.reason)),
	}),
];
