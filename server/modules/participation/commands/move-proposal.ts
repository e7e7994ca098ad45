import { scopeOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { collectIssues, type Issue, issue } from '../../../kernel/issue.ts';
import { requireMove } from '../../../kernel/workflow.ts';
import type { Tx } from '../../../platform/transaction.ts';
import type { Vault } from '../../../platform/vault/index.ts';
import { messages } from '../messages.zh.ts';
import type { Proposal, Satisfaction } from '../model/proposal.ts';
import { canOnConcern } from '../policy.ts';
import { namesDelegate, publicityIssues, type Reply, replyIssues } from '../rules/proposal.ts';
import { appendStep, personOf } from '../store/history.ts';
import { lockProposal, type ProposalChange, selectProposalContact, updateProposal } from '../store/proposals.ts';
import { type ProposalAction, proposalWorkflow } from '../workflow.ts';
import { personalIssues, reasonIssues, refuseWith } from './checks.ts';
import { openContact } from './contacts.ts';

export interface ProposalMove extends Reply {
	id: number;
	action: ProposalAction;
	/** Reason, remark. */
	text: string;
	/** extend: all months from the day it came. */
	limitMonths: number | null;
	satisfaction: Satisfaction | null;
	/** As it was read; what somebody changed since is not signed unseen. */
	revision: number;
}

interface Effect {
	issues: Issue[];
	change: ProposalChange;
}

/** One hand on a proposal, as the table grants it. @throws AppError `notFound`, `conflict`, `forbidden`, `invalid` */
export async function moveProposal(tx: Tx, vault: Vault, move: ProposalMove): Promise<void> {
	const proposal = await lockProposal(tx, scopeOf(tx.actor), move.id);
	if (!proposal) throw new AppError('notFound');
	const { id, officeId, number, state, publicity, submittedBy } = proposal;
	const isSubmitter = submittedBy !== null && submittedBy === personOf(tx);
	const can = canOnConcern(tx.actor, officeId);
	const row = requireMove(proposalWorkflow, state, move.action, { publicity, isSubmitter }, can);
	if (proposal.revision !== move.revision) throw new AppError('conflict', { message: messages.changed });
	const { issues, change } = await effectOf(tx, vault, proposal, move);
	refuseWith(issues);
	await updateProposal(tx, proposal, { state: row.to, ...change });
	await appendStep(tx, 'proposal', id, move.action, move.text.trim());
	tx.about({ type: 'proposal', id, officeId, summary: `${row.label}：${number}` });
	tx.invalidate('proposals');
}

async function effectOf(tx: Tx, vault: Vault, proposal: Proposal, move: ProposalMove): Promise<Effect> {
	switch (move.action) {
		case 'extend':
			return extendTo(tx, proposal, move);
		case 'submit':
			return { issues: replyIssues(move), change: { ...replyOf(move), submittedBy: personOf(tx) } };
		case 'sign':
			return { issues: [], change: { repliedOn: tx.today } };
		case 'reconsider': {
			const issues = [...publicityIssues(move), ...reasonIssues(move.text)];
			const { publicity, publicityReason, publicText } = replyOf(move);
			return { issues, change: { publicity, publicityReason, publicText } };
		}
		case 'publish':
			return { issues: await publicIssues(tx, vault, proposal), change: { publishedOn: tx.today } };
		case 'unpublish':
			return { issues: reasonIssues(move.text), change: { publishedOn: null } };
		case 'return':
		case 'withdraw':
			return { issues: reasonIssues(move.text), change: {} };
		case 'satisfaction': {
			const issues = move.satisfaction ? [] : [issue('proposal.satisfaction', messages.satisfaction, 'satisfaction')];
			return { issues, change: { satisfaction: move.satisfaction } };
		}
	}
}

function replyOf({ reply, replyNumber, result, publicity, publicityReason, publicText }: Reply) {
	return {
		reply: reply.trim(),
		replyNumber: replyNumber.trim(),
		result,
		publicity,
		publicityReason: publicity === 'full' ? '' : publicityReason.trim(),
		publicText: publicity === 'none' ? '' : publicText.trim(),
	};
}

function extendTo({ today }: Tx, proposal: Proposal, { limitMonths, text }: ProposalMove): Effect {
	const isMonths = limitMonths !== null && limitMonths >= 1 && limitMonths <= 12;
	const note = `${today}：办理期限由${proposal.limitMonths}个月调整为${limitMonths}个月。${text.trim()}`;
	return {
		issues: collectIssues(
			!isMonths && issue('proposal.months', messages.proposalMonths, 'limitMonths'),
			reasonIssues(text),
		),
		change: isMonths ? { limitMonths, extensionNote: `${proposal.extensionNote}\n${note}`.trim() } : {},
	};
}

/** Nobody's personal data, and neither name nor number of the delegate. */
async function publicIssues(tx: Tx, vault: Vault, { id, title, publicText, delegate }: Proposal): Promise<Issue[]> {
	const sealed = await selectProposalContact(tx, id);
	const { phone, email } = sealed ? openContact(vault, `proposal ${id}`, sealed) : { phone: '', email: '' };
	const shown = `${title}\n${publicText}`;
	return collectIssues(
		personalIssues(shown, 'publicText'),
		namesDelegate(shown, { delegate, phone, email }) &&
			issue('proposal.delegate', messages.delegateShown, 'publicText'),
	);
}
