import { scopeOf } from '../../../kernel/actor.ts';
import { type Issue, issue } from '../../../kernel/issue.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { messages } from '../messages.zh.ts';
import { numbersIn } from '../rules/remedies.ts';
import { lockApplication, selectByNumber } from '../store/applications.ts';
import { type RemedyCase, selectRemedyGroup } from '../store/remedies.ts';

/** The other applications of the office one case is about, by the numbers somebody typed. */
export async function applicationsNamed(
	tx: Tx,
	typed: string,
	about: { readonly field: string; readonly officeId: number; readonly applicationId: number },
): Promise<{ ids: number[]; issues: Issue[] }> {
	const ids = new Set<number>();
	const issues: Issue[] = [];
	for (const number of numbersIn(typed)) {
		const found = (await selectByNumber(tx, number)).find(({ officeId }) => officeId === about.officeId);
		if (!found) issues.push(issue('remedy.also', messages.remedyAlso(number), about.field));
		else if (found.id !== about.applicationId) ids.add(found.id);
	}
	return { ids: [...ids], issues };
}

/** Locks applications in one order, so that two clerks with the same case cannot wait for each other. */
export async function lockInOrder(tx: Tx, ids: readonly number[]): Promise<void> {
	for (const id of [...new Set(ids)].sort((a, b) => a - b)) await lockApplication(tx, scopeOf(tx.actor), id);
}

/** Every row one and the same case has, over however many applications. */
export async function groupOf(tx: Tx, { id, joinsId }: Pick<RemedyCase, 'id' | 'joinsId'>): Promise<RemedyCase[]> {
	return await selectRemedyGroup(tx, joinsId ?? id);
}
