import type { Evidence } from 'annual-report';
import type { Reader } from '../../../platform/transaction.ts';
import type { Office } from '../../offices/index.ts';
import type { PeriodTotal, RegisterFigure } from '../../registers/index.ts';
import type { RecordIds, RecordType, ReportForm } from '../model.ts';
import type { RawCounts } from './count.ts';

/** Which office, year and form is counted. */
export interface CountAt {
	office: Office;
	year: number;
	form: ReportForm;
}

/** What the audit may ask of applications beside their counts. */
export type CaseEvidence = Pick<
	Evidence,
	| 'openApplications'
	| 'supplementNotices'
	| 'unpaidFeeNotices'
	| 'feeNotices'
	| 'feeCharged'
	| 'feeCollected'
	| 'newCases'
	| 'otherCases'
>;

/** One record behind a figure. Of applications nothing that says who applied. */
export interface RecordSummary {
	type: RecordType;
	id: number;
	/** 申请编号, 标题, 事项. */
	title: string;
	/** The day it counts by. */
	day: string;
	/** What else tells it apart: applicant kind, state, outcome, note. */
	detail: string;
	/** How much it counts for, where not one. */
	quantity: string | null;
	/** Address of its screen in the workbench, without the base. */
	href: string;
}

/** Where figures come from: the other modules' reads, one each, so that a test can count something else. */
export interface CountSources {
	table3(reader: Reader, at: CountAt): Promise<RawCounts['table3']>;
	table4(reader: Reader, at: CountAt): Promise<RawCounts['table4']>;
	registers(reader: Reader, at: CountAt): Promise<Record<string, RegisterFigure>>;
	totals(reader: Reader, at: CountAt): Promise<PeriodTotal[]>;
	normative(reader: Reader, at: CountAt): Promise<RawCounts['normative']>;
	published(reader: Reader, at: CountAt): Promise<RawCounts['published']>;
	fees(reader: Reader, at: CountAt): Promise<FeeTotals>;
	caseEvidence(reader: Reader, at: CountAt): Promise<CaseEvidence>;
	/** The records with these ids that the reader may see. */
	describe(reader: Reader, records: RecordIds): Promise<RecordSummary[]>;
}

/** 信息处理费 of a year (国办函〔2020〕109号): notices sent, yuan charged by them, yuan paid. */
export interface FeeTotals {
	notices: number;
	charged: number;
	collected: number;
}

/** Asks every source once. */
export async function readCounts(sources: CountSources, reader: Reader, at: CountAt): Promise<RawCounts> {
	return {
		table3: await sources.table3(reader, at),
		table4: await sources.table4(reader, at),
		registers: await sources.registers(reader, at),
		normative: await sources.normative(reader, at),
		published: await sources.published(reader, at),
	};
}
