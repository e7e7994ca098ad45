import { type Finding, type Report, readReports } from 'annual-report';
import { auditAll, type NotChecked, type Profile } from 'annual-report/audit';

/** What reading a file gives: the report, or one sentence why not. */
export type ReadAnswer = { report: Report } | { failure: string };

/** One report of a file; an archive holds several. */
export interface ReadPart {
	/** As uploaded; in an archive `archive.zip!/member`. */
	fileName: string;
	answer: ReadAnswer;
}

export interface AuditedPart extends ReadPart {
	findings: readonly Finding[];
	notChecked: readonly NotChecked[];
}

/** Reads one outside file, and every report of an archive. Runs in a thread of its own: the file may be anything. */
export async function readOutside(input: { bytes: Uint8Array; fileName: string }): Promise<ReadPart[]> {
	const parts: ReadPart[] = [];
	for await (const member of readReports(input.bytes, input.fileName)) {
		const answer = 'report' in member ? { report: storable(member.report) } : { failure: member.failed };
		parts.push({ fileName: member.file, answer });
	}
	return parts;
}

/** Reads and audits: the reports of one archive see each other. `profile` is the library's own where left out. */
export async function verifyOutside(input: {
	bytes: Uint8Array;
	fileName: string;
	profile?: Profile;
}): Promise<AuditedPart[]> {
	const parts = await readOutside(input);
	const reports = parts.flatMap(({ answer, fileName }) =>
		'report' in answer ? [{ ...answer.report, file: fileName }] : [],
	);
	const audited = new Map(
		auditAll(reports, {}, input.profile ? { profile: input.profile } : {}).map((one) => [one.report.file, one]),
	);
	return parts.map((part) => {
		const { findings = [], notChecked = [] } = audited.get(part.fileName) ?? {};
		return { ...part, findings, notChecked };
	});
}

/** PostgreSQL stores neither NUL nor half of a surrogate pair; damaged files contain both. */
export function storable(report: Report): Report {
	const clean = (_key: string, value: unknown): unknown =>
		typeof value === 'string' ? Buffer.from(value.replaceAll('\u0000', ''), 'utf8').toString('utf8') : value;
	return JSON.parse(JSON.stringify(report, clean)) as Report;
}
