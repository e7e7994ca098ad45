import { setImmediate } from 'node:timers/promises';
import { AppError } from '../../../kernel/errors.ts';
import { issue } from '../../../kernel/issue.ts';
import { failed, type Result } from '../../../kernel/result.ts';
import { type Context, reader, transact } from '../../../platform/transaction.ts';
import type { Services } from '../../../services.ts';
import { allColumns, type Column, createColumn, ensureColumns } from '../../catalog/index.ts';
import { countySettings, listOffices, type Office } from '../../offices/index.ts';
import { freshOf, type Imported, importDocuments } from '../commands/import-documents.ts';
import { learnAnew } from '../commands/learn-names.ts';
import type { ImportFate } from '../model.ts';
import { segmenter } from '../queries/dictionary.ts';
import { needsCode } from '../rules/index-number.ts';
import { hasColumn, officeOf, type Places } from './place.ts';
import { type Prepared, prepare } from './prepare.ts';
import { type ImportRecord, type RawRecord, readRecord } from './record.ts';
import { openSource, type Unreadable } from './sources.ts';

/** As many documents a transaction: a stop in the middle loses no more than these, and they come again. */
const BATCH = 200;

export interface ImportOptions {
	path: string;
	/** Tells this source from others; the same document of the same source is taken in once. */
	name: string;
	/** Code, name or slug of the office of documents that name none. */
	office: string;
	/** Slug or name of the column of documents that name none, or one that is not there. */
	column: string;
	createColumns: boolean;
	/** Where attachments lie; null = beside the source. */
	filesIn: string | null;
	dryRun: boolean;
}

/** What became of one record, or why nothing did. `number`: its place in the source, from 1. */
export type ImportLine = Omit<Imported, 'became'> & { number: number; became: ImportFate };

/** Whoever watches an import. */
export interface ImportWatch {
	tell(line: ImportLine): void;
	/** Records of the source that were dealt with before: passed over, nothing is told of them. */
	skip?: number;
	/** Asked after each batch; the import ends there when the answer is true, with all that was read written. */
	shouldStop?(): Promise<boolean>;
}

export interface ImportSummary {
	read: number;
	published: number;
	drafts: number;
	known: number;
	refused: number;
	newColumns: string[];
	/** Seconds of work by stage; stages overlap. */
	seconds: { read: number; check: number; write: number };
}

/** Imports a source, telling each record as its fate is known. Never ends at a bad record. @throws AppError for a bad source */
export async function importFrom(
	services: Services,
	options: ImportOptions,
	{ tell, skip = 0, shouldStop }: ImportWatch,
): Promise<ImportSummary> {
	const context = contextOf(services, options.name);
	const summary: ImportSummary = {
		read: 0,
		published: 0,
		drafts: 0,
		known: 0,
		refused: 0,
		newColumns: [],
		seconds: { read: 0, check: 0, write: 0 },
	};
	const count = (line: ImportLine) => {
		if (line.became === 'published' || line.became === 'ready') summary.published += 1;
		else if (line.became === 'draft') summary.drafts += 1;
		else summary[line.became] += 1;
		tell(line);
	};
	if (!options.dryRun) await giveColumns(context);
	const before = await placesOf(context, options);
	const fresh = options.createColumns ? await missingColumns(options, before) : [];
	summary.newColumns = fresh.map(({ office, name }) => `${office.shortName}「${name}」`);
	if (!options.dryRun) await makeColumns(context, fresh);
	const places = options.dryRun
		? { ...before, columns: [...before.columns, ...fresh.map(pretended)] }
		: await placesOf(context, options);
	const run: Run = { services, context, options, places, summary, count, skip };
	// While one batch is written the next is read and looked through: the database has a core of its own.
	let writing: Promise<void> = Promise.resolve();
	try {
		for await (const batch of batches(prepared(run))) {
			await writing;
			writing = write(run, batch);
			// Looked at when it is awaited; until then its failure must not end the process.
			writing.catch(() => {});
			if (await shouldStop?.()) break;
		}
	} finally {
		await writing;
	}
	return summary;
}

/** One import under way. */
interface Run {
	services: Services;
	context: Context;
	options: ImportOptions;
	places: Places;
	summary: ImportSummary;
	skip: number;
	count(line: ImportLine): void;
}

function contextOf({ database, clock, listeners, pages }: Services, name: string): Context {
	const actor = { kind: 'system' as const, name: `导入「${name}」` };
	return {
		sql: database.sql,
		clock,
		actor,
		auditEvent: 'document.import',
		listeners,
		dropPages: (tags) => pages.drop(tags),
	};
}

async function placesOf(context: Context, { office, column }: ImportOptions): Promise<Places> {
	const read = reader(context);
	const offices = await listOffices(read);
	const { indexNumber } = await countySettings(read);
	const places: Places = {
		offices,
		columns: await allColumns(read),
		defaultOffice: null,
		defaultColumn: column,
		codeNeeded: needsCode(indexNumber.pattern),
	};
	if (office === '') return places;
	const given = officeOf({ office, issuer: '' }, places);
	if (!given.ok) throw new AppError('invalid', { issues: given.issues });
	return { ...places, defaultOffice: given.value };
}

