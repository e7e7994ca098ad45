import { type Actor, scopeOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { listOffices, type OfficeKind } from '../../offices/index.ts';
import { canFor } from '../policy.ts';
import { type Owed, owedIn } from '../rules/reminder.ts';
import { type Reminded, remindersOf } from '../store/reminders.ts';
import { listReports, type ReportRecord } from '../store/reports.ts';
import { returnCounts } from '../store/snapshots.ts';
import { findYear, type ReportYear } from '../store/years.ts';
import { type ReportAction, type ReportState, reportWorkflow } from '../workflow.ts';
import { type Due, dueIn } from './deadline.ts';

/** One office in a year: its newest edition, and what is public. */
export interface MatrixRow {
	officeId: number;
	officeName: string;
	kind: OfficeKind;
	report: { id: number; edition: number; state: ReportState; stateLabel: string; submittedAt: Date | null } | null;
	publishedAt: Date | null;
	/** How often the county sent an edition back. */
	returns: number;
	/** How often it was reminded; null when never. */
	reminded: Reminded | null;
	due: Due;
	/** What it still owes, and by when; null when it waits for the county or is done. */
	owed: Owed | null;
	/** The step that waits for the reader's own hand; what stands in its way is told on the report itself. */
	waiting: ReportAction | 'start' | null;
}

export interface Matrix {
	year: ReportYear;
	rows: MatrixRow[];
	/** How many offices stand where; `none` = not begun, `sentBack` = at least once. */
	counts: Record<ReportState | 'none' | 'late' | 'sentBack', number>;
}

/** Every office of the county against one year. Offices see their own row. @throws AppError `notFound` for a year not opened */
export async function reportMatrix(reader: Reader, year: number): Promise<Matrix> {
	const opened = await findYear(reader, year);
	if (!opened) throw new AppError('notFound');
	const scope = scopeOf(reader.actor);
	const reports = await listReports(reader, scope, { year });
	const due = await dueIn(reader, opened);
	const returns = await returnCounts(reader, year);
	const reminders = await remindersOf(reader, year);
	const offices = await listOffices(reader);
	const rows = offices
		.filter((office) => scope.kind === 'all' || (scope.kind === 'office' && scope.officeId === office.id))
		.map((office): MatrixRow => {
			const own = reports.filter((report) => report.officeId === office.id);
			const publishedAt = firstPublished(own);
			const days = due(office.kind, publishedAt);
			return {
				officeId: office.id,
				officeName: office.name,
				kind: office.kind,
				report: newest(own),
				publishedAt,
				returns: returns.get(office.id) ?? 0,
				reminded: reminders.get(office.id) ?? null,
				due: days,
				owed: owedIn(own[0]?.state ?? 'none', days, office.kind === 'county'),
				waiting: waitingFor(reader.actor, office.id, own[0]),
			};
		});
	return { year: opened, rows, counts: countStates(rows) };
}

function newest(own: readonly ReportRecord[]): MatrixRow['report'] {
	const [report] = own;
	if (!report) return null;
	const { id, edition, state, submittedAt } = report;
	return { id, edition, state, stateLabel: reportWorkflow.states[state].label, submittedAt };
}

/** Steps that carry a report forward, and the one that mends a returned one. */
const FORWARD: readonly ReportAction[] = ['edit', 'review', 'signOff', 'submit', 'accept', 'publish'];

function waitingFor(actor: Actor, officeId: number, report: ReportRecord | undefined): MatrixRow['waiting'] {
	const may = canFor(actor, officeId);
	if (!report) return may('report.draft') ? 'start' : null;
	const mine = reportWorkflow.transitions.filter(
		({ from, permission }) => from.includes(report.state) && may(permission),
	);
	const forward = mine.find(({ action }) => FORWARD.includes(action));
	if (forward) return forward.action;
	return report.state === 'returned' && mine.some(({ action }) => action === 'revise') ? 'revise' : null;
}

/** Punctuality is judged by the first edition that was out, a correction does not make a report late. */
function firstPublished(own: readonly ReportRecord[]): Date | null {
	return own.findLast((report) => report.publishedAt !== null)?.publishedAt ?? null;
}

function countStates(rows: readonly MatrixRow[]): Matrix['counts'] {
	const states = Object.keys(reportWorkflow.states) as ReportState[];
	const counts = Object.fromEntries([...states, 'none', 'late', 'sentBack'].map((key) => [key, 0])) as Matrix['counts'];
	for (const { report, due, returns } of rows) {
		if (returns > 0) counts.sentBack++;
		counts[report?.state ?? 'none']++;
		if (due.late) counts.late++;
	}
	return counts;
}
