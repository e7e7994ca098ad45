import { createHash } from 'node:crypto';
import type { Finding, Report } from 'annual-report';
import type { RenderInput } from 'annual-report/render';
import type { ReportCells, ReportForm, SectionContent, Told } from '../model.ts';

/** What was signed. Version 1; a later version must still read this one. */
export interface SnapshotModel {
	version: 1;
	officeId: number;
	officeName: string;
	year: number;
	edition: number;
	form: ReportForm;
	title: string;
	/** Civil day of the signature. */
	signedOn: string;
	cells: ReportCells;
	/** Counts beyond the tables; missing in signatures from before they were kept. */
	told?: Told;
	/** Words with their references, by section. */
	sections: Record<string, SectionContent>;
	/** Exactly what is printed. */
	document: RenderInput;
	/** The same as the library reads it: for next year's audit and the open data. */
	report: Report;
	audit: {
		findings: SignedFinding[];
		notChecked: { rule: string; reason: string }[];
	};
}

/** A finding that stood when the report was signed, with why it was let stand. */
export interface SignedFinding extends Finding {
	key: string;
	explanation: string | null;
	explainedBy: string | null;
}

/** The text that is stored and hashed. */
export function modelText(model: SnapshotModel): { model: string; sha256: string } {
	const text = JSON.stringify(model);
	return { model: text, sha256: createHash('sha256').update(text, 'utf8').digest('hex') };
}

/** Reads a stored model back. @throws Error when the text is none: the database was tampered with. */
export function modelOf(text: string): SnapshotModel {
	const model = JSON.parse(text) as SnapshotModel;
	if (model.version !== 1) throw new Error(`snapshot of unknown version ${String(model.version)}`);
	return model;
}
