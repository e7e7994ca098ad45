import { type Actor, scopeOf } from '../../../kernel/actor.ts';
import type { Permission } from '../../../kernel/permissions.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { allColumns } from '../../catalog/index.ts';
import { listOffices, personNames, workingCalendar } from '../../offices/index.ts';
import { canOn } from '../policy.ts';
import { type PublishingClock, publishingClock } from '../rules/lateness.ts';
import {
	countByState,
	countDocuments,
	type ListedDocument,
	type ListFilter,
	type Queue,
	selectDocuments,
} from '../store/lists.ts';
import { selectReads } from '../store/reads.ts';
import type { State } from '../workflow.ts';

export const PAGE_SIZE = 20;

/** A line of the list, with names and where its clock stands. */
export interface DocumentLine extends ListedDocument {
	officeName: string;
	columnName: string;
	savedByName: string;
	/** Null once it is public and nothing newer is in work, or when it will not be opened. */
	clock: PublishingClock | null;
	/** How often its public page was read. */
	reads: number;
}

export interface ListQuery extends Omit<ListFilter, 'queue' | 'writerId'> {
	whose: 'all' | 'mine' | 'todo';
	page: number;
}

const REVIEWS: readonly [Permission, readonly State[]][] = [
	['document.proofread', ['proofreading']],
	['document.secrecyReview', ['secrecyReview', 'referred']],
	['document.signOff', ['signOff']],
];

/** What waits for this person: reviews they may do and did not write themselves, and their own drafts and releases. */
export function queueOf(actor: Actor): Queue | null {
	if (actor.kind !== 'person') return null;
	const can = canOn(actor, actor.officeId);
	return {
		personId: actor.personId,
		officeId: actor.officeId,
		review: REVIEWS.flatMap(([permission, states]) => (can(permission) ? states : [])),
		own: can('document.draft') ? ['draft', 'signedOff'] : [],
		opinions: can('document.giveOpinion'),
	};
}

/** One page of the workbench's list, with the number in each state. */
export async function listDocuments(
	reader: Reader,
	{ whose, page, ...given }: ListQuery,
): Promise<{ total: number; states: Map<State, number>; rows: DocumentLine[] }> {
	const { actor } = reader;
	const scope = scopeOf(actor);
	const filter: ListFilter = {
		...given,
		queue: whose === 'todo' ? (queueOf(actor) ?? undefined) : undefined,
		writerId: whose === 'mine' && actor.kind === 'person' ? actor.personId : undefined,
	};
	const { states: _, ...anyState } = filter;
	const rows = await selectDocuments(reader, scope, filter, { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE });
	return {
		total: await countDocuments(reader, scope, filter),
		states: await countByState(reader, scope, anyState),
		rows: await withNames(reader, rows),
	};
}

async function withNames(reader: Reader, rows: readonly ListedDocument[]): Promise<DocumentLine[]> {
	const offices = new Map((await listOffices(reader, { merged: true })).map((office) => [office.id, office.shortName]));
	const columns = new Map((await allColumns(reader)).map((column) => [column.id, column.name]));
	const people = await personNames(reader, [...new Set(rows.flatMap(({ savedBy }) => savedBy ?? []))]);
	const calendar = (await workingCalendar(reader)).latest;
	const reads = await selectReads(
		reader,
		rows.map(({ id }) => id),
	);
	return rows.map((row) => ({
		...row,
		officeName: offices.get(row.officeId) ?? '',
		columnName: columns.get(row.columnId) ?? '',
		savedByName: row.savedBy === null ? '' : (people.get(row.savedBy) ?? ''),
		reads: reads.get(row.id) ?? 0,
		clock: running(row) ? publishingClock(row, calendar, { today: reader.today, publishedOn: null }) : null,
	}));
}

/** The clock runs until something is public, and again from a day of change (条例第二十六条). */
export function running(row: Pick<ListedDocument, 'state' | 'attribute' | 'firstPublishedAt' | 'changedOn'>): boolean {
	if (['published', 'withdrawn', 'discarded'].includes(row.state)) return false;
	if (row.attribute !== 'active' && row.attribute !== '') return false;
	return row.firstPublishedAt === null || row.changedOn !== null;
}
