import type { Module } from '../../module.ts';
import { pages } from './pages/index.ts';
import { concernsInHand } from './queries/concerns.ts';
import { routes } from './routes/index.ts';

export { readConsultationFiles } from './commands/read-files.ts';
export { MEASURES, VERDICTS } from './model.ts';
export { overdueConcerns, verifiedComplaints } from './queries/concerns.ts';
export { overdueConsultations } from './queries/consultations.ts';
export { leakedDrafts } from './queries/draft-leaks.ts';
export {
	type ParticipationFigures,
	type ParticipationLine,
	type ParticipationSubject,
	participationByOffice,
	participationFigures,
	participationLines,
} from './queries/figures.ts';
export { overdueProposals } from './queries/proposals.ts';
export type { VerifiedComplaint } from './store/concern-records.ts';

/** 互动回应: what people ask, complain of, want published or find wrong, and its answers. */
export const participation: Module = { name: 'participation', routes, pages, inHand: concernsInHand };
