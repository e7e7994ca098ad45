import { extname } from 'node:path';
import type { Upload } from '../../../api/route.ts';
import { can } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { collectIssues } from '../../../kernel/issue.ts';
import { requireMove } from '../../../kernel/workflow.ts';
import type { Reader, Tx } from '../../../platform/transaction.ts';
import { officeById } from '../../offices/index.ts';
import { enqueuePart } from '../import/part.ts';
import { type ImportAction, type ImportFacts, importMoves } from '../import/workflow.ts';
import { say, words } from '../messages.zh.ts';
import { insertImportRun, lockImportRun, selectImportCounts, updateImportRun } from '../store/import-runs.ts';
import { refuseWith } from './case.ts';

const ENDINGS = ['.xlsx', '.csv', '.jsonl', '.ndjson', '.xml', '.zip'];

export interface ImportRequest {
	/** Tells the source from others; the name of the file when empty. */
	name: string;
	officeId: number | null;
	column: string;
	createColumns: boolean;
}

/** Takes a file of another system's documents in and has it looked through; nothing of it is public yet. Answers the id. */
export async function beginImport(tx: Tx, uploads: readonly Upload[], request: ImportRequest): Promise<number> {
	const [upload, ...more] = uploads;
	const ending = extname(upload?.fileName ?? '').toLowerCase();
	const isOffice = request.officeId === null || (await officeById(tx, request.officeId)) !== null;
	refuseWith(
		collectIssues(
			(!upload || more.length > 0 || !ENDINGS.includes(ending)) && say('import.upload', 'file'),
			!isOffice && say('import.office', 'officeId', String(request.officeId)),
		),
	);
	if (!upload) throw new AppError('invalid');
	const name = request.name || upload.fileName.slice(0, -ending.length).slice(0, 60);
	if (name.trim() === '') refuseWith([say('import.name', 'name')]);
	const id = await insertImportRun(tx, {
		sha256: upload.sha256,
		fileName: upload.fileName,
		name,
		officeId: request.officeId,
		columnName: request.column,
		createColumns: request.createColumns,
	});
	await enqueuePart(tx.sql, id);
	tx.about({
		type: 'import',
		id,
		summary: `上传批量导入文件：${upload.fileName}`,
		data: { sha256: upload.sha256, name },
	});
	return id;
}

/** What the guards of an import look at. */
export async function importFacts(reader: Reader, id: number): Promise<ImportFacts> {
	const counts = await selectImportCounts(reader, [id]);
	const found = counts.filter(({ phase, became }) => phase === 'check' && (became === 'ready' || became === 'draft'));
	return { importable: found.reduce((sum, { count }) => sum + Number(count), 0) };
}

/** Starts, goes on with or stops an import. @throws AppError `conflict` when it is somewhere else by now, `notFound` */
export async function moveImport(tx: Tx, id: number, action: ImportAction, revision: number): Promise<void> {
	const run = await lockImportRun(tx, id);
	if (!run) throw new AppError('notFound');
	// A stop is meant for the import as it runs: its counts go on changing.
	if (action !== 'stop' && run.revision !== revision)
		throw new AppError('conflict', { message: words('import.changed') });
	const move = requireMove(importMoves, run.state, action, await importFacts(tx, id), (permission) =>
		can(tx.actor, permission),
	);
	await updateImportRun(tx, id, run.state, { state: move.to, stopAsked: action === 'stop', reason: '' });
	if (action !== 'stop') await enqueuePart(tx.sql, id);
	tx.about({ type: 'import', id, summary: `${move.label}：${run.name}` });
}
