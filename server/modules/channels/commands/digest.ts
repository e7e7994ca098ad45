import type { Tx } from '../../../platform/transaction.ts';
import type { Vault } from '../../../platform/vault/index.ts';
import { queueMessage } from '../../messaging/index.ts';
import { listOffices } from '../../offices/index.ts';
import { newestDocuments, type Publication, publicDocumentsOf, searchDocuments } from '../../publishing/index.ts';
import { letters } from '../messages.zh.ts';
import type { Topic } from '../model.ts';
import { documentUrl } from '../queries/material.ts';
import { topicName } from '../queries/topics.ts';
import * as store from '../store/subscriptions.ts';
import { CONFIRM_DAYS, countyOfficeId, openReach } from './subscribe.ts';

/** Most documents one mail names; the others come the next day. */
const MOST = 50;
/** As far back as a mail looks. */
const NEWEST = 300;
/** Pages of a search that are looked at. */
const PAGES = 3;
export const BATCH = 100;
const A_DAY = 86_400_000;

/** Ends what nobody confirmed in time, so that the addresses of those who never answered do not stay. */
export async function endUnconfirmed(tx: Tx): Promise<void> {
	const before = new Date(tx.now.getTime() - CONFIRM_DAYS * A_DAY);
	await store.end(tx, await store.unconfirmedBefore(tx, before));
}

/**
 * The mails of some subscriptions after an id: what became public since they began, is public now, and was not told them before.
 * Queued and noted together: a run that dies did nothing, a run after it nothing twice. Answers the last id, null at the end.
 */
export async function digestBatch(tx: Tx, vault: Vault, origin: string, after: number): Promise<number | null> {
	const found = await store.activeAfter(tx, after, BATCH);
	if (found.length === 0) return null;
	const newest = newestBy(tx);
	const officeId = await countyOfficeId(tx);
	const offices = new Map((await listOffices(tx, { merged: true })).map(({ id, shortName }) => [id, shortName]));
	let mails = 0;
	for (const subscription of found) {
		const sealed = await store.lockSealed(tx, subscription.id);
		if (!sealed) continue;
		const fresh = (await newest(subscription)).filter(({ publishedAt }) => publishedAt > subscription.confirmedAt);
		const ids = fresh.map(({ documentId }) => documentId);
		const told = await store.sentBefore(tx, subscription.id, ids);
		const rows = fresh.filter(({ documentId }) => !told.has(documentId)).slice(0, MOST);
		if (rows.length === 0) continue;
		const { email, token } = openReach(vault, subscription.id, sealed);
		const lines = rows.map((row) => ({
			title: row.title,
			office: offices.get(row.officeId) ?? '',
			url: documentUrl(origin, row.documentId),
		}));
		const written = letters.digest(await topicName(tx, subscription), lines, `${origin}/subscribe/end?token=${token}`);
		const about = { type: 'subscription', id: subscription.id };
		const cause = `digest:${subscription.id}:${tx.today}`;
		const message = {
			officeId,
			channel: 'mail' as const,
			purpose: 'digest' as const,
			about,
			cause,
			to: email,
			...written,
		};
		if (!(await queueMessage(tx, vault, message))) continue;
		await store.noteSent(
			tx,
			subscription.id,
			rows.map(({ documentId }) => documentId),
		);
		mails += 1;
	}
	tx.about({ type: 'subscription', summary: `发送订阅邮件：${mails}封` });
	return found.length === BATCH ? (found.at(-1)?.id ?? null) : null;
}

/** Many subscribe to the same: each topic is looked up once a batch. */
function newestBy(tx: Tx): (topic: Topic) => Promise<Publication[]> {
	const known = new Map<string, Promise<Publication[]>>();
	return async ({ officeId, columnSlug, words }) => {
		const key = JSON.stringify([officeId, columnSlug, words]);
		const made = known.get(key) ?? newestOn(tx, { officeId, columnSlug, words });
		known.set(key, made);
		return await made;
	};
}

async function newestOn(tx: Tx, { officeId, columnSlug, words }: Topic): Promise<Publication[]> {
	const slug = columnSlug || undefined;
	if (words === '') {
		const filter = { columnSlug: slug };
		return officeId === null
			? await newestDocuments(tx, filter, NEWEST)
			: await publicDocumentsOf(tx, officeId, filter, { limit: NEWEST });
	}
	const rows: Publication[] = [];
	for (let page = 1; page <= PAGES; page += 1) {
		const request = { text: words, officeId: officeId ?? undefined, columnSlug: slug, order: 'date' as const, page };
		const answer = await searchDocuments(tx, request);
		rows.push(...answer.rows);
		if (page >= answer.pages) break;
	}
	return rows;
}
