import { renderHtml } from 'annual-report/render';
import { AppError } from '../../../kernel/errors.ts';
import type { Reader, Tx } from '../../../platform/transaction.ts';
import type { Services } from '../../../services.ts';
import { messages } from '../messages.zh.ts';
import { fileNameOf, MEDIA_TYPES, type StoredFormat, storeFiles } from '../snapshot/files.ts';
import { modelOf, type SnapshotModel } from '../snapshot/model.ts';
import { listReports, publishedReports, type ReportRecord, updateReport } from '../store/reports.ts';
import { insertFiles, latestSnapshot } from '../store/snapshots.ts';
import { REPORT_FORMATS, type ReportFormat } from '../store/tables.ts';
import { record, stepFrom } from './step.ts';

/** What goes public, made before the transaction so that no lock is held while files are rendered. */
export interface Publication {
	snapshotId: number;
	model: SnapshotModel;
	files: StoredFormat[];
}

/** Formats that the document of the annual-report column carries as attachments. */
const ATTACHED: readonly ReportFormat[] = ['docx', 'pdf', 'xlsx', 'csv', 'json'];

/** Renders and stores the files of what was signed. The caller has read the report in its scope. */
export async function preparePublication(reader: Reader, services: Services, reportId: number): Promise<Publication> {
	const snapshot = await latestSnapshot(reader, reportId);
	if (!snapshot) throw new AppError('conflict', { message: messages.noSnapshot });
	const model = modelOf(snapshot.model);
	return { snapshotId: snapshot.id, model, files: await storeFiles(services, REPORT_FORMATS, model) };
}

/** Puts the signed report before the public; a correction takes the place of the edition it corrects. */
export async function publish(
	tx: Tx,
	reportId: number,
	action: 'publish' | 'publishFor',
	publication: Publication,
): Promise<void> {
	const report = await stepFrom(tx, reportId, action);
	const snapshot = await latestSnapshot(tx, reportId);
	if (snapshot?.id !== publication.snapshotId) throw new AppError('conflict', { message: messages.wrongEdition });
	await supersedeOlder(tx, report);
	await insertFiles(tx, reportId, publication.files);
	await updateReport(tx, reportId, { state: 'published', publishedAt: tx.now });
	await record(tx, report, action, { snapshotId: snapshot.id, sha256: snapshot.sha256 });
	await announce(tx, report, publication);
}

async function supersedeOlder(tx: Tx, { officeId, year }: ReportRecord): Promise<void> {
	for (const older of await publishedReports(tx, { officeId, year })) {
		await updateReport(tx, older.id, { state: 'superseded' });
		await record(tx, older, 'supersede');
	}
}

async function announce(tx: Tx, report: ReportRecord, { model, files }: Publication): Promise<void> {
	const { officeId, year } = report;
	// A correction is the next edition of the same public document: it goes by the name of the first.
	const editions = await listReports(tx, { kind: 'all' }, { officeId, year });
	const reportId = editions.find((edition) => edition.edition === 1)?.id ?? report.id;
	await tx.emit('report.published', {
		reportId,
		officeId,
		year,
		title: model.title,
		// The document has its own title; the report's stays as its first heading.
		html: renderHtml(model.document, { headingLevel: 2 }),
		files: files
			.filter(({ format }) => ATTACHED.includes(format))
			.map(({ format, sha256, size }) => ({
				sha256,
				size,
				fileName: fileNameOf(model.title, format),
				mediaType: MEDIA_TYPES[format],
			})),
	});
	tx.invalidate('reports', `office:${officeId}`);
}
