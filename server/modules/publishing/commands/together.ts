import { scopeOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { words } from '../messages.zh.ts';
import { canOn } from '../policy.ts';
import { isExplained } from '../queries/explanation.ts';
import { lockDocument, selectDraft } from '../store/documents.ts';
import { selectCompanions } from '../store/interpretations.ts';
import { startDraft } from './start-draft.ts';

/**
 * 同步审签: one move for a policy and for the interpretation drafts of it that stand where it stands (law.md §5.6). What one of
 * them lacks keeps both back, and is said with its name. @throws AppError as the move does
 */
export async function together(tx: Tx, documentId: number, move: (id: number) => Promise<void>): Promise<void> {
	const document = await lockDocument(tx, scopeOf(tx.actor), documentId);
	if (!document) throw new AppError('notFound');
	const companions = (await selectCompanions(tx, document)).filter(({ state }) => state === document.state);
	await move(documentId);
	for (const { id, title } of companions) {
		await move(id).catch((thrown: unknown) => {
			throw inTheNameOf(title, thrown);
		});
	}
}

function inTheNameOf(title: string, thrown: unknown): unknown {
	if (!(thrown instanceof AppError)) return thrown;
	const name = words('together.name', title || '未填写标题');
	const issues = thrown.issues.map(({ key, message }) => ({ key, message: `${name}${message}` }));
	return new AppError(thrown.code, { message: `${name}${thrown.userMessage}`, issues });
}

/** 同步起草: begins the interpretation of a policy that is in work, or public, in its own office. Answers its id. */
export async function draftInterpretation(tx: Tx, documentId: number): Promise<number> {
	const document = await lockDocument(tx, scopeOf(tx.actor), documentId);
	const draft = document && (await selectDraft(tx, documentId));
	if (!document || !draft) throw new AppError('notFound');
	if (!canOn(tx.actor, document.officeId)('document.draft')) throw new AppError('forbidden');
	const { title, type, theme } = draft.content;
	if (!isExplained(type)) throw new AppError('invalid', { message: words('together.kind') });
	if ((await selectCompanions(tx, document)).length > 0)
		throw new AppError('conflict', { message: words('together.there') });
	const id = await startDraft(tx, {
		officeId: document.officeId,
		type: 'interpretation',
		title: title === '' ? '' : words('together.title', title),
		content: { interprets: documentId, theme },
	});
	tx.about({ type: 'document', id, officeId: document.officeId, summary: `起草解读：${title}` });
	return id;
}
