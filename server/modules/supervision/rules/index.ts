import { emptyColumn, silentOffice, staleColumn, thinColumn } from './columns.ts';
import {
	contactGap,
	expiredDocument,
	expiringDocument,
	guideGap,
	latePublication,
	leakedData,
	missingInterpretation,
	overduePublication,
	withheldNotReviewed,
} from './content.ts';
import type { MonitorRule } from './define.ts';
import { lateReport, nearApplication, overdueApplication, overdueConcern } from './duties.ts';

import { missingCode, overdueCorrection, unconfirmedApplication, vacantDuty } from './standing.ts';
import {
	deadLink,
	duplicate,
	foreignLink,
	insideLink,
	repealedLaw,
	undatedDocument,
	wrongDay,
	wrongMark,
	wrongWords,
} from './texts.ts';

export type { MonitorRule } from './define.ts';

/** Everything a round looks after, the gravest first. A new rule is a value in one of these files and a name here. */
export const MONITOR_RULES: readonly MonitorRule[] = [
	leakedData,
	overdueApplication,
	overdueConcern,
	overduePublication,
	lateReport,
	guideGap,
	emptyColumn,
	staleColumn,
	expiredDocument,
	silentOffice,
	deadLink,
	insideLink,
	vacantDuty,
	overdueCorrection,
	repealedLaw,
	nearApplication,
	unconfirmedApplication,
	latePublication,
	missingInterpretation,
	withheldNotReviewed,
	expiringDocument,
	undatedDocument,
	duplicate,
	wrongDay,
	wrongWords,
	wrongMark,
	foreignLink,
	thinColumn,
	contactGap,
	missingCode,
];

const byId = new Map(MONITOR_RULES.map((rule) => [rule.id, rule]));

export function monitorRule(id: string): MonitorRule | undefined {
	return byId.get(id);
}
