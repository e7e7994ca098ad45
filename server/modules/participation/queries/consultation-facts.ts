import type { Reader } from '../../../platform/transaction.ts';
import type { Consultation } from '../model/consultation.ts';
import { phaseOf } from '../rules/period.ts';
import { selectComments, selectOpinions } from '../store/comments.ts';
import type { ConsultationFacts } from '../workflow.ts';

/** What the moves of a consultation depend on, as of today. */
export async function factsOf(reader: Reader, consultation: Consultation): Promise<ConsultationFacts> {
	const { id, submittedBy } = consultation;
	const comments = await selectComments(reader, id);
	const opinions = await selectOpinions(reader, id);
	const { actor } = reader;
	return {
		phase: phaseOf(consultation, reader.today),
		unsorted: comments.filter(({ opinionId }) => opinionId === null).length,
		unjudged: opinions.filter(({ verdict }) => verdict === null).length,
		isSubmitter: actor.kind === 'person' && submittedBy !== null && actor.personId === submittedBy,
	};
}
