import { type Actor, scopeOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { movesFrom } from '../../../kernel/workflow.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { countySettings, listOffices, workingCalendar } from '../../offices/index.ts';
import { PROPOSAL_KINDS, PROPOSAL_STATES, type Proposal } from '../model/proposal.ts';
import { canOnConcern, canOnConsultation, mayReveal } from '../policy.ts';
import { proposalLimits } from '../rules/proposal.ts';
import { stepsOf } from '../store/history.ts';
import {
	type ProposalFilter,
	selectJoint,
	selectProposal,
	selectProposalContact,
	selectProposals,
} from '../store/proposals.ts';
import { proposalWorkflow } from '../workflow.ts';

async function presented(reader: Reader, rows: readonly Proposal[]) {
	const calendar = (await workingCalendar(reader)).latest;
	const offices = new Map((await listOffices(reader, { merged: true })).map(({ id, shortName }) => [id, shortName]));
	const { proposalPublishDays } = (await countySettings(reader)).limits;
	const joint = await selectJoint(
		reader,
		rows.map(({ id }) => id),
	);
	return rows.map((row) => ({
		...row,
		officeName: offices.get(row.officeId) ?? '',
		jointOffices: (joint.get(row.id) ?? []).map((id) => offices.get(id) ?? ''),
		kindLabel: PROPOSAL_KINDS[row.kind],
		stateLabel: PROPOSAL_STATES[row.state],
		limits: proposalLimits(row, calendar, reader.today, proposalPublishDays),
		waits: waitsForActor(reader.actor, row),
	}));
}

/** Whether the next move is this person's; the county may act for an office, and is not reminded of it. */
function waitsForActor(actor: Actor, { officeId, state, publicity }: Proposal): boolean {
	const can = canOnConsultation(actor, officeId);
	if (state === 'toSign') return can('proposal.signOff');
	return (state === 'inHand' || (state === 'replied' && publicity !== 'none')) && can('proposal.handle');
}

/** A page of proposals in scope: those an office leads or helps with. */
export async function listProposals(
	reader: Reader,
	{ page, pageSize, ...filter }: ProposalFilter & { page: number; pageSize: number },
) {
	const at = { limit: pageSize, offset: (page - 1) * pageSize };
	const found = await selectProposals(reader, scopeOf(reader.actor), filter, at);
	return { total: found.total, rows: await presented(reader, found.rows) };
}

/** One proposal with its hands and what may be done. @throws AppError `notFound` */
export async function proposalView(reader: Reader, id: number) {
	const proposal = await selectProposal(reader, scopeOf(reader.actor), id);
	const [shown] = proposal ? await presented(reader, [proposal]) : [];
	if (!proposal || !shown) throw new AppError('notFound');
	const { actor } = reader;
	const { state, publicity, submittedBy, officeId } = proposal;
	const isSubmitter = actor.kind === 'person' && submittedBy !== null && actor.personId === submittedBy;
	const moves = movesFrom(proposalWorkflow, state, { publicity, isSubmitter }, canOnConcern(actor, officeId));
	return {
		...shown,
		hasContact: (await selectProposalContact(reader, id)) !== null,
		mayReveal: mayReveal(actor, officeId, 'proposal.handle'),
		moves: moves.map((move) => ({ ...move, reasons: [...move.reasons] })),
		steps: await stepsOf(reader, 'proposal', id),
	};
}

/** Proposals not replied to in time, or replied to and not published in time, for the county to look after. */
export async function overdueProposals(reader: Reader) {
	const { rows } = await selectProposals(reader, { kind: 'all' }, {}, { limit: 10_000, offset: 0 });
	return (await presented(reader, rows)).flatMap(({ id, officeId, number, title, state, limits }) => {
		const isUnanswered = (state === 'inHand' || state === 'toSign') && limits.replyLate;
		const isUnpublished = state === 'replied' && limits.publishLate;
		if (!isUnanswered && !isUnpublished) return [];
		const due = isUnanswered ? limits.replyDue : (limits.publishDue ?? '');
		return [
			{ id, officeId, number, title, what: isUnanswered ? ('reply' as const) : ('publish' as const), dueOn: due },
		];
	});
}
