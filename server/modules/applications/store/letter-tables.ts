import type { Generated } from 'kysely';
import type { LetterId } from '../../../law/codes.ts';
import type { CorrectionResult, ServiceWay } from '../model.ts';

export interface LetterTable {
	id: Generated<number>;
	application_id: number;
	office_id: number;
	template: LetterId;
	title: string;
	recipient: 'applicant' | 'thirdParty' | 'agency' | 'file';
	number: string | null;
	number_year: number | null;
	number_seq: number | null;
	issued_on: string;
	issued_by: number | null;
	original_sha256: string;
	key_id: string;
	sealed_sha256: string;
	masked_sha256: string;
	pdf_original_sha256: string | null;
	pdf_sealed_sha256: string | null;
	pdf_masked_sha256: string | null;
	size: number;
	wording_id: number | null;
	issued_at: Date;
}

export interface ServiceTable {
	id: Generated<number>;
	letter_id: number;
	way: ServiceWay;
	served_on: string;
	received_on: string | null;
	post_number: string;
	note: string;
	recorded_by: number | null;
	recorded_at: Date;
}

export interface WordingTable {
	id: Generated<number>;
	template: LetterId;
	outcome: string;
	edition: number;
	title: string | null;
	source: string | null;
	note: string;
	person_id: number | null;
	person_name: string;
	created_at: Date;
}

/** 更正申请, ended by a letter. */
export interface CorrectionTable {
	application_id: number;
	office_id: number;
	record: string;
	evidence: Generated<string>;
	received_on: string;
	closed_on: string | null;
	result: CorrectionResult | null;
	finding: Generated<string>;
	letter_id: number | null;
}

export interface ListingTable {
	application_id: number;
	office_id: number;
	title: string;
	listed_on: string;
	unlisted_on: string | null;
}
