import { ReadError, type Report, readReport } from 'annual-report';

/** What reading a file gives: the report, or one sentence why not. */
export type ReadAnswer = { report: Report } | { failure: string };

/** Reads one outside file. Runs in a thread of its own: the file may be anything. */
export async function readOutside({ bytes, fileName }: { bytes: Uint8Array; fileName: string }): Promise<ReadAnswer> {
	try {
		return { report: storable(await readReport(bytes, fileName)) };
	} catch (error) {
		if (error instanceof ReadError) return { failure: error.message };
		throw error;
	}
}

/** PostgreSQL stores neither NUL nor half of a surrogate pair; damaged files contain both. */
export function storable(report: Report): Report {
	const clean = (_key: string, value: unknown): unknown =>
		typeof value === 'string' ? Buffer.from(value.replaceAll('\u0000', ''), 'utf8').toString('utf8') : value;
	return JSON.parse(JSON.stringify(report, clean)) as Report;
}
