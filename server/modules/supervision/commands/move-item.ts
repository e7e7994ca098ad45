import { scopeOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { issue } from '../../../kernel/issue.ts';
import { findMove, requireMove } from '../../../kernel/workflow.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { messages } from '../messages.zh.ts';
import { canOnItem } from '../policy.ts';
import { itemFacts } from '../queries/items.ts';
import { proofIssue } from '../rules/proof.ts';
import { insertStep, lockItem, updateItem } from '../store/rectifications.ts';
import { waiveFinding } from '../store/rounds.ts';
import { type ItemAction, itemWorkflow } from '../workflow.ts';

export interface ItemMove {
	id: number;
	action: ItemAction;
	text: string;
	/** 责任人, with a reply. */
	owner?: string;
	/** A new limit, where the work goes on. */
	dueOn: string | null;
	proofs: readonly { sha256: string; fileName: string; mediaType: string; size: number }[];
}

const SHORTEST = 5;
/** Moves that go without a word. */
const SILENT: readonly ItemAction[] = ['close', 'circulate'];

/**
 * One hand on an item, as the table grants it. @throws AppError `notFound` for another office's item, `conflict`, `invalid`
 */
export async function moveItem(tx: Tx, move: ItemMove): Promise<void> {
	const item = await lockItem(tx, scopeOf(tx.actor), move.id);
	if (!item) throw new AppError('notFound');
	if (!findMove(itemWorkflow, item.state, move.action)) throw new AppError('conflict', { message: messages.changed });
	requireMove(itemWorkflow, item.state, move.action, await itemFacts(tx, item), canOnItem(tx.actor, item.officeId));
	if (!SILENT.includes(move.action) && [...move.text.trim()].length < SHORTEST) {
		throw new AppError('invalid', { issues: [issue('item.text', messages.text, 'text')] });
	}
	const unproved = move.action === 'reply' ? proofIssue(item, move.text, move.proofs.length) : null;
	if (unproved) throw new AppError('invalid', { issues: [unproved] });
	if (move.dueOn !== null && move.dueOn < tx.today) {
		throw new AppError('invalid', { issues: [issue('item.dueOn', messages.dueOn, 'dueOn')] });
	}
	const row = findMove(itemWorkflow, item.state, move.action);
	if (!row) throw new AppError('internal', { detail: `no move ${move.action}` });
	const goesOn = move.action === 'sendBack' || move.action === 'reject';
	await updateItem(tx, item, {
		state: row.to,
		...(goesOn && move.dueOn ? { dueOn: move.dueOn } : {}),
		...(move.owner ? { owner: move.owner } : {}),
	});
	if (move.action === 'withdraw' && item.findingId !== null) await waiveFinding(tx, item.findingId, item.id);
	await insertStep(
		tx,
		item.id,
		move.action,
		move.text.trim(),
		move.action === 'reply' || move.action === 'appeal' ? move.proofs : [],
	);
	await tx.timeline({ type: 'rectificationItem', id: item.id, officeId: item.officeId }, move.action, {});
	tx.about({
		type: 'rectificationItem',
		id: item.id,
		officeId: item.officeId,
		summary: `${row.label}：${item.message}`,
	});
}
