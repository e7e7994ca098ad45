import type { Scope } from '../../../kernel/actor.ts';
import type { Reader, Tx } from '../../../platform/transaction.ts';
import type {
	Consultation,
	ConsultationDraft,
	ConsultationFile,
	ConsultationState,
	Phase,
} from '../model/consultation.ts';
import { tables } from './tables.ts';

const CONSULTATION = [
	'id',
	'office_id as officeId',
	'number',
	'kind',
	'title',
	'body',
	'document_id as documentId',
	'explanation',
	'how',
	'from_day as fromDay',
	'to_day as toDay',
	'short_reason as shortReason',
	'state',
	'submitted_by as submittedBy',
	'opened_at as openedAt',
	'extension_note as extensionNote',
	'result',
	'result_at as resultAt',
	'withdrawn_at as withdrawnAt',
	'withdraw_reason as withdrawReason',
	'personal_reason as personalReason',
	'checked_by_hand as checkedByHand',
	'revision',
] as const;

const draftColumns = (draft: ConsultationDraft) => ({
	kind: draft.kind,
	title: draft.title.trim(),
	body: draft.body.trim(),
	document_id: draft.documentId,
	explanation: draft.explanation.trim(),
	how: draft.how.trim(),
	from_day: draft.fromDay,
	to_day: draft.toDay,
	short_reason: draft.shortReason.trim(),
});

