import { scopeOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { type Context, reader, type Tx, transact } from '../../../platform/transaction.ts';
import { readConsultationFiles } from '../../participation/index.ts';
import { messages } from '../messages.zh.ts';
import { gatherFacts } from '../queries/facts.ts';
import { monitorRule } from '../rules/index.ts';
import { insertStep, lockItem, selectItem } from '../store/rectifications.ts';
import { clearFindings, selectFindings, selectSameMatter } from '../store/rounds.ts';
import type { RoundHouse } from './run-round.ts';
import { scanNewEditions } from './scan-editions.ts';

/**
 * Asks the rule of a matter again, about its office alone, and notes on the matter what it said. A finding that is gone is
 * cleared: the matter can be closed without waiting for the night. @throws AppError `notFound`, `invalid` where no rule looks
 */
export async function recheckItem(
	context: Context,
	{ portal, files }: RoundHouse,
	id: number,
): Promise<{ isStillFound: boolean }> {
	const read = reader(context);
	const item = await selectItem(read, scopeOf(read.actor), id);
	if (!item) throw new AppError('notFound');
	const rule = monitorRule(item.rule);
	const [finding] =
		item.findingId === null ? [] : await selectFindings(read, { kind: 'all' }, { ids: [item.findingId], all: true });
	if (!rule || !finding) throw new AppError('invalid', { message: messages.byHand });
	// The facts of an office are those of the whole county: seen with the house's eyes, told of this matter alone.
	const whole = { ...read, actor: { kind: 'system' as const, name: '复查' } };
	await scanNewEditions(whole);
	await readConsultationFiles(whole, files);
	const facts = (await gatherFacts(whole, portal.ask)).find(({ office }) => office.id === item.officeId);
	const isStillFound = facts ? rule.check(facts).some(({ subject }) => subject === finding.subject) : false;
	await transact(context, async (tx) => {
		const locked = await lockItem(tx, scopeOf(tx.actor), id);
		if (!locked) throw new AppError('notFound');
		if (!isStillFound) await clearMatter(tx, finding.id);
		await insertStep(tx, id, 'recheck', isStillFound ? messages.seenAgain : messages.seenNoMore);
		const about = { type: 'rectificationItem', id, officeId: item.officeId };
		await tx.timeline(about, 'recheck', { isStillFound });
		tx.about({ ...about, summary: `复查：${item.message}` });
	});
	return { isStillFound };
}

/** Gone is the matter, also where it had come back as a newer finding. */
async function clearMatter(tx: Tx, findingId: number): Promise<void> {
	const ids = (await selectSameMatter(tx, [findingId])).get(findingId) ?? [];
	const open = await selectFindings(tx, { kind: 'all' }, { ids });
	await clearFindings(
		tx,
		open.map(({ id }) => id),
	);
}
