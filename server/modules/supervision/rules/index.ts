import { closedColumn, emptyColumn, missingItem, silentOffice, staleColumn, staleNews, thinColumn } from './columns.ts';
import {
	expiredDocument,
	expiringDocument,
	lateBudget,
	latePublication,
	leakedData,
	missingInterpretation,
	overduePublication,
	unreadUrgent,
	withheldNotReviewed,
} from './content.ts';
import type { MonitorRule } from './define.ts';
import {
	contradictoryReport,
	lateReport,
	nearApplication,
	neglectedConcern,
	overdueApplication,
	overdueConcern,
	overdueConsultation,
	overdueSiteError,
	returnedReport,
} from './duties.ts';
import { lateEntry, missingEntry, openEntry } from './entries.ts';
import { contactGap, differingGuide, guideGap, missingBody, oldGuide } from './guide.ts';
import { silentAccount } from './media.ts';
import { simplified, unevaluated, unfiled, unjudged } from './normative.ts';
import { outsideDead, outsideDown, outsideForeign, outsideLeak, outsideSilent, outsideTagless } from './outside.ts';
import {
	indexGap,
	missedSchedule,
	ownReview,
	sharedIndex,
	sharedNumber,
	stuckDocument,
	unreviewed,
	withdrawnPenalty,
} from './records.ts';
import { missingPageTags, noService, silentSite } from './site.ts';
import { missingCode, overdueCorrection, unconfirmedApplication, vacantDuty } from './standing.ts';
import {
	bareServiceGuide,
	deadLink,
	duplicate,
	foreignLink,
	insideLink,
	missingAttribute,
	repealedLaw,
	serviceGuideGap,
	thinRecord,
	undatedDocument,
	unreadFile,
	wrongDay,
	wrongMark,
	wrongWords,
} from './texts.ts';
import { leakedDraft, unansweredDraft, unansweredProposal, unpublishedProposal, verifiedComplaint } from './voices.ts';

export type { MonitorRule } from './define.ts';

const VETOES = [
	leakedData,
	silentSite,
	noService,
	bareServiceGuide,
	neglectedConcern,
	outsideDown,
	outsideSilent,
	outsideLeak,
	leakedDraft,
];

const ERRORS = [
	overdueApplication,
	overdueConcern,
	overdueSiteError,
	verifiedComplaint,
	unansweredDraft,
	unansweredProposal,
	overduePublication,
	lateBudget,
	lateReport,
	contradictoryReport,
	unreadUrgent,
	unjudged,
	unfiled,
	missingEntry,
	guideGap,
	differingGuide,
	missingItem,
	emptyColumn,
	staleNews,
	staleColumn,
	withdrawnPenalty,
	unreviewed,
	ownReview,
	missedSchedule,
	expiredDocument,
	missingBody,
	vacantDuty,
	silentAccount,
	overdueCorrection,
	serviceGuideGap,
	missingAttribute,
	deadLink,
	insideLink,
	sharedIndex,
	repealedLaw,
	missingPageTags,
	outsideDead,
];

const WARNINGS = [
	silentOffice,
	nearApplication,
	unconfirmedApplication,
	overdueConsultation,
	latePublication,
	missingInterpretation,
	withheldNotReviewed,
	returnedReport,
	oldGuide,
	stuckDocument,
	expiringDocument,
	undatedDocument,
	duplicate,
	sharedNumber,
	indexGap,
	thinRecord,
	unreadFile,
	wrongDay,
	wrongWords,
	wrongMark,
	foreignLink,
	thinColumn,
	closedColumn,
	contactGap,
	missingCode,
	lateEntry,
	openEntry,
	unevaluated,
	simplified,
	unpublishedProposal,
	outsideForeign,
	outsideTagless,
];

/** Everything a round looks after, the gravest first. A new rule is a value in one of these files and a name here. */
export const MONITOR_RULES: readonly MonitorRule[] = [...VETOES, ...ERRORS, ...WARNINGS];

const byId = new Map(MONITOR_RULES.map((rule) => [rule.id, rule]));

export function monitorRule(id: string): MonitorRule | undefined {
	return byId.get(id);
}
