import { AppError } from '../../../kernel/errors.ts';
import { civilDay } from '../../../platform/clock.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { listOffices } from '../../offices/index.ts';
import type { OpenReport } from '../sheets/open-data.ts';
import { modelOf, type SnapshotModel } from '../snapshot/model.ts';
import { type PublishedReport, publishedReports } from '../store/reports.ts';
import { filesOf, latestSnapshot, type ReportFile } from '../store/snapshots.ts';
import type { ReportFormat } from '../store/tables.ts';

/** A report as the public reads it. */
export interface PublicReport {
	edition: PublishedReport;
	model: SnapshotModel;
	files: ReportFile[];
	/** Editions this one corrects, newest first. */
	earlier: PublishedReport[];
}

/** Published reports, newest year first. Public. */
export async function listPublished(reader: Reader, officeId?: number): Promise<PublishedReport[]> {
	return await publishedReports(reader, officeId === undefined ? {} : { officeId });
}

/** The edition of an office's report that is public. @throws AppError `notFound` */
export async function publicReport(reader: Reader, officeId: number, year: number): Promise<PublicReport> {
	const [edition] = await publishedReports(reader, { officeId, year });
	if (!edition) throw new AppError('notFound');
	const snapshot = await latestSnapshot(reader, edition.id);
	if (!snapshot) throw new AppError('notFound');
	return {
		edition,
		model: modelOf(snapshot.model),
		files: await filesOf(reader, edition.id),
		earlier: await publishedReports(reader, { officeId, year, superseded: true }),
	};
}

/** What was signed of all public reports of a year, in the order of the county's offices. */
export async function openReports(reader: Reader, year: number): Promise<OpenReport[]> {
	const offices = await listOffices(reader, { merged: true });
	const published = await publishedReports(reader, { year });
	const found: OpenReport[] = [];
	for (const { id, slug } of offices) {
		const edition = published.find(({ officeId }) => officeId === id);
		const snapshot = edition && (await latestSnapshot(reader, edition.id));
		if (edition && snapshot) {
			found.push({ model: modelOf(snapshot.model), slug, publishedOn: civilDay(edition.publishedAt) });
		}
	}
	return found;
}

/** A file of the public edition. @throws AppError `notFound` */
export async function publicFile(
	reader: Reader,
	at: { officeId: number; year: number; format: ReportFormat },
): Promise<{ file: ReportFile; title: string }> {
	const { files, model } = await publicReport(reader, at.officeId, at.year);
	const file = files.find((one) => one.format === at.format);
	if (!file) throw new AppError('notFound');
	return { file, title: model.title };
}