export async function insertConsultation(
	tx: Tx,
	officeId: number,
	number: string,
	draft: ConsultationDraft,
): Promise<number> {
	const { id } = await tables(tx)
		.insertInto('consultation')
		.values({
			office_id: officeId,
			number,
			...draftColumns(draft),
			state: 'draft',
			submitted_by: null,
			opened_at: null,
			result_at: null,
			withdrawn_at: null,
			created_at: tx.now,
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	return id;
}

function scoped(reader: Reader, scope: Scope) {
	const query = tables(reader).selectFrom('consultation');
	if (scope.kind === 'all') return query;
	return query.where('office_id', '=', scope.kind === 'office' ? scope.officeId : 0);
}

export interface ConsultationFilter {
	state?: ConsultationState | undefined;
	officeId?: number | undefined;
	/** Words of the title, or a number. */
	q?: string | undefined;
}

export async function selectConsultations(
	reader: Reader,
	scope: Scope,
	{ state, officeId, q }: ConsultationFilter,
	page: { limit: number; offset: number },
): Promise<{ rows: Consultation[]; total: number }> {
	let query = scoped(reader, scope);
	if (state) query = query.where('state', '=', state);
	if (officeId !== undefined) query = query.where('office_id', '=', officeId);
	if (q) {
		const like = `%${q.replace(/[\\%_]/g, '\\$&')}%`;
		query = query.where((eb) => eb.or([eb('title', 'like', like), eb('number', 'like', like)]));
	}
	const counted = await query.select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirst();
	const rows = await query.select(CONSULTATION).orderBy('id', 'desc').limit(page.limit).offset(page.offset).execute();
	return { rows, total: Number(counted?.n ?? 0) };
}

export async function selectConsultation(reader: Reader, scope: Scope, id: number): Promise<Consultation | null> {
	return (await scoped(reader, scope).select(CONSULTATION).where('id', '=', id).executeTakeFirst()) ?? null;
}

export async function lockConsultation(tx: Tx, scope: Scope, id: number): Promise<Consultation | null> {
	return (await scoped(tx, scope).select(CONSULTATION).where('id', '=', id).forUpdate().executeTakeFirst()) ?? null;
}

const PUBLIC_STATES: readonly ConsultationState[] = ['open', 'resultToSign', 'published'];

/** Signed and not withdrawn, whoever asks; a withdrawn one only with `gone`, for what its address answers. */
export async function publicConsultation(
	reader: Reader,
	number: string,
	{ gone = false }: { gone?: boolean } = {},
): Promise<Consultation | null> {
	const row = await tables(reader)
		.selectFrom('consultation')
		.select(CONSULTATION)
		.where('number', '=', number)
		.where('opened_at', 'is not', null)
		.where('state', 'in', gone ? [...PUBLIC_STATES, 'withdrawn'] : PUBLIC_STATES)
		.executeTakeFirst();
	return row ?? null;
}

/** Held while a comment is taken in: it cannot be withdrawn or closed meanwhile, and others comment at the same time. */
export async function shareConsultation(tx: Tx, number: string): Promise<Consultation | null> {
	const row = await tables(tx)
		.selectFrom('consultation')
		.select(CONSULTATION)
		.where('number', '=', number)
		.where('opened_at', 'is not', null)
		.forShare()
		.executeTakeFirst();
	return row ?? null;
}

/** What stands on the portal in one phase as of `today`; those that end first come first, of those that are over the newest. */
export async function publicConsultations(
	reader: Reader,
	phase: Phase,
	page: { limit: number; offset: number },
): Promise<{ rows: Consultation[]; total: number }> {
	let query = tables(reader).selectFrom('consultation').where('opened_at', 'is not', null);
	if (phase === 'answered') query = query.where('state', '=', 'published');
	else query = query.where('state', 'in', ['open', 'resultToSign']);
	if (phase === 'coming') query = query.where('from_day', '>', reader.today);
	if (phase === 'open') query = query.where('from_day', '<=', reader.today).where('to_day', '>=', reader.today);
	if (phase === 'closed') query = query.where('to_day', '<', reader.today);
	const counted = await query.select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirst();
	const rows = await query
		.select(CONSULTATION)
		.orderBy('to_day', phase === 'open' || phase === 'coming' ? 'asc' : 'desc')
		.orderBy('id', 'desc')
		.limit(page.limit)
		.offset(page.offset)
		.execute();
	return { rows, total: Number(counted?.n ?? 0) };
}

export async function updateDraft(tx: Tx, { id, revision }: Consultation, draft: ConsultationDraft): Promise<void> {
	await tables(tx)
		.updateTable('consultation')
		.set({ ...draftColumns(draft), revision: revision + 1 })
		.where('id', '=', id)
		.execute();
}

export interface ConsultationChange {
	state?: ConsultationState;
	fromDay?: string;
	toDay?: string;
	submittedBy?: number | null;
	openedAt?: Date;
	extensionNote?: string;
	result?: string;
	resultAt?: Date | null;
	withdrawnAt?: Date;
	withdrawReason?: string;
	personalReason?: string;
	checkedByHand?: string;
}

const COLUMNS = {
	state: 'state',
	fromDay: 'from_day',
	toDay: 'to_day',
	submittedBy: 'submitted_by',
	openedAt: 'opened_at',
	extensionNote: 'extension_note',
	result: 'result',
	resultAt: 'result_at',
	withdrawnAt: 'withdrawn_at',
	withdrawReason: 'withdraw_reason',
	personalReason: 'personal_reason',
	checkedByHand: 'checked_by_hand',
} as const;

export async function updateConsultation(
	tx: Tx,
	{ id, revision }: Consultation,
	change: ConsultationChange,
): Promise<void> {
	const set = Object.fromEntries(
		Object.entries(change).map(([key, value]) => [COLUMNS[key as keyof typeof COLUMNS], value]),
	);
	await tables(tx)
		.updateTable('consultation')
		.set({ ...set, revision: revision + 1 })
		.where('id', '=', id)
		.execute();
}

const FILE = [
	'id',
	'consultation_id as consultationId',
	'sha256',
	'file_name as fileName',
	'media_type as mediaType',
	'size',
] as const;

export async function insertFile(tx: Tx, file: Omit<ConsultationFile, 'id'>): Promise<number> {
	const { id } = await tables(tx)
		.insertInto('consultation_file')
		.values({
			consultation_id: file.consultationId,
			sha256: file.sha256,
			file_name: file.fileName,
			media_type: file.mediaType,
			size: file.size,
			removed_at: null,
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	return id;
}

/** Files a consultation that was read in scope, or is public, shows. */
export async function selectFiles(reader: Reader, consultationId: number): Promise<ConsultationFile[]> {
	return await tables(reader)
		.selectFrom('consultation_file')
		.select(FILE)
		.where('consultation_id', '=', consultationId)
		.where('removed_at', 'is', null)
		.orderBy('id')
		.execute();
}

/** Files of consultations that are not withdrawn, or of one of them: what is, or is to be, shown. */
export async function selectShownFiles(reader: Reader, consultationId?: number): Promise<ConsultationFile[]> {
	let query = tables(reader)
		.selectFrom('consultation_file as f')
		.innerJoin('consultation as c', 'c.id', 'f.consultation_id')
		.select(['f.id', 'f.consultation_id as consultationId', 'f.sha256', 'f.file_name as fileName'])
		.select(['f.media_type as mediaType', 'f.size'])
		.where('f.removed_at', 'is', null)
		.where('c.state', '<>', 'withdrawn');
	if (consultationId !== undefined) query = query.where('c.id', '=', consultationId);
	return await query.orderBy('f.id').execute();
}

export async function removeFile(tx: Tx, consultationId: number, fileId: number): Promise<boolean> {
	const { numUpdatedRows } = await tables(tx)
		.updateTable('consultation_file')
		.set({ removed_at: tx.now })
		.where('id', '=', fileId)
		.where('consultation_id', '=', consultationId)
		.where('removed_at', 'is', null)
		.executeTakeFirstOrThrow();
	return numUpdatedRows > 0n;
}
