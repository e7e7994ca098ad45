import { type Scope, scopeOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { movesFrom } from '../../../kernel/workflow.ts';
import type { InHand } from '../../../module.ts';
import { civilDay } from '../../../platform/clock.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { listOffices } from '../../offices/index.ts';
import { canOnItem } from '../policy.ts';
import { monitorRule } from '../rules/index.ts';
import { selectRepeats } from '../store/figures.ts';
import {
	type Item,
	type Rectification,
	selectItems,
	selectProofs,
	selectRectifications,
	selectSteps,
} from '../store/rectifications.ts';
import { selectFindings, selectSameMatter } from '../store/rounds.ts';
import { type ItemFacts, type ItemState, itemWorkflow } from '../workflow.ts';

/** What the table looks at. */
export async function itemFacts(reader: Reader, item: Item): Promise<ItemFacts> {
	const { findingId, dueOn } = item;
	if (findingId === null) return { today: reader.today, dueOn, isStillFound: null };
	// What was gone and came back is a new finding of the same matter.
	const ids = (await selectSameMatter(reader, [findingId])).get(findingId) ?? [];
	const seen = await selectFindings(reader, { kind: 'all' }, { ids });
	return { today: reader.today, dueOn, isStillFound: seen.length > 0 };
}

const OPEN: readonly ItemState[] = ['issued', 'replied', 'appealed', 'circulated'];

/** Lists with how far each has come, as far as the reader sees their items. */
export async function rectifications(reader: Reader) {
	const scope = scopeOf(reader.actor);
	const items = await selectItems(reader, scope);
	return (await selectRectifications(reader, scope)).map((list) => {
		const own = items.filter(({ rectificationId }) => rectificationId === list.id);
		return { ...list, ...countsOf(own, reader.today) };
	});
}

function countsOf(items: readonly Item[], today: string) {
	const open = items.filter(({ state }) => OPEN.includes(state));
	return {
		items: items.length,
		offices: new Set(items.map(({ officeId }) => officeId)).size,
		closed: items.filter(({ state }) => state === 'closed').length,
		open: open.length,
		overdue: open.filter(({ dueOn, state }) => dueOn < today && state !== 'replied').length,
	};
}

/** One list with its items, hands and proofs. @throws AppError `notFound` when no item of it is in scope */
export async function rectification(reader: Reader, id: number) {
	const scope = scopeOf(reader.actor);
	const [list] = await selectRectifications(reader, scope, [id]);
	if (!list) throw new AppError('notFound');
	return { ...list, rows: await itemRows(reader, scope, { rectificationId: id }) };
}

/** Items an office still has to answer for, the nearest limit first. */
export async function openItems(reader: Reader) {
	const rows = await itemRows(reader, scopeOf(reader.actor), { states: OPEN });
	return rows.sort((a, b) => a.dueOn.localeCompare(b.dueOn));
}

/** A matter put right, in the words it was issued and answered with: what section five of the year's report may tell. */
export interface ClosedItem {
	id: number;
	message: string;
	reply: string;
	closedOn: string;
}

/** Items of the reader's offices closed in a year, in the order they were. */
export async function closedItems(reader: Reader, year: number): Promise<ClosedItem[]> {
	const items = await selectItems(reader, scopeOf(reader.actor), { states: ['closed'] });
	const steps = await selectSteps(
		reader,
		items.map(({ id }) => id),
	);
	return items.flatMap(({ id, message }) => {
		const own = steps.filter(({ itemId }) => itemId === id);
		const closing = own.findLast(({ action }) => action === 'close');
		const closedOn = closing ? civilDay(closing.createdAt) : '';
		const reply = own.findLast(({ action }) => action === 'reply')?.text ?? '';
		return closedOn.startsWith(`${year}-`) ? [{ id, message, reply, closedOn }] : [];
	});
}

async function itemRows(reader: Reader, scope: Scope, filter: Parameters<typeof selectItems>[2]) {
	const items = await selectItems(reader, scope, filter);
	const ids = items.map(({ id }) => id);
	const steps = await selectSteps(reader, ids);
	const proofs = await selectProofs(reader, ids);
	const repeats = await selectRepeats(reader, ids);
	const offices = new Map((await listOffices(reader, { merged: true })).map(({ id, shortName }) => [id, shortName]));
	const rows = [];
	for (const item of items) {
		const facts = await itemFacts(reader, item);
		const can = canOnItem(reader.actor, item.officeId);
		rows.push({
			...item,
			officeName: offices.get(item.officeId) ?? '',
			ruleTitle: monitorRule(item.rule)?.title ?? '其他',
			stateLabel: itemWorkflow.states[item.state].label,
			isOverdue: item.dueOn < reader.today && (item.state === 'issued' || item.state === 'circulated'),
			isStillFound: facts.isStillFound,
			repeats: repeats.get(item.id) ?? 0,
			moves: movesFrom(itemWorkflow, item.state, facts, can).map((move) => ({ ...move, reasons: [...move.reasons] })),
			steps: steps.filter(({ itemId }) => itemId === item.id),
			proofs: proofs.filter(({ itemId }) => itemId === item.id).map(({ sha256: _, ...proof }) => proof),
		});
	}
	return rows;
}

export type ItemRow = Awaited<ReturnType<typeof itemRows>>[number];
export type RectificationView = Rectification & { rows: ItemRow[] };

/** A proof of an item in scope. @throws AppError `notFound` */
export async function proofFile(reader: Reader, itemId: number, proofId: number) {
	const items = await selectItems(reader, scopeOf(reader.actor));
	if (!items.some(({ id }) => id === itemId)) throw new AppError('notFound');
	const proof = (await selectProofs(reader, [itemId])).find(({ id }) => id === proofId);
	if (!proof) throw new AppError('notFound');
	return proof;
}

/** What an office has to put right, for a hand-over sheet. */
export async function rectificationsInHand(reader: Reader, officeId: number): Promise<InHand[]> {
	return (await selectItems(reader, { kind: 'office', officeId }, { states: OPEN })).map(
		({ message, state, dueOn }) => ({
			...{ group: '整改事项', title: message, state: itemWorkflow.states[state].label, due: dueOn, personId: null },
		}),
	);
}
