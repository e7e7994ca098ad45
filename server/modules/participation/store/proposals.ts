import type { Scope } from '../../../kernel/actor.ts';
import type { Reader, Tx } from '../../../platform/transaction.ts';
import type { Sealed } from '../../../platform/vault/index.ts';
import type { NewProposal, Proposal, ProposalKind, ProposalState } from '../model/proposal.ts';
import { tables } from './tables.ts';

const PROPOSAL = [
	'proposal.id',
	'proposal.office_id as officeId',
	'number',
	'kind',
	'session',
	'original_number as originalNumber',
	'title',
	'body',
	'delegate',
	'received_on as receivedOn',
	'limit_months as limitMonths',
	'extension_note as extensionNote',
	'state',
	'submitted_by as submittedBy',
	'reply_number as replyNumber',
	'reply',
	'replied_on as repliedOn',
	'result',
	'satisfaction',
	'publicity',
	'publicity_reason as publicityReason',
	'public_text as publicText',
	'published_on as publishedOn',
	'revision',
] as const;

/** Answers null when this number of this session is registered already. */
export async function insertProposal(tx: Tx, number: string, given: NewProposal): Promise<number | null> {
	const row = await tables(tx)
		.insertInto('proposal')
		.values({
			office_id: given.officeId,
			number,
			kind: given.kind,
			session: given.session.trim(),
			original_number: given.originalNumber.trim(),
			title: given.title.trim(),
			body: given.body.trim(),
			delegate: given.delegate.trim(),
			received_on: given.receivedOn,
			limit_months: given.limitMonths,
			state: 'inHand',
			submitted_by: null,
			replied_on: null,
			result: null,
			satisfaction: null,
			publicity: null,
			published_on: null,
		})
		.onConflict((conflict) => conflict.columns(['kind', 'session', 'original_number']).doNothing())
		.returning('id')
		.executeTakeFirst();
	if (!row) return null;
	for (const officeId of given.jointOfficeIds)
		await tables(tx).insertInto('proposal_joint').values({ proposal_id: row.id, office_id: officeId }).execute();
	return row.id;
}

export async function insertProposalContact(tx: Tx, id: number, { keyId, bytes }: Sealed): Promise<void> {
	await tables(tx).insertInto('proposal_contact').values({ proposal_id: id, key_id: keyId, sealed: bytes }).execute();
}

export async function selectProposalContact(reader: Reader, id: number): Promise<Sealed | null> {
	const row = await tables(reader)
		.selectFrom('proposal_contact')
		.select(['key_id', 'sealed'])
		.where('proposal_id', '=', id)
		.executeTakeFirst();
	return row ? { keyId: row.key_id, bytes: row.sealed } : null;
}

/** The office that leads, and those that help, see a proposal. */
function scoped(reader: Reader, scope: Scope) {
	const query = tables(reader).selectFrom('proposal');
	if (scope.kind === 'all') return query;
	const officeId = scope.kind === 'office' ? scope.officeId : 0;
	return query.where((eb) =>
		eb.or([
			eb('proposal.office_id', '=', officeId),
			eb.exists(
				eb
					.selectFrom('proposal_joint')
					.select('proposal_joint.office_id')
					.whereRef('proposal_joint.proposal_id', '=', 'proposal.id')
					.where('proposal_joint.office_id', '=', officeId),
			),
		]),
	);
}

export interface ProposalFilter {
	state?: ProposalState | undefined;
	kind?: ProposalKind | undefined;
	officeId?: number | undefined;
	year?: number | undefined;
	/** Words of the title, or a number. */
	q?: string | undefined;
}

export async function selectProposals(
	reader: Reader,
	scope: Scope,
	{ state, kind, officeId, year, q }: ProposalFilter,
	page: { limit: number; offset: number },
): Promise<{ rows: Proposal[]; total: number }> {
	let query = scoped(reader, scope);
	if (state) query = query.where('state', '=', state);
	if (kind) query = query.where('kind', '=', kind);
	if (officeId !== undefined) query = query.where('proposal.office_id', '=', officeId);
	if (year !== undefined)
		query = query.where('received_on', '>=', `${year}-01-01`).where('received_on', '<=', `${year}-12-31`);
	if (q) {
		const like = `%${q.replace(/[\\%_]/g, '\\$&')}%`;
		query = query.where((eb) => eb.or([eb('title', 'like', like), eb('number', 'like', like)]));
	}
	const counted = await query.select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirst();
	const rows = await query
		.select(PROPOSAL)
		.orderBy('received_on', 'desc')
		.orderBy('proposal.id', 'desc')
		.limit(page.limit)
		.offset(page.offset)
		.execute();
	return { rows, total: Number(counted?.n ?? 0) };
}