/** In a county set up a moment ago the server has not given the offices their columns yet. */
async function giveColumns(context: Context): Promise<void> {
	const read = reader(context);
	const known = new Set((await allColumns(read)).map(({ officeId }) => officeId));
	for (const { id } of await listOffices(read))
		if (!known.has(id))
			await transact({ ...context, auditEvent: 'catalog.ensureColumns' }, (tx) => ensureColumns(tx, id));
}

/** Reads the source once before anything is written and answers the columns that are named in it and missing. */
async function missingColumns(options: ImportOptions, places: Places): Promise<NewColumn[]> {
	const missing = new Map<string, NewColumn>();
	const taken = new Set(places.columns.map(({ officeId, slug }) => `${officeId} ${slug}`));
	for await (const raw of await openSource(options.path, options.filesIn)) {
		const record = 'unreadable' in raw ? null : readRecord(raw);
		if (!record?.ok || record.value.column === '') continue;
		const { column: name } = record.value;
		const office = officeOf(record.value, places);
		if (!office.ok || missing.has(`${office.value.id} ${name}`)) continue;
		if (hasColumn(record.value, office.value, places)) continue;
		missing.set(`${office.value.id} ${name}`, { office: office.value, ...freeSlug(office.value.id, taken), name });
	}
	return [...missing.values()];
}

interface NewColumn {
	office: Office;
	name: string;
	slug: string;
	position: number;
}

function freeSlug(officeId: number, taken: Set<string>): { slug: string; position: number } {
	let number = 1;
	while (taken.has(`${officeId} c-${number}`)) number += 1;
	taken.add(`${officeId} c-${number}`);
	return { slug: `c-${number}`, position: 500 + number };
}

function columnOf({ office, name, slug, position }: NewColumn) {
	const type = '政策文件' as const;
	return { officeId: office.id, name, slug, position, type, code: '', description: '', keywords: '', updateDays: null };
}

async function makeColumns(context: Context, columns: readonly NewColumn[]): Promise<void> {
	if (columns.length === 0) return;
	const made = { ...context, auditEvent: 'column.create' };
	for (const one of columns) await transact(made, (tx) => createColumn(tx, columnOf(one)));
	await learnAnew(context);
}

/** A column as it would stand, for a dry run. */
function pretended(one: NewColumn): Column {
	const unset = { parentId: null, absentSince: null, absentNote: '', closed: false, revision: 1 };
	return { ...columnOf(one), ...unset, kind: 'usual', id: Number.MAX_SAFE_INTEGER };
}

type Numbered = Prepared & { number: number };

/** Records one by one through reading and the gate; what is refused on the way is told. */
async function* prepared(run: Run): AsyncIterable<Numbered> {
	const { summary, options, services, count, skip } = run;
	const store = options.dryRun ? null : services.files;
	let since = performance.now();
	for await (const raw of await openSource(options.path, options.filesIn)) {
		summary.read += 1;
		if (summary.read <= skip) continue;
		const number = summary.read;
		const record: Result<ImportRecord> =
			'unreadable' in raw ? failed(issue('import.unreadable', raw.unreadable)) : readRecord(raw);
		summary.seconds.read += (performance.now() - since) / 1000;
		// Lets the answers of the database in: the batch before is being written.
		await setImmediate();
		const begun = performance.now();
		const read = reader(run.context);
		const preparing = { reader: read, store, places: run.places, segmenter: await segmenter(read) };
		const ready = record.ok ? await prepare(record.value, preparing) : record;
		summary.seconds.check += (performance.now() - begun) / 1000;
		if (ready.ok) yield { ...ready.value, number };
		else
			count({
				number,
				place: raw.place,
				title: titleOf(raw),
				became: 'refused',
				notes: ready.issues.map(({ message }) => message),
			});
		since = performance.now();
	}
}

function titleOf(raw: RawRecord | Unreadable): string {
	const title = 'values' in raw ? (raw.values.title ?? raw.values.标题) : '';
	return typeof title === 'string' ? title.slice(0, 60) : '';
}

async function* batches<T>(items: AsyncIterable<T>): AsyncIterable<T[]> {
	let batch: T[] = [];
	for await (const item of items) {
		batch.push(item);
		if (batch.length < BATCH) continue;
		yield batch;
		batch = [];
	}
	if (batch.length > 0) yield batch;
}

/** What a dry run tells of a record that could be read. */
function foretold({ number, record: { place, title }, held, notes }: Numbered, isFresh: boolean): ImportLine {
	if (!isFresh) return { number, place, title, became: 'known', notes: [] };
	return { number, place, title, became: held.length > 0 ? 'draft' : 'ready', notes: [...held, ...notes] };
}

async function write({ context, options, summary, count }: Run, batch: readonly Numbered[]): Promise<void> {
	if (options.dryRun) {
		const fresh = new Set(await freshOf(reader(context), options.name, batch));
		for (const one of batch) count(foretold(one, fresh.has(one)));
		return;
	}
	const begun = performance.now();
	const lines = await transact(context, (tx) => importDocuments(tx, options.name, batch));
	summary.seconds.write += (performance.now() - begun) / 1000;
	lines.forEach((line, at) => {
		count({ ...line, number: batch[at]?.number ?? 0 });
	});
}
