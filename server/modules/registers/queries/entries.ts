import { can, scopeOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { movesFrom, type OfferedMove } from '../../../kernel/workflow.ts';
import { readTimeline, type TimelineRow } from '../../../platform/timeline.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { requireKind } from '../policy.ts';
import * as store from '../store/read.ts';
import { type EntryState, entryWorkflow } from '../workflow.ts';
import { requireReadable } from './readable.ts';

type Moves = OfferedMove<EntryState, 'correct' | 'void'>[];

/** A line as screens show it, with what may be done to it. */
export interface EntryView extends store.EntryRecord {
	moves: Moves;
}

export interface EntryFilter {
	officeId: number;
	kind: string;
	year: number;
	/** Struck-out and replaced lines too. */
	all: boolean;
	page: number;
	pageSize: number;
}

/** One page of a register, newest first. */
export async function listEntries(reader: Reader, filter: EntryFilter): Promise<{ rows: EntryView[]; total: number }> {
	requireKind(filter.kind);
	await requireReadable(reader, filter.officeId);
	const { rows, total } = await store.listEntries(reader, scopeOf(reader.actor), {
		...filter,
		from: `${filter.year}-01-01`,
		to: `${filter.year}-12-31`,
		offset: (filter.page - 1) * filter.pageSize,
		limit: filter.pageSize,
	});
	return { rows: rows.map((row) => withMoves(reader, row)), total };
}

/** A line with its corrections, its papers and its history. @throws AppError `notFound` outside the scope */
export async function entryDetail(
	reader: Reader,
	id: number,
): Promise<{ entry: EntryView; chain: store.EntryRecord[]; evidence: store.EvidenceRecord[]; history: TimelineRow[] }> {
	const scope = scopeOf(reader.actor);
	const entry = await store.entryById(reader, scope, id);
	if (!entry) throw new AppError('notFound');
	const chain = await store.chainOf(reader, scope, id);
	const evidence = await store.evidenceOf(
		reader,
		scope,
		chain.map((one) => one.id),
	);
	const history = await readTimeline(reader, 'registerEntry', id);
	return { entry: withMoves(reader, entry), chain, evidence, history };
}

/** A paper beside a line. @throws AppError `notFound` */
export async function evidenceFile(reader: Reader, entryId: number, evidenceId: number): Promise<store.EvidenceRecord> {
	const papers = await store.evidenceOf(reader, scopeOf(reader.actor), [entryId]);
	const paper = papers.find((one) => one.id === evidenceId);
	if (!paper) throw new AppError('notFound');
	return paper;
}

/** The keeping office is offered the moves; whoever only looks on, none. */
function withMoves(reader: Reader, row: store.EntryRecord): EntryView {
	const { actor } = reader;
	const keeper = actor.kind === 'system' || (actor.kind === 'person' && actor.officeId === row.officeId);
	const moves = movesFrom(entryWorkflow, row.state, {}, (permission) => keeper && can(actor, permission));
	// A zero report is struck out and written anew, never corrected into a figure.
	return { ...row, moves: moves.filter((move) => row.entryType === 'entry' || move.action !== 'correct') };
}
