import { sql } from 'kysely';
import { nameOf, type Scope } from '../../../kernel/actor.ts';
import type { Reader, Tx } from '../../../platform/transaction.ts';
import { type EditionScan, SCAN_VERSION } from '../../publishing/index.ts';
import type { Evidence, Finding, Severity } from '../model.ts';
import type { RoundScore } from '../rules/score.ts';
import { type RoundWork, tables } from './tables.ts';

export interface Round {
	id: number;
	finishedAt: Date;
	startedBy: string;
	offices: number;
	appeared: number;
	cleared: number;
	score: RoundScore;
	work: RoundWork;
}

export interface NewFinding {
	officeId: number;
	rule: string;
	subject: string;
	severity: Severity;
	message: string;
	evidence: Evidence;
}

/** One round at a time: the second waits for the first and then finds nothing new. */
export async function lockRounds(tx: Tx): Promise<void> {
	await sql`select pg_advisory_xact_lock(hashtext('supervision.round'))`.execute(tx.sql);
}

export async function insertRound(
	tx: Tx,
	round: Omit<Round, 'id' | 'finishedAt' | 'startedBy'> & { startedAt: Date },
): Promise<number> {
	const { id } = await tables(tx)
		.insertInto('monitor_round')
		.values({
			started_at: round.startedAt,
			finished_at: tx.now,
			started_by: nameOf(tx.actor),
			offices: round.offices,
			appeared: round.appeared,
			cleared: round.cleared,
			score: JSON.stringify(round.score),
			work: JSON.stringify(round.work),
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	return id;
}

const FINDING = [
	'id',
	'office_id as officeId',
	'rule',
	'subject',
	'severity',
	'message',
	'evidence',
	'first_seen as firstSeen',
	'last_seen as lastSeen',
	'cleared_on as clearedOn',
	'waived_by as waivedBy',
] as const;

export interface FindingFilter {
	officeId?: number | undefined;
	rule?: string | undefined;
	subject?: string | undefined;
	ids?: readonly number[] | undefined;
	/** First and last day, both counted. */
	firstSeen?: [string, string];
	clearedOn?: [string, string];
	/** Also those that are gone. */
	all?: boolean;
}

export async function selectFindings(reader: Reader, scope: Scope, filter: FindingFilter): Promise<Finding[]> {
	let query = tables(reader).selectFrom('monitor_finding').select(FINDING);
	if (scope.kind === 'public') return [];
	if (scope.kind === 'office') query = query.where('office_id', '=', scope.officeId);
	if (filter.officeId !== undefined) query = query.where('office_id', '=', filter.officeId);
	if (filter.rule !== undefined) query = query.where('rule', '=', filter.rule);
	if (filter.subject !== undefined) query = query.where('subject', '=', filter.subject);
	if (filter.ids !== undefined) query = query.where('id', 'in', filter.ids.length > 0 ? filter.ids : [0]);
	for (const [given, column] of [
		[filter.firstSeen, 'first_seen'],
		[filter.clearedOn, 'cleared_on'],
	] as const) {
		if (given) query = query.where(column, '>=', given[0]).where(column, '<=', given[1]);
	}
	if (!filter.all) query = query.where('cleared_on', 'is', null);
	const rows = await query.orderBy('office_id').orderBy('rule').orderBy('id').execute();
	return rows.map((row) => ({ ...row, evidence: row.evidence as Evidence }));
}

/** Rows written with one statement. */
const BATCH = 500;

/** New findings come in, known ones are seen again with the evidence of today. `roundId` null: between two rounds. */
export async function saveFindings(tx: Tx, roundId: number | null, findings: readonly NewFinding[]): Promise<void> {
	for (let from = 0; from < findings.length; from += BATCH) {
		const rows = findings.slice(from, from + BATCH).map((found) => ({
			office_id: found.officeId,
			rule: found.rule,
			subject: found.subject,
			severity: found.severity,
			message: found.message,
			evidence: JSON.stringify(found.evidence),
			first_round: roundId,
			last_round: roundId,
			first_seen: tx.today,
			last_seen: tx.today,
			cleared_on: null,
		}));
		await tables(tx)
			.insertInto('monitor_finding')
			.values(rows)
			.onConflict((conflict) =>
				conflict
					.columns(['office_id', 'rule', 'subject'])
					.where('cleared_on', 'is', null)
					.doUpdateSet((eb) => ({
						last_round: eb.fn.coalesce('excluded.last_round', 'monitor_finding.last_round'),
						last_seen: eb.ref('excluded.last_seen'),
						message: eb.ref('excluded.message'),
						severity: eb.ref('excluded.severity'),
						evidence: eb.ref('excluded.evidence'),
					})),
			)
			.execute();
	}
}

/**
 * Of each finding, all that were ever made of the same matter (office, rule, subject): one that was gone and came back is a
 * new finding of an old matter.
 */
export async function selectSameMatter(reader: Reader, ids: readonly number[]): Promise<Map<number, number[]>> {
	if (ids.length === 0) return new Map();
	const rows = await tables(reader)
		.selectFrom('monitor_finding as f')
		.innerJoin('monitor_finding as same', (join) =>
			join
				.onRef('same.office_id', '=', 'f.office_id')
				.onRef('same.rule', '=', 'f.rule')
				.onRef('same.subject', '=', 'f.subject'),
		)
		.select(['f.id', 'same.id as sameId'])
		.where('f.id', 'in', ids)
		.execute();
	const found = new Map<number, number[]>();
	for (const { id, sameId } of rows) found.set(id, [...(found.get(id) ?? []), sameId]);
	return found;
}

/** Says that the appeal of an item about a finding was upheld. */
export async function waiveFinding(tx: Tx, findingId: number, itemId: number): Promise<void> {
	await tables(tx).updateTable('monitor_finding').set({ waived_by: itemId }).where('id', '=', findingId).execute();
}

/** Open findings that the newest round no longer saw. */
export async function clearFindings(tx: Tx, ids: readonly number[]): Promise<void> {
	if (ids.length === 0) return;
	await tables(tx).updateTable('monitor_finding').set({ cleared_on: tx.today }).where('id', 'in', ids).execute();
}

export async function lastRound(reader: Reader): Promise<Round | null> {
	const row = await tables(reader)
		.selectFrom('monitor_round')
		.select([
			'id',
			'finished_at as finishedAt',
			'started_by as startedBy',
			'offices',
			'appeared',
			'cleared',
			'score',
			'work',
		])
		.orderBy('id', 'desc')
		.limit(1)
		.executeTakeFirst();
	if (!row) return null;
	const score = row.score as RoundScore;
	// Rounds before there was a bonus, and before the new media were judged.
	return {
		...row,
		work: row.work as RoundWork,
		score: { ...score, bonus: score.bonus ?? [], total: score.total ?? score.points, media: score.media ?? null },
	};
}

/** Revisions that were looked through by what looks today. */
export async function selectScanned(reader: Reader): Promise<Set<number>> {
	const { rows } = await sql<{ ids: string | null }>`
		select string_agg(revision_id::text, ' ') as ids from edition_scan where version = ${SCAN_VERSION}
	`.execute(reader.sql);
	return new Set((rows[0]?.ids ?? '').split(' ').filter(Boolean).map(Number));
}

/** Scans that found something, by revision; those that found nothing are most. */
export async function selectScans(reader: Reader): Promise<Map<number, EditionScan>> {
	const rows = await tables(reader)
		.selectFrom('edition_scan')
		.select(['revision_id', 'leaks', 'hints', 'links'])
		.where('version', '=', SCAN_VERSION)
		.where(sql<boolean>`(leaks <> '[]' or hints <> '[]' or links <> '[]')`)
		.execute();
	return new Map(
		rows.map(({ revision_id, leaks, hints, links }) => [revision_id, { leaks, hints, links } as EditionScan]),
	);
}

/** What was found in editions, by revision. */
export async function saveScans(reader: Reader, scans: ReadonlyMap<number, EditionScan>): Promise<void> {
	if (scans.size === 0) return;
	const rows = [...scans].map(([revisionId, scan]) => ({
		revision_id: revisionId,
		leaks: JSON.stringify(scan.leaks),
		hints: JSON.stringify(scan.hints),
		links: JSON.stringify(scan.links),
		scanned_at: reader.now,
		version: SCAN_VERSION,
	}));
	await tables(reader)
		.insertInto('edition_scan')
		.values(rows)
		.onConflict((conflict) =>
			conflict.column('revision_id').doUpdateSet((eb) => ({
				leaks: eb.ref('excluded.leaks'),
				hints: eb.ref('excluded.hints'),
				links: eb.ref('excluded.links'),
				scanned_at: eb.ref('excluded.scanned_at'),
				version: eb.ref('excluded.version'),
			})),
		)
		.execute();
}
