import { OUTCOMES } from '../../../law/outcomes.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { openParty } from '../identity/party.ts';
import { answerValues } from '../letters/answer-values.ts';
import type { CaseRecord } from '../queries/case-record.ts';
import { type DecisionDetails, objections, overridesObjection } from '../rules/decision.ts';
import { selectParties } from '../store/consultations.ts';
import { closeDecision } from '../store/decisions.ts';
import { issueLetter } from './issue-letter.ts';
import { carryOut, openCase } from './move.ts';
import type { CaseServices } from './services.ts';

/**
 * The second signature: the letter is numbered and issued. Of two who sign at once the second finds the case signed
 * (`conflict`). Third parties who objected are told in writing what is given out and why (第三十二条).
 */
export async function approveDecision(
	tx: Tx,
	services: CaseServices,
	input: { id: number; note: string },
): Promise<{ letterId: number }> {
	const { record, move } = await openCase(tx, input.id, 'approve');
	const pending = record.decisions.find(({ status }) => status === 'pending');
	if (!pending) throw new Error('a case under review has a pending decision');
	const { outcome, details } = pending;
	const enclosures = record.files.filter(({ id }) => details.enclosureIds.includes(id)).map(({ fileName }) => fileName);
	const letterId = await issueLetter(tx, services, record, {
		template: OUTCOMES[outcome].letter ?? 'D15',
		outcome,
		withheld: details.withheld.map(({ ground }) => ground),
		enclosures,
		values: answerValues(record.application, outcome, details, enclosures),
	});
	if (overridesObjection(outcome, pending.details, record)) await tellObjectors(tx, services, record, pending.details);
	await closeDecision(tx, pending.id, { status: 'approved', note: input.note, letterId });
	await carryOut(tx, record, move, {
		data: { outcome, letterId },
		entry: `审签：${OUTCOMES[outcome].name}${input.note ? `（${input.note}）` : ''}`,
	});
	return { letterId };
}

async function tellObjectors(
	tx: Tx,
	services: CaseServices,
	record: CaseRecord,
	details: DecisionDetails,
): Promise<void> {
	const parties = await selectParties(tx, record.application.id);
	for (const { id, information } of objections(record)) {
		const sealed = parties.find((party) => party.id === id)?.sealed;
		await issueLetter(tx, services, record, {
			template: 'D10',
			reader: sealed ? openParty(services.vault, id, sealed).name : '',
			values: { information, reason: details.fields.overrideReason ?? '' },
		});
	}
}
