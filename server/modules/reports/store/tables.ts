import type { ColumnType, Generated } from 'kysely';
import type { ReportCovers, ReportForm, SectionContent } from '../model.ts';
import type { ReminderKind } from '../rules/reminder.ts';
import type { ReportState } from '../workflow.ts';

type Json<T> = ColumnType<T, string, string>;

interface Hand {
	person_id: number | null;
	person_name: string;
	created_at: Date;
}

export interface YearRow {
	year: number;
	form: ReportForm;
	submit_by: string;
	publish_by_department: string;
	publish_by_township: string;
	publish_by_county: string;
	revision: Generated<number>;
	opened_at: Date;
	opened_by: string;
}

export interface ReportRow {
	id: Generated<number>;
	office_id: number;
	year: number;
	edition: number;
	form: ReportForm;
	state: ReportState;
	correction_reason: string;
	reviewed_sha256: string | null;
	reviewed_by: number | null;
	reviewed_by_name: string | null;
	submitted_at: Date | null;
	published_at: Date | null;
	created_at: Date;
	created_by: string;
	covers: Generated<ReportCovers>;
}

export interface JointRow extends Hand {
	id: Generated<number>;
	report_id: number;
	office_id: number;
	address: string;
	count: number;
	note: string;
}

export interface FigureRow extends Hand {
	id: Generated<number>;
	report_id: number;
	address: string;
	action: 'enter' | 'override' | 'clear';
	value: string | null;
	computed: string | null;
	ground: string;
}

export interface SectionRow extends Hand {
	id: Generated<number>;
	report_id: number;
	section: number;
	content: Json<SectionContent>;
}

export interface ExplanationRow extends Hand {
	id: Generated<number>;
	report_id: number;
	finding_key: string;
	rule: string;
	message: string;
	explanation: string;
}

export interface SnapshotRow {
	id: Generated<number>;
	report_id: number;
	model: string;
	sha256: string;
	person_id: number | null;
	person_name: string;
	signed_at: Date;
}

export interface ReturnRow {
	id: Generated<number>;
	report_id: number;
	snapshot_id: number;
	reason: string;
	findings: Json<{ rule: string; message: string; cells: string[] }[]>;
	person_id: number | null;
	person_name: string;
	returned_at: Date;
}

export interface ReminderRow extends Hand {
	id: Generated<number>;
	office_id: number;
	year: number;
	kind: ReminderKind;
	day: string;
	note: string;
}

export interface FileRow {
	report_id: number;
	format: ReportFormat;
	file_sha256: string;
	size: number;
	created_at: Date;
}

/** The formats a report is published in. */
export const REPORT_FORMATS = ['html', 'docx', 'pdf', 'xlsx', 'csv', 'json'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

export interface OutsideRow extends Hand {
	id: Generated<number>;
	office_id: number;
	batch: string;
	file_sha256: string;
	file_name: string;
	state: 'read' | 'failed';
	failure: string;
	title: string;
	organ: string | null;
	year: number | null;
	form: string | null;
	report: Json<unknown> | null;
	findings: Json<unknown[]>;
	not_checked: Json<unknown[]>;
}

export interface AcceptanceRow extends Hand {
	id: Generated<number>;
	office_id: number;
	outside_report_id: number;
	organ: string;
	year: number | null;
	finding_key: string;
	rule: string;
	message: string;
	reason: string;
	withdrawn: boolean;
}

export interface PastRow extends Hand {
	id: Generated<number>;
	office_id: number;
	year: number;
	outside_report_id: number;
}

export type Tables = {
	report_year: YearRow;
	report: ReportRow;
	report_figure: FigureRow;
	report_joint: JointRow;
	report_section: SectionRow;
	report_explanation: ExplanationRow;
	report_snapshot: SnapshotRow;
	report_return: ReturnRow;
	report_reminder: ReminderRow;
	report_file: FileRow;
	outside_report: OutsideRow;
	outside_acceptance: AcceptanceRow;
	past_report: PastRow;
};
