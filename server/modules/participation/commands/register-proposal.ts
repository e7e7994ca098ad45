import { scopeOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { issue } from '../../../kernel/issue.ts';
import type { Tx } from '../../../platform/transaction.ts';
import type { Vault } from '../../../platform/vault/index.ts';
import { officeById } from '../../offices/index.ts';
import { messages } from '../messages.zh.ts';
import type { NewProposal } from '../model/proposal.ts';
import type { Contact } from '../model.ts';
import { canOnConcern, mayReveal } from '../policy.ts';
import { registrationIssues } from '../rules/proposal.ts';
import { appendStep, nextNumber } from '../store/history.ts';
import { insertProposal, insertProposalContact, selectProposal, selectProposalContact } from '../store/proposals.ts';
import { reasonIssues, refuseWith } from './checks.ts';
import { isTold, openContact, sealContact } from './contacts.ts';

/**
 * Registers a proposal with the office that leads, by that office or by the county.
 * @throws AppError `forbidden`, `invalid`, `conflict` when the session's number is there already
 */
export async function registerProposal(
	tx: Tx,
	vault: Vault,
	given: NewProposal,
): Promise<{ id: number; number: string }> {
	if (!canOnConcern(tx.actor, given.officeId)('proposal.handle')) throw new AppError('forbidden');
	refuseWith(registrationIssues(given, tx.today));
	for (const officeId of [given.officeId, ...given.jointOfficeIds]) {
		const office = await officeById(tx, officeId);
		if (office?.status !== 'active') refuseWith([issue('proposal.office', messages.office, 'officeId')]);
	}
	const number = await nextNumber(tx, given.kind);
	const id = await insertProposal(tx, number, given);
	if (id === null) {
		const issues = [issue('proposal.twice', messages.proposalTwice, 'originalNumber')];
		throw new AppError('conflict', { message: messages.proposalTwice, issues });
	}
	const contact = { name: '', ...given.contact };
	if (isTold(contact)) await insertProposalContact(tx, id, sealContact(vault, `proposal ${id}`, contact));
	await appendStep(tx, 'proposal', id, 'register', '');
	tx.about({ type: 'proposal', id, officeId: given.officeId, summary: number });
	return { id, number };
}

/** Shows how to reach the delegate, for a reason that is kept. @throws AppError `notFound`, `forbidden`, `invalid` */
export async function revealDelegate(tx: Tx, vault: Vault, id: number, reason: string): Promise<Contact> {
	const proposal = await selectProposal(tx, scopeOf(tx.actor), id);
	if (!proposal) throw new AppError('notFound');
	if (!mayReveal(tx.actor, proposal.officeId, 'proposal.handle')) throw new AppError('forbidden');
	refuseWith(reasonIssues(reason, 'reason'));
	const sealed = await selectProposalContact(tx, id);
	if (!sealed) throw new AppError('notFound', { message: messages.noContact });
	await appendStep(tx, 'proposal', id, 'reveal', reason.trim());
	const { officeId, number } = proposal;
	tx.about({ type: 'proposal', id, officeId, summary: `查看联系方式：${number}`, data: { reason: reason.trim() } });
	return openContact(vault, `proposal ${id}`, sealed);
}
