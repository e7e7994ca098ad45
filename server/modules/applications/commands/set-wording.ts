import { AppError } from '../../../kernel/errors.ts';
import { collectIssues, issue } from '../../../kernel/issue.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { templateOf } from '../letters/index.ts';
import { checkWording, defaultTitle, keyed, type WordingText } from '../letters/wording.ts';
import { messages } from '../messages.zh.ts';
import { keyNamed, ownText } from '../queries/wordings.ts';
import { insertEdition, lockWordings, selectNewestEdition } from '../store/wordings.ts';
import { refuseIf } from './move.ts';

export interface NewWording {
	name: string;
	/** The edition the change was made from; 0 for the first. */
	edition: number;
	/** Null goes back to the wording of the product. */
	text: WordingText | null;
	note: string;
}

/**
 * Words a letter anew. Letters issued stay as they are. @throws AppError `invalid` for a wording that would leave out what
 * the law wants said, `conflict` when somebody else was quicker.
 */
export async function setWording(tx: Tx, { name, edition, note, ...input }: NewWording): Promise<void> {
	const key = keyNamed(name);
	const base = templateOf(key.template, key.outcome);
	const text = input.text && { title: input.text.title.trim(), source: keyed(key, base, input.text.source.trim()) };
	await lockWordings(tx);
	const newest = await selectNewestEdition(tx, key.template, key.outcome ?? '');
	if ((newest?.edition ?? 0) !== edition) throw new AppError('conflict', { message: messages.wordingMoved });
	const standard = ownText(key);
	const before = newest?.text ?? standard;
	const after = text ?? standard;
	const same = before.title === after.title && before.source === after.source;
	refuseIf(
		collectIssues(
			text ? checkWording(key, text, base) : null,
			same ? issue('wording.same', messages.wordingSame, 'source') : null,
			note.trim() === '' ? issue('wording.note', messages.wordingNote, 'note') : null,
		),
	);
	await insertEdition(tx, {
		template: key.template,
		outcome: key.outcome ?? '',
		edition: edition + 1,
		text,
		note: note.trim(),
	});
	tx.about({
		type: 'wording',
		id: edition + 1,
		summary: messages.wordingSet(text?.title ?? defaultTitle(key), edition + 1, note.trim()),
	});
}
