import type { Scope } from '../../../kernel/actor.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { countySettings, workingCalendar } from '../../offices/index.ts';
import { concernFigures, consultationFigures, type Period, proposalFigures } from '../rules/figures.ts';
import { selectCommentsOf, selectOpinionsOf } from '../store/comments.ts';
import { selectLatestChecks, selectResponses } from '../store/concern-records.ts';
import { selectConcerns } from '../store/concerns.ts';
import { selectConsultations } from '../store/consultations.ts';
import { selectProposals } from '../store/proposals.ts';

/** More records than a county holds in the years a figure looks at. */
const ALL = { limit: 100_000, offset: 0 };

async function gathered(reader: Reader, scope: Scope, period: Period) {
	const { limits } = await countySettings(reader);
	const at = { period, calendar: (await workingCalendar(reader)).latest, now: reader.now, limits };
	const { rows: concerns } = await selectConcerns(reader, scope, {}, ALL);
	const { rows: consultations } = await selectConsultations(reader, scope, {}, ALL);
	const { rows: proposals } = await selectProposals(reader, scope, {}, ALL);
	const ids = consultations.map(({ id }) => id);
	const opinions = concerns.filter(({ kind }) => kind === 'opinion').map(({ id }) => id);
	const responses = await selectResponses(reader, opinions);
	const checks = await selectLatestChecks(reader);
	// A helping office sees a proposal; it is counted where it is led.
	const led = scope.kind === 'office' ? proposals.filter(({ officeId }) => officeId === scope.officeId) : proposals;
	return {
		concerns: concernFigures(concerns, responses, checks, at),
		consultations: consultationFigures(
			consultations,
			await selectCommentsOf(reader, ids),
			await selectOpinionsOf(reader, ids),
			at,
		),
		proposals: proposalFigures(led, at),
	};
}

/**
 * Figures of 互动回应 in a period for one office, or for the county with null: messages, drafts put to the public, proposals, each
 * with the ids behind it. `from` and `to` are civil days, both within. Whoever calls answers for who may see them.
 */
export async function participationFigures(reader: Reader, officeId: number | null, from: string, to: string) {
	return await gathered(reader, officeId === null ? { kind: 'all' } : { kind: 'office', officeId }, { from, to });
}
