import { AppError } from '../../../kernel/errors.ts';
import { collectIssues, issue } from '../../../kernel/issue.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { officeById } from '../../offices/index.ts';
import { messages } from '../messages.zh.ts';
import { requireCounty } from '../policy.ts';
import { monitorRule } from '../rules/index.ts';
import { insertItem, insertRectification, insertStep, type NewItem, selectItems } from '../store/rectifications.ts';
import { selectFindings, selectSameMatter } from '../store/rounds.ts';
import type { ItemState } from '../workflow.ts';

export interface NewList {
	title: string;
	note: string;
	dueOn: string;
	findingIds: readonly number[];
	/** Matters no rule looks after: of a third-party evaluation, an inspection. */
	others: readonly { officeId: number; message: string; basis: string }[];
}

const IN_HAND: readonly ItemState[] = ['issued', 'replied', 'appealed', 'circulated'];

/** Issues a 整改清单: one item for each finding, to the office it is about. @throws AppError `invalid`, `forbidden` */
export async function issueList(tx: Tx, input: NewList): Promise<number> {
	requireCounty(tx.actor);
	const findings = await selectFindings(tx, { kind: 'all' }, { ids: input.findingIds });
	const matters = [...(await selectSameMatter(tx, input.findingIds)).values()].flat();
	const known = await selectItems(tx, { kind: 'all' }, { findingIds: matters, states: IN_HAND });
	const offices = await Promise.all(input.others.map(({ officeId }) => officeById(tx, officeId)));
	const issues = collectIssues(
		input.title.trim() === '' && issue('list.title', messages.noTitle, 'title'),
		input.dueOn < tx.today && issue('list.dueOn', messages.dueOn, 'dueOn'),
		findings.length + input.others.length === 0 && issue('list.none', messages.noItems, 'findingIds'),
		known.map(({ message }) => issue('list.known', messages.known(message), 'findingIds')),
		input.others.some(({ message }) => message.trim() === '') && issue('list.message', messages.noMessage, 'others'),
		offices.includes(null) && issue('list.office', messages.office, 'others'),
	);
	if (issues.length > 0) throw new AppError('invalid', { issues });
	const rectificationId = await insertRectification(tx, input);
	const { dueOn } = input;
	for (const { id: findingId, officeId, rule, message, evidence } of findings) {
		const basis = monitorRule(rule)?.basis ?? '';
		await addItem(tx, { rectificationId, officeId, findingId, rule, message, basis, evidence, dueOn });
	}
	for (const other of input.others) {
		const evidence = { facts: {}, path: '' };
		await addItem(tx, { ...other, rectificationId, findingId: null, rule: '', evidence, dueOn });
	}
	tx.about({ type: 'rectification', id: rectificationId, summary: input.title });
	return rectificationId;
}

/** Puts a matter on a list, with its first step. */
export async function addItem(tx: Tx, item: NewItem): Promise<void> {
	const id = await insertItem(tx, item);
	await insertStep(tx, id, 'issue', '');
	await tx.timeline({ type: 'rectificationItem', id, officeId: item.officeId }, 'issue', { dueOn: item.dueOn });
}
