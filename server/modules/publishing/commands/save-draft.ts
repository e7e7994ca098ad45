import { scopeOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { collectIssues, type Issue } from '../../../kernel/issue.ts';
import { spokenMinute } from '../../../platform/instants.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { columnById, takesDocuments } from '../../catalog/index.ts';
import { personName } from '../../offices/index.ts';
import { say, words } from '../messages.zh.ts';
import type { Attachment, Document, DocumentContent, Draft } from '../model.ts';
import { actorId, canOn } from '../policy.ts';
import { imagesOf, sanitizeBody } from '../rules/body.ts';
import { secretIssues } from '../rules/secret-mark.ts';
import { selectAttachments } from '../store/attachments.ts';
import { lockDocument, saveDraft, selectDraft } from '../store/documents.ts';
import { personOf } from '../store/history.ts';
import { selectExplainable } from '../store/interpretations.ts';

export interface SavedDraft {
	version: number;
	/** As it was kept: cleaned markup. */
	content: DocumentContent;
}

/**
 * Autosave. `version` is what the writer's screen was made from; when somebody saved since, nothing is overwritten and the
 * answer says who and when: the writer keeps both texts.
 * @throws AppError `conflict`, `invalid`, `forbidden`, `notFound`
 */
export async function saveDocumentDraft(
	tx: Tx,
	documentId: number,
	input: { version: number; content: DocumentContent },
): Promise<SavedDraft> {
	const document = await lockDocument(tx, scopeOf(tx.actor), documentId);
	const draft = document && (await selectDraft(tx, documentId));
	if (!document || !draft) throw new AppError('notFound');
	if (!canOn(tx.actor, document.officeId)('document.draft')) throw new AppError('forbidden');
	await requireUnchanged(tx, document, draft, input.version);
	const files = await selectAttachments(tx, documentId);
	const own = new Set(files.map(({ id }) => id));
	const issues = collectIssues(
		await columnIssue(tx, document, input.content),
		await interpretsIssue(tx, document, input.content),
		input.content.attachments.some((id) => !own.has(id)) && say('draft.attachment', 'attachments'),
		originalIssues(files, draft.content, input.content),
		secretIssues(input.content),
	);
	if (issues.length > 0) throw new AppError('invalid', { issues });
	const content = {
		...input.content,
		body: sanitizeBody(input.content.body, documentId, own),
		attachments: [...new Set(input.content.attachments)],
	};
	const editors = [...new Set([...draft.editors, actorId(tx.actor)])];
	const version = await saveDraft(tx, documentId, { content, editors, savedBy: personOf(tx) });
	tx.about({ type: 'document', id: documentId, officeId: document.officeId, summary: content.title });
	return { version, content };
}

/** What was masked does not come back by another way: its copy is what is shown. */
function originalIssues(files: readonly Attachment[], before: DocumentContent, after: DocumentContent): Issue[] {
	const masked = new Set(files.flatMap(({ maskedFrom }) => maskedFrom ?? []));
	const shown = (content: DocumentContent) => new Set([...content.attachments, ...imagesOf(content.body)]);
	const known = shown(before);
	const added = [...shown(after)].filter((id) => masked.has(id) && !known.has(id));
	return files
		.filter(({ id }) => added.includes(id))
		.map(({ fileName }) => say('draft.original', 'attachments', fileName));
}

async function requireUnchanged(tx: Tx, document: Document, draft: Draft, seen: number): Promise<void> {
	if (document.state !== 'draft') throw new AppError('conflict', { message: words('draft.state') });
	if (draft.version === seen) return;
	const name = draft.savedBy === null ? '' : await personName(tx, draft.savedBy);
	throw new AppError('conflict', { message: words('draft.changed', name || '他人', spokenMinute(draft.savedAt)) });
}

/** What is explained is a policy that is public, or one of the office's own. */
async function interpretsIssue(
	tx: Tx,
	{ id, officeId }: Document,
	{ interprets }: DocumentContent,
): Promise<Issue | null> {
	if (interprets == null) return null;
	const found = interprets === id ? [] : await selectExplainable(tx, officeId, { id: interprets });
	return found.length > 0 ? null : say('draft.interprets', 'interprets');
}

/** The column is the office's own and takes documents. */
export async function columnIssue(tx: Tx, document: Document, content: DocumentContent): Promise<Issue | null> {
	const column = await columnById(tx, content.columnId);
	const fits = column?.officeId === document.officeId && takesDocuments(column);
	return fits ? null : say('draft.column', 'columnId');
}
