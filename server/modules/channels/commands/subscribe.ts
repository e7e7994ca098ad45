import { randomBytes } from 'node:crypto';
import { AppError } from '../../../kernel/errors.ts';
import { issue } from '../../../kernel/issue.ts';
import type { Tx } from '../../../platform/transaction.ts';
import type { Sealed, Vault } from '../../../platform/vault/index.ts';
import { queueMessage } from '../../messaging/index.ts';
import { listOffices } from '../../offices/index.ts';
import { letters, messages } from '../messages.zh.ts';
import type { Subscription, Topic } from '../model.ts';
import { topicName } from '../queries/topics.ts';
import * as store from '../store/subscriptions.ts';

/** Of one address: so many at a time, and so many asked for in a day, so that nobody's box is filled by others. */
const MOST = { active: 10, asked: 5 };
const A_DAY = 86_400_000;
/** How long a link of a confirmation is good. */
export const CONFIRM_DAYS = 3;

function context(id: number): string {
	return `subscription ${id}`;
}

/** What only the subscriber knows. */
interface Reach {
	email: string;
	token: string;
}

export function openReach(vault: Vault, id: number, sealed: Sealed): Reach {
	return JSON.parse(vault.open(sealed, context(id)).toString('utf8')) as Reach;
}

export function tokenFingerprint(vault: Vault, token: string): string {
	return vault.fingerprint('subscription-token', token);
}

/** The office in whose name the county writes. @throws AppError `internal` in a county without one */
export async function countyOfficeId(tx: Tx): Promise<number> {
	const county = (await listOffices(tx)).find(({ kind }) => kind === 'county');
	if (!county) throw new AppError('internal', { detail: 'no county office' });
	return county.id;
}

/**
 * Takes a wish and writes to the address given: it counts once its owner says so. An address that has the very same is left in
 * peace, and whoever asks is not told. @throws AppError `invalid` beyond the limits
 */
export async function subscribe(
	tx: Tx,
	vault: Vault,
	{ email, origin, ...topic }: Topic & { email: string; origin: string },
): Promise<void> {
	const address = vault.fingerprint('subscription-address', email.toLowerCase());
	await store.lockAddress(tx, address);
	tx.about({ type: 'subscription', summary: '提交订阅' });
	if (await store.sameSubscription(tx, address, topic)) return;
	const use = await store.addressUse(tx, address, new Date(tx.now.getTime() - A_DAY));
	if (use.active >= MOST.active || use.asked >= MOST.asked)
		throw new AppError('invalid', { issues: [issue('subscription.tooMany', messages.tooMany, 'email')] });
	const token = randomBytes(24).toString('base64url');
	const reach: Reach = { email, token };
	const fingerprints = { address, token: tokenFingerprint(vault, token) };
	const id = await store.insertSubscription(tx, topic, fingerprints, (own) =>
		vault.seal(Buffer.from(JSON.stringify(reach)), context(own)),
	);
	await queueMessage(tx, vault, {
		officeId: await countyOfficeId(tx),
		channel: 'mail',
		purpose: 'subscription',
		about: { type: 'subscription', id },
		cause: `subscription:${id}`,
		to: email,
		...letters.confirm(await topicName(tx, topic), `${origin}/subscribe/confirm?token=${token}`, CONFIRM_DAYS),
	});
}

/** Its owner says yes. Twice is once. @throws AppError `conflict` for a link that is none or is over */
export async function confirmSubscription(tx: Tx, vault: Vault, token: string): Promise<Subscription> {
	const found = await store.lockByToken(tx, tokenFingerprint(vault, token));
	if (!found || found.state === 'ended' || isStale(found, tx.now))
		throw new AppError('conflict', { message: messages.wrongLink });
	if (found.state === 'pending') await store.confirm(tx, found.id);
	tx.about({ type: 'subscription', id: found.id, summary: '确认订阅' });
	return found;
}

export function isStale({ state, createdAt }: Pick<Subscription, 'state' | 'createdAt'>, now: Date): boolean {
	return state === 'pending' && createdAt.getTime() < now.getTime() - CONFIRM_DAYS * A_DAY;
}

/** Ends it and forgets the address. Twice is once. */
export async function endSubscription(tx: Tx, vault: Vault, token: string): Promise<void> {
	const found = await store.lockByToken(tx, tokenFingerprint(vault, token));
	if (!found) throw new AppError('conflict', { message: messages.wrongLink });
	if (found.state !== 'ended') await store.end(tx, [found.id]);
	tx.about({ type: 'subscription', id: found.id, summary: '退订' });
}
