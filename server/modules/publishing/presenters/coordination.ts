import type { z } from 'zod';
import type { Coordination } from '../queries/coordination.ts';
import type { Outcome } from '../rules/coordination.ts';
import type { coordinationAnswer } from '../schemas/coordination.ts';

export function presentOutcome(outcome: Outcome | null) {
	if (!outcome) return null;
	const { kind, words, onDay, reference, personName } = outcome;
	return { kind, words, onDay, reference, personName };
}

/** 信息来源, 协商确认 and 批准 as the workbench gets them. */
export function presentCoordination(given: Coordination): z.input<typeof coordinationAnswer> {
	const { origin, record, requests, history, unsettled, objectors, isOpen, replyBy, choices } = given;
	const { edition: _, ...said } = record;
	return {
		origin: { ...origin, warning: origin.warning?.message ?? null },
		record: said,
		requests: requests.map((one) => ({
			id: one.id,
			edition: one.edition,
			inCounty: one.officeId !== null,
			name: one.name,
			question: one.question,
			askedAt: one.at.toISOString(),
			askedBy: one.personName,
			replyBy: one.replyBy,
			state: one.state,
			overdue: one.overdue,
			outcome: presentOutcome(one.outcome),
		})),
		history: history.map(({ at, personName, text, note }) => ({
			...{ at: at.toISOString(), actorName: personName, text, note },
		})),
		unsettled,
		objectors,
		isOpen,
		replyBy,
		choices,
	};
}
