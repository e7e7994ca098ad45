import { sectionsOf } from 'annual-report';
import type { RenderInput } from 'annual-report/render';
import { scopeOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { movesFrom, type OfferedMove } from '../../../kernel/workflow.ts';
import { readTimeline, type TimelineRow } from '../../../platform/timeline.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { officeById } from '../../offices/index.ts';
import { auditLive } from '../audit/run.ts';
import { compileLive } from '../compile/live.ts';
import type { CountSources } from '../compile/sources.ts';
import { EMPTY_SECTION, type ReportCells, SECTIONS, type SectionContent, type SectionNumber } from '../model.ts';
import { canFor } from '../policy.ts';
import { modelOf, type SignedFinding, type SnapshotModel } from '../snapshot/model.ts';
import { sectionRevisions } from '../store/contents.ts';
import { type ReportRecord, reportById } from '../store/reports.ts';
import { latestSnapshot, type ReturnRecord, returnsOf, type SnapshotRecord } from '../store/snapshots.ts';
import { findYear } from '../store/years.ts';
import { isLive, type ReportAction, type ReportFacts, type ReportState, reportWorkflow } from '../workflow.ts';
import { type Due, dueIn } from './deadline.ts';
import { baseFacts, liveFacts } from './facts.ts';

export interface SectionView {
	n: SectionNumber;
	heading: string;
	table: string | null;
	content: SectionContent;
	/** The saved version the content is; null while nothing was saved. */
	base: number | null;
	savedBy: string | null;
	savedAt: Date | null;
}

/** A report as its screen shows it. */
export interface ReportView {
	report: Omit<ReportRecord, 'reviewedSha256' | 'reviewedBy'>;
	officeName: string;
	stateLabel: string;
	/** True once signed: what is shown is what was signed. */
	frozen: boolean;
	editable: boolean;
	due: Due;
	cells: ReportCells;
	sections: SectionView[];
	document: RenderInput;
	/** Of a report for the whole county that can still change: which offices are in it. */
	units: UnitSummary | null;
	findings: SignedFinding[];
	notChecked: { rule: string; reason: string }[];
	signature: { sha256: string; personName: string; signedAt: Date } | null;
	returns: ReturnRecord[];
	history: TimelineRow[];
	moves: OfferedMove<ReportState, ReportAction>[];
}

/** How many offices' reports went into the county's, and who is not among them. */
export interface UnitSummary {
	reports: number;
	missing: readonly string[];
	leftOut: readonly { officeName: string; reason: string }[];
}

/** What a report says, live or as it was signed. */
export interface Content {
	officeName: string;
	cells: ReportCells;
	sections: ReadonlyMap<SectionNumber, SectionContent>;
	document: RenderInput;
	report: SnapshotModel['report'];
	findings: SignedFinding[];
	notChecked: { rule: string; reason: string }[];
	snapshot: SnapshotRecord | null;
	units: UnitSummary | null;
	facts: ReportFacts;
}

/** The report in the reader's scope. @throws AppError `notFound` */
export async function requireReport(reader: Reader, id: number): Promise<ReportRecord> {
	const report = await reportById(reader, scopeOf(reader.actor), id);
	if (!report) throw new AppError('notFound');
	return report;
}

/** Compiles and audits a report that can change; reads the signature of one that cannot. */
export async function contentOf(reader: Reader, report: ReportRecord, sources: CountSources): Promise<Content> {
	const base = await baseFacts(reader, report);
	const snapshot = await latestSnapshot(reader, report.id);
	if (!isLive(report.state) && snapshot) {
		const model = modelOf(snapshot.model);
		const { officeName, cells, document, report: read } = model;
		const sections = new Map(SECTIONS.map((n) => [n, model.sections[String(n)] ?? EMPTY_SECTION]));
		return { officeName, cells, sections, document, report: read, ...model.audit, snapshot, units: null, facts: base };
	}
	const live = await compileLive(reader, report, sources);
	const audited = await auditLive(reader, live, sources);
	const { officeName, cells, sections, document } = live;
	const units = live.units && { ...live.units, reports: live.units.reports.length };
	const { findings, notChecked, report: read } = audited;
	const facts = liveFacts(base, live, audited);
	return { officeName, cells, sections, document, report: read, findings, notChecked, snapshot: null, units, facts };
}

export async function reportView(reader: Reader, id: number, sources: CountSources): Promise<ReportView> {
	const report = await requireReport(reader, id);
	const content = await contentOf(reader, report, sources);
	const can = canFor(reader.actor, report.officeId);
	const moves = movesFrom(reportWorkflow, report.state, content.facts, can);
	const { snapshot } = content;
	const { reviewedSha256: _, reviewedBy: __, ...shown } = report;
	return {
		report: shown,
		officeName: content.officeName,
		stateLabel: reportWorkflow.states[report.state].label,
		frozen: snapshot !== null,
		editable: moves.some((move) => move.action === 'edit' && move.allowed),
		due: await dueOf(reader, report),
		cells: content.cells,
		sections: await sectionViews(reader, report, content),
		document: content.document,
		units: content.units,
		findings: content.findings,
		notChecked: content.notChecked,
		signature: snapshot && { sha256: snapshot.sha256, personName: snapshot.personName, signedAt: snapshot.signedAt },
		returns: await returnsOf(reader, id),
		history: await readTimeline(reader, 'report', id),
		// `edit` is the screen itself; an edition is superseded by the publication of the next and by nothing else.
		moves: moves.filter((move) => move.action !== 'edit' && move.action !== 'supersede'),
	};
}

async function dueOf(reader: Reader, report: ReportRecord): Promise<Due> {
	const year = await findYear(reader, report.year);
	const office = await officeById(reader, report.officeId);
	if (!year || !office) throw new AppError('notFound');
	return (await dueIn(reader, year))(office.kind, report.publishedAt);
}

const PREFACE = { n: 0 as SectionNumber, label: '开头段', table: undefined };

async function sectionViews(reader: Reader, report: ReportRecord, content: Content): Promise<SectionView[]> {
	const revisions = await sectionRevisions(reader, report.id);
	const outline = [PREFACE, ...sectionsOf(report.form === '2014' ? '2021' : report.form)];
	return outline.map(({ n, label, table }) => {
		const section = n as SectionNumber;
		const revision = revisions.get(section);
		return {
			n: section,
			heading: label,
			table: report.form === '2014' ? null : (table ?? null),
			content: content.sections.get(section) ?? EMPTY_SECTION,
			base: revision?.id ?? null,
			savedBy: revision?.personName ?? null,
			savedAt: revision?.at ?? null,
		};
	});
}