export async function selectProposal(reader: Reader, scope: Scope, id: number): Promise<Proposal | null> {
	return (await scoped(reader, scope).select(PROPOSAL).where('proposal.id', '=', id).executeTakeFirst()) ?? null;
}

export async function lockProposal(tx: Tx, scope: Scope, id: number): Promise<Proposal | null> {
	const query = scoped(tx, scope).select(PROPOSAL).where('proposal.id', '=', id);
	return (await query.forUpdate().executeTakeFirst()) ?? null;
}

/** Offices that help, by proposal. */
export async function selectJoint(reader: Reader, ids: readonly number[]): Promise<Map<number, number[]>> {
	const found = new Map<number, number[]>();
	if (ids.length === 0) return found;
	const rows = await tables(reader)
		.selectFrom('proposal_joint')
		.select(['proposal_id as id', 'office_id as officeId'])
		.where('proposal_id', 'in', ids)
		.orderBy('office_id')
		.execute();
	for (const { id, officeId } of rows) found.set(id, [...(found.get(id) ?? []), officeId]);
	return found;
}

export type ProposalChange = Partial<
	Pick<
		Proposal,
		| 'state'
		| 'limitMonths'
		| 'extensionNote'
		| 'submittedBy'
		| 'replyNumber'
		| 'reply'
		| 'repliedOn'
		| 'result'
		| 'satisfaction'
		| 'publicity'
		| 'publicityReason'
		| 'publicText'
		| 'publishedOn'
	>
>;

const COLUMNS: Readonly<Record<keyof ProposalChange, string>> = {
	state: 'state',
	limitMonths: 'limit_months',
	extensionNote: 'extension_note',
	submittedBy: 'submitted_by',
	replyNumber: 'reply_number',
	reply: 'reply',
	repliedOn: 'replied_on',
	result: 'result',
	satisfaction: 'satisfaction',
	publicity: 'publicity',
	publicityReason: 'publicity_reason',
	publicText: 'public_text',
	publishedOn: 'published_on',
};

export async function updateProposal(tx: Tx, { id, revision }: Proposal, change: ProposalChange): Promise<void> {
	const set = Object.fromEntries(
		Object.entries(change).map(([key, value]) => [COLUMNS[key as keyof ProposalChange], value]),
	);
	await tables(tx)
		.updateTable('proposal')
		.set({ ...set, revision: revision + 1 })
		.where('id', '=', id)
		.execute();
}

/** What stands on the portal: no delegate, and of the reply what was decided to be public. */
export type PublicProposal = Pick<
	Proposal,
	| 'id'
	| 'officeId'
	| 'number'
	| 'kind'
	| 'session'
	| 'originalNumber'
	| 'title'
	| 'replyNumber'
	| 'result'
	| 'publicText'
	| 'publicity'
> & { repliedOn: string; publishedOn: string };

const PUBLIC = [
	'id',
	'office_id as officeId',
	'number',
	'kind',
	'session',
	'original_number as originalNumber',
	'title',
	'reply_number as replyNumber',
	'result',
	'public_text as publicText',
	'publicity',
	'replied_on as repliedOn',
	'published_on as publishedOn',
] as const;

function published(reader: Reader) {
	return tables(reader).selectFrom('proposal').where('state', '=', 'published');
}

export async function publicProposal(reader: Reader, number: string): Promise<PublicProposal | null> {
	const row = await published(reader).select(PUBLIC).where('number', '=', number).executeTakeFirst();
	return (row as PublicProposal | undefined) ?? null;
}

/** Public replies to what came in a year, newest first. */
export async function publicProposals(
	reader: Reader,
	year: number,
	page: { limit: number; offset: number },
): Promise<{ rows: PublicProposal[]; total: number }> {
	const query = published(reader)
		.where('received_on', '>=', `${year}-01-01`)
		.where('received_on', '<=', `${year}-12-31`);
	const counted = await query.select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirst();
	const rows = await query
		.select(PUBLIC)
		.orderBy('published_on', 'desc')
		.orderBy('id', 'desc')
		.limit(page.limit)
		.offset(page.offset)
		.execute();
	return { rows: rows as PublicProposal[], total: Number(counted?.n ?? 0) };
}

/** Years in which something came that is answered for in public, newest first. */
export async function publicYears(reader: Reader): Promise<number[]> {
	const rows = await published(reader).select('received_on as day').distinct().execute();
	return [...new Set(rows.map(({ day }) => Number(day.slice(0, 4))))].sort((a, b) => b - a);
}
