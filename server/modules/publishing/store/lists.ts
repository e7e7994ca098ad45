import { type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { Scope } from '../../../kernel/actor.ts';
import type { Reader } from '../../../platform/transaction.ts';
import type { DocumentContent } from '../model.ts';
import { POLICIES, type TypeKey, type Validity } from '../types.ts';
import type { State } from '../workflow.ts';
import type { Tables } from './tables.ts';

/** A line of the workbench's list. */
export interface ListedDocument {
	id: number;
	officeId: number;
	edition: number;
	state: State;
	live: boolean;
	indexNumber: string | null;
	publishAt: Date | null;
	firstPublishedAt: Date | null;
	title: string;
	type: TypeKey;
	columnId: number;
	formedOn: string | null;
	changedOn: string | null;
	attribute: DocumentContent['attribute'];
	savedAt: Date;
	savedBy: number | null;
	/** Waits for the disclosure office to say whether it may be kept back. */
	awaitsOpinion: boolean;
}

/** What waits for one person, as states and whether those who wrote may act in them. */
export interface Queue {
	personId: number;
	officeId: number;
	/** States in which only others than the writers act. */
	review: readonly State[];
	/** States in which the writers act. */
	own: readonly State[];
	/** Says of policies of every office whether they may be kept back. */
	opinions: boolean;
}

export interface ListFilter {
	states?: readonly State[] | undefined;
	columnId?: number | undefined;
	officeId?: number | undefined;
	type?: TypeKey | undefined;
	/** Public, and worth this today. */
	validity?: Validity | undefined;
	/** Title or index number contains. */
	text?: string | undefined;
	/** Written or begun by this person. */
	writerId?: number | undefined;
	queue?: Queue | undefined;
}

type Builder = ExpressionBuilder<Tables, 'document' | 'document_draft'>;

function wrote(personId: number) {
	return sql<boolean>`${personId}::bigint = any(document_draft.editors)`;
}

/** As `needsOpinion` and `opinionOn` say it of one document. */
function awaitsOpinion() {
	return sql<boolean>`(document.state = 'signOff' and document_draft.type = any(${[...POLICIES]}::text[])
		and document_draft.content ->> 'attribute' = 'withheld' and not exists (
			select from document_step s
			join document_revision said on said.id = s.revision_id
			join document_revision hand on hand.id = document.revision_id
			where s.document_id = document.id and s.action = 'giveOpinion'
				and said.edition = hand.edition and said.hash = hand.hash
		))`;
}

function waitsFor(eb: Builder, { personId, officeId, review, own, opinions }: Queue) {
	const mine = eb.or([wrote(personId), eb('document.created_by', '=', personId)]);
	const ways = [];
	if (review.length > 0) ways.push(eb.and([eb('document.state', 'in', review), eb.not(wrote(personId))]));
	if (own.length > 0) ways.push(eb.and([eb('document.state', 'in', own), mine]));
	const here = eb.and([eb('document.office_id', '=', officeId), ways.length > 0 ? eb.or(ways) : sql<SqlBool>`false`]);
	return opinions ? eb.or([here, eb.and([awaitsOpinion(), eb.not(wrote(personId))])]) : here;
}

function filtered(reader: Reader, scope: Scope, filter: ListFilter) {
	const { states, columnId, officeId, type, validity, text, writerId, queue } = filter;
	return reader.sql
		.withTables<Tables>()
		.selectFrom('document')
		.innerJoin('document_draft', 'document_draft.document_id', 'document.id')
		.$if(scope.kind !== 'all', (query) =>
			query.where('document.office_id', '=', scope.kind === 'office' ? scope.officeId : -1),
		)
		.$if(states !== undefined, (query) =>
			query.where(sql<SqlBool>`document.state = any(${[...(states ?? [])]}::text[])`),
		)
		.$if(columnId !== undefined, (query) => query.where('document_draft.column_id', '=', columnId ?? 0))
		.$if(officeId !== undefined, (query) => query.where('document.office_id', '=', officeId ?? 0))
		.$if(type !== undefined, (query) => query.where('document_draft.type', '=', type ?? 'other'))
		.$if(validity !== undefined, (query) => query.where(isWorth(validity ?? 'valid', reader.today)))
		.$if(Boolean(text), (query) =>
			query.where((eb) =>
				eb.or([
					eb('document_draft.title', 'like', containing(text ?? '')),
					eb('document.index_number', 'like', containing(text ?? '')),
				]),
			),
		)
		.$if(writerId !== undefined, (query) =>
			query.where((eb) => eb.or([wrote(writerId ?? 0), eb('document.created_by', '=', writerId ?? 0)])),
		)
		.$if(queue !== undefined, (query) => query.where((eb) => (queue ? waitsFor(eb, queue) : sql<SqlBool>`true`)));
}

/** As `validityOn` says it: the last declaration that has begun, and what passing of time makes of «valid» and «revised». */
function isWorth(validity: Validity, today: string) {
	return sql<boolean>`exists (
		select from publication p cross join lateral (
			select coalesce((
				select v.validity from document_validity v where v.document_id = p.document_id and v.on_day <= ${today}
				order by v.on_day desc, v.id desc limit 1
			), 'valid') as declared
		) m
		where p.document_id = document.id
			and case when p.expires_on < ${today} and m.declared in ('valid', 'revised') then 'expired' else m.declared end = ${validity}
	)`;
}

function containing(text: string): string {
	return `%${text.replace(/[\\%_]/g, (letter) => `\\${letter}`)}%`;
}

/** Last touched first. */
export async function selectDocuments(
	reader: Reader,
	scope: Scope,
	filter: ListFilter,
	page: { limit: number; offset: number },
): Promise<ListedDocument[]> {
	const rows = await filtered(reader, scope, filter)
		.leftJoin('publication', 'publication.document_id', 'document.id')
		.select(['document.id', 'document.office_id as officeId', 'document.edition', 'document.state'])
		.select(['document.index_number as indexNumber', 'document.publish_at as publishAt'])
		.select(['document.first_published_at as firstPublishedAt', 'document_draft.title', 'document_draft.type'])
		.select(['document_draft.column_id as columnId', 'document_draft.formed_on as formedOn'])
		.select(['document_draft.changed_on as changedOn', 'document_draft.saved_at as savedAt'])
		.select(['document_draft.saved_by as savedBy', 'publication.revision_id as publicRevision'])
		.select(awaitsOpinion().as('awaitsOpinion'))
		.select(sql<DocumentContent['attribute']>`document_draft.content ->> 'attribute'`.as('attribute'))
		.orderBy('document_draft.saved_at', 'desc')
		.orderBy('document.id', 'desc')
		.limit(page.limit)
		.offset(page.offset)
		.execute();
	return rows.map(({ publicRevision, ...row }) => ({ ...row, live: publicRevision !== null }));
}

export async function countDocuments(reader: Reader, scope: Scope, filter: ListFilter): Promise<number> {
	const { count } = await filtered(reader, scope, filter)
		.select((eb) => eb.fn.countAll<number>().as('count'))
		.executeTakeFirstOrThrow();
	return Number(count);
}

/** How many documents of each state there are. */
export async function countByState(
	reader: Reader,
	scope: Scope,
	filter: Omit<ListFilter, 'states'>,
): Promise<Map<State, number>> {
	const rows = await filtered(reader, scope, filter)
		.select((eb) => ['document.state', eb.fn.countAll<number>().as('count')])
		.groupBy('document.state')
		.execute();
	return new Map(rows.map(({ state, count }) => [state, Number(count)]));
}
