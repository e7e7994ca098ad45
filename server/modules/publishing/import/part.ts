import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { IsolationError, isolate } from 'annual-report/isolate';
import { AppError } from '../../../kernel/errors.ts';
import { enqueue, type Job } from '../../../platform/jobs.ts';
import { type Reader, reader } from '../../../platform/transaction.ts';
import type { Services } from '../../../services.ts';
import { officeById } from '../../offices/index.ts';
import { words } from '../messages.zh.ts';
import type { ImportPhase, ImportState } from '../model.ts';
import {
	type ImportRun,
	saveImportLines,
	selectImportProgress,
	selectImportRun,
	updateImportRun,
} from '../store/import-runs.ts';
import { type ImportLine, type ImportOptions, importFrom } from './run.ts';

/** A part ends before its job could be thought dead and given to another worker; the next part is a job of its own. */
const PART_MS = 100_000;
const UNPACK = {
	module: new URL('./unpack.ts', import.meta.url),
	name: 'unpackSource',
	timeoutMs: 200_000,
	memoryMb: 1024,
};

/** Asks the worker for the next part of an import. */
export async function enqueuePart(sql: Reader['sql'], runId: number): Promise<void> {
	await enqueue(sql, { kind: 'publishing.import', payload: { runId } });
}

/**
 * The next part of an import: looks records through or takes them in, from where it was left. Goes on with a job of its own
 * until the source ends or somebody asked for it to stop. May run twice: a record is taken in once, and told once.
 */
export async function importPart({ payload, attempts, maxAttempts }: Job, services: Services): Promise<void> {
	const { database, clock, listeners } = services;
	const actor = { kind: 'system' as const, name: '批量导入' };
	const read = reader({ sql: database.sql, clock, actor, auditEvent: 'document.import', listeners });
	const run = await selectImportRun(read, Number(payload.runId));
	if (run?.state !== 'checking' && run?.state !== 'importing') return;
	const folder = await mkdtemp(join(tmpdir(), 'gongkai-import-'));
	try {
		const isDone = await onePart(read, services, run, folder);
		if (!isDone) await enqueuePart(database.sql, run.id);
	} catch (error) {
		const told = error instanceof AppError;
		if (!told && attempts < maxAttempts) throw error;
		await endWith(read, run, told ? sentenceOf(error) : words('import.broken'));
		if (!told) throw error;
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

function sentenceOf(error: AppError): string {
	return error.issues.map(({ message }) => message).join('') || error.userMessage;
}

/** What cannot be read is no import; one that broke off on the way can be gone on with. */
async function endWith(read: Reader, { id, state }: ImportRun, reason: string): Promise<void> {
	await updateImportRun(read, id, state, {
		state: state === 'checking' ? 'failed' : 'stopped',
		stopAsked: false,
		reason,
	});
}

async function onePart(read: Reader, services: Services, run: ImportRun, folder: string): Promise<boolean> {
	const phase: ImportPhase = run.state === 'checking' ? 'check' : 'import';
	const skip = await selectImportProgress(read, run.id, phase);
	const options = await optionsOf(read, run, await unpacked(services, run, folder), folder, skip);
	const until = performance.now() + PART_MS;
	const told: ImportLine[] = [];
	const keep = () => saveImportLines(read, run.id, phase, told.splice(0));
	let isAsked = false;
	let isOver = false;
	const summary = await importFrom(services, options, {
		skip,
		tell: (line) => told.push(line),
		shouldStop: async () => {
			await keep();
			isAsked = (await selectImportRun(read, run.id))?.stopAsked ?? true;
			isOver = performance.now() > until;
			return isAsked || isOver;
		},
	}).finally(keep);
	const columns = summary.newColumns.length > 0 ? { newColumns: summary.newColumns } : {};
	const state = nextState(phase, isAsked, isOver);
	await updateImportRun(read, run.id, run.state, {
		...columns,
		...(state ? { state, stopAsked: false, reason: '' } : {}),
	});
	return state !== null;
}

/** Null: there is more to be done. */
function nextState(phase: ImportPhase, isAsked: boolean, isOver: boolean): ImportState | null {
	if (isAsked && phase === 'import') return 'stopped';
	if (isOver) return null;
	return phase === 'check' ? 'checked' : 'done';
}

async function unpacked({ files }: Services, { sha256, fileName }: ImportRun, folder: string): Promise<string> {
	const input = { path: files.path(sha256), fileName, folder };
	const answer = await isolate<{ path: string } | { refused: string }>(UNPACK, input).catch((error) => {
		if (error instanceof IsolationError) return { refused: words('import.unreadableSource') };
		throw error;
	});
	if ('refused' in answer) throw new AppError('invalid', { message: answer.refused });
	return answer.path;
}

async function optionsOf(
	read: Reader,
	run: ImportRun,
	path: string,
	folder: string,
	skip: number,
): Promise<ImportOptions> {
	const office = run.officeId === null ? null : await officeById(read, run.officeId);
	const dryRun = run.state === 'checking';
	return {
		path,
		name: run.name,
		office: office?.name ?? '',
		column: run.columnName,
		// Made with the first part; the later ones find them there.
		createColumns: run.createColumns && (dryRun || skip === 0),
		filesIn: folder,
		dryRun,
	};
}
