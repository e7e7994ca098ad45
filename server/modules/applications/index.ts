import type { Module } from '../../module.ts';
import { jobs } from './jobs.ts';
import { pages } from './pages/index.ts';
import { remediesInHand } from './queries/remedies.ts';
import { applicationsInHand } from './queries/summaries.ts';
import { routes } from './routes/index.ts';

export { type Clock, type ClockToday, clockOn, computeClock } from './clock.ts';
export { type ClockEvent, type ClockFile, clockFileSchema, parseClockFile } from './clock-events.ts';
export { type ClockDay, explainClock, explainDays, type Segment } from './clock-explain.ts';
export { CLAIMANTS, REMEDY_RESULTS, REMEDY_SUBJECTS, REMEDY_TRACKS } from './model.ts';
export { type OverdueConsultation, overdueConsultations } from './queries/consultations.ts';
export { openCorrections } from './queries/corrections.ts';
export { countStat3, countTable3, countTable4, feeTotals } from './queries/counting.ts';
export { noticedCases } from './queries/notices.ts';
export type { ApplicationSummary } from './queries/summaries.ts';
export { applicationSummaries, lateAnswers, openApplications } from './queries/summaries.ts';
export type { Cells, CountedForm } from './rules/counting.ts';
// For measuring: table 3 of cases made up.
export { table3 as table3Of } from './rules/counting.ts';
export { selectConcluded as concludedCases, selectOutcomeCounts as outcomeCounts } from './store/counting.ts';
export { type RemedySummary, selectRemediesByIds as remedySummaries } from './store/remedy-lists.ts';

export const applications: Module = {
	name: 'applications',
	routes,
	pages,
	jobs,
	inHand: async (reader, officeId) => [
		...(await applicationsInHand(reader, officeId)),
		...(await remediesInHand(reader, officeId)),
	],
	events: {
		'application.tell': '通知申请人办理进展',
		'application.lookThrough': '检查申请人提交的材料',
		'application.remind': '提醒机关答复期限',
		'application.calendarChanged': '节假日调整后重算答复期限',
	},
};
