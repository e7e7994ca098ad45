import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { csvFile } from 'annual-report/render';
import { scopeOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { civilDay } from '../../../platform/clock.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { fileNamePart, type ZipEntry, zip } from '../../../platform/zip.ts';
import type { Services } from '../../../services.ts';
import { type OpenReport, openDataCsv } from '../sheets/open-data.ts';
import { fileNameOf, renderAs } from '../snapshot/files.ts';
import { modelOf } from '../snapshot/model.ts';
import { listReports, type ReportRecord } from '../store/reports.ts';
import { filesOf, latestSnapshot, type SnapshotRecord } from '../store/snapshots.ts';
import type { ReportFormat } from '../store/tables.ts';
import { type ReportState, reportWorkflow } from '../workflow.ts';
import { type MatrixRow, reportMatrix } from './matrix.ts';

/** What is made for a report that was received and is not yet public; a public one has its files. */
const MADE: readonly ReportFormat[] = ['docx', 'xlsx', 'json'];
const RECEIVED: ReadonlySet<ReportState> = new Set(['accepted', 'published']);
const HEADS = ['机关', '状态', '版次', '报送时间', '公开时间', '公开截止', '是否逾期', '签发人', '签发存档SHA-256'];

/**
 * The whole year for the archives: every report the county has received, as it was signed, in all its formats, a list of
 * where each office stands, every figure in one table, and a list of hashes over it all. County only.
 * @throws AppError `notFound` for a year not opened
 */
export async function yearPackage(reader: Reader, services: Services, year: number): Promise<Uint8Array> {
	if (scopeOf(reader.actor).kind !== 'all') throw new AppError('notFound');
	const { rows } = await reportMatrix(reader, year);
	const editions = await listReports(reader, { kind: 'all' }, { year });
	const entries: ZipEntry[] = [];
	const open: OpenReport[] = [];
	const list: (string | number | null)[][] = [];
	for (const [at, row] of rows.entries()) {
		// A correction at work does not take the edition away that it corrects.
		const received = editions.find(({ officeId, state }) => officeId === row.officeId && RECEIVED.has(state));
		const snapshot = received ? await latestSnapshot(reader, received.id) : null;
		list.push(lineOf(row, received, snapshot));
		if (!received || !snapshot) continue;
		const model = modelOf(snapshot.model);
		const folder = `${String(at + 1).padStart(2, '0')}_${fileNamePart(row.officeName, 40)}`;
		entries.push(...(await reportEntries(reader, services, { folder, reportId: received.id, snapshot })));
		open.push({ model, slug: '', publishedOn: row.publishedAt ? civilDay(row.publishedAt) : '' });
	}
	const text = new TextEncoder();
	entries.unshift(
		{ name: '目录.csv', content: text.encode(csvFile([HEADS, ...list])) },
		{ name: '各机关数据.csv', content: text.encode(openDataCsv(open)) },
	);
	const sums = entries.map(({ name, content }) => `${createHash('sha256').update(content).digest('hex')}  ${name}\n`);
	return zip([...entries, { name: 'SHA256SUMS', content: text.encode(sums.join('')) }]);
}

function lineOf(
	{ officeName, report, publishedAt, due }: MatrixRow,
	received: ReportRecord | undefined,
	snapshot: SnapshotRecord | null,
) {
	const submittedAt = received?.submittedAt ?? report?.submittedAt;
	return [
		officeName,
		received ? reportWorkflow.states[received.state].label : (report?.stateLabel ?? '未开始'),
		received?.edition ?? report?.edition ?? null,
		submittedAt ? civilDay(submittedAt) : '',
		publishedAt ? civilDay(publishedAt) : '',
		due.publishBy,
		due.late ? '是' : '否',
		snapshot?.personName ?? '',
		snapshot?.sha256 ?? '',
	];
}

async function reportEntries(
	reader: Reader,
	services: Services,
	{ folder, reportId, snapshot }: { folder: string; reportId: number; snapshot: SnapshotRecord },
): Promise<ZipEntry[]> {
	const model = modelOf(snapshot.model);
	const named = (format: ReportFormat) => `${folder}/${fileNamePart(fileNameOf(model.title, format))}`;
	const entries: ZipEntry[] = [{ name: `${folder}/签发存档.json`, content: new TextEncoder().encode(snapshot.model) }];
	const stored = await filesOf(reader, reportId);
	for (const { format, sha256 } of stored) {
		entries.push({ name: named(format), content: await buffer(services.files.read(sha256)) });
	}
	if (stored.length > 0) return entries;
	for (const format of MADE) entries.push({ name: named(format), content: await renderAs(format, model) });
	return entries;
}
