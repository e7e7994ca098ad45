import type { Cell } from '../../../platform/documents/index.ts';
import { minuteInChina } from '../../../platform/instants.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { personNames } from '../../offices/index.ts';
import type { Step } from '../model.ts';
import type { DocumentInWork } from '../queries/in-work.ts';
import type { Action } from '../workflow.ts';

/** Label cells are bold and centred; what is filled in stands left. */
export function label(text: string, span: Partial<Cell> = {}): Cell {
	return { text, bold: true, align: 'center', ...span };
}

export function filled(text: string, columnSpan = 1): Cell {
	return { text, columnSpan };
}

/** The last step of an action in the edition in hand, or null when it has not been made (again) since a return. */
export function lastStep({ steps, document }: DocumentInWork, ...actions: Action[]): Step | null {
	const edition = steps.filter((step) => step.edition === document.edition);
	const returned = edition.findLastIndex(({ action }) => action === 'sendBack' || action === 'recall');
	const asked: readonly string[] = actions;
	return edition.slice(returned + 1).findLast(({ action }) => asked.includes(action)) ?? null;
}

/** Who signed a step and when; blank when nobody has, to be filled by hand. */
export function signature(step: Step | null, opinion = ''): string {
	if (!step) return '\n\n签名：　　　　　　　　年　月　日';
	const words = [opinion, step.comment].filter(Boolean).join('：');
	return `${words || '同意'}\n\n签名：${step.actorName}　　${minuteInChina(step.at)}`;
}

/** Names of those who wrote the edition, the last to save first. */
export async function writers(reader: Reader, { draft, document }: DocumentInWork): Promise<string> {
	const ids = [...new Set([...draft.editors, ...(document.createdBy ? [document.createdBy] : [])])];
	const names = await personNames(reader, ids);
	return ids.flatMap((id) => names.get(id) ?? []).join('、') || '系统';
}
