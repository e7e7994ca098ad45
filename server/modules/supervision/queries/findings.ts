import { scopeOf } from '../../../kernel/actor.ts';
import type { Reader } from '../../../platform/transaction.ts';
import type { Finding } from '../model.ts';
import { selectFindings } from '../store/rounds.ts';

/** Findings the newest round still sees, of these rules, as far as the reader's scope goes: what an evaluation counts. */
export async function openFindings(reader: Reader, rules: readonly string[]): Promise<Finding[]> {
	const found = await selectFindings(reader, scopeOf(reader.actor), {});
	return found.filter(({ rule }) => rules.includes(rule));
}

/** One finding in scope, whether it is still seen or gone; null when there is none. */
export async function findingById(reader: Reader, id: number): Promise<Finding | null> {
	const [finding] = await selectFindings(reader, scopeOf(reader.actor), { ids: [id], all: true });
	return finding ?? null;
}
