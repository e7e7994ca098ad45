import { issue } from '../../../kernel/issue.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { countySettings } from '../../offices/index.ts';
import { messages } from '../messages.zh.ts';
import { checkPublicTitle } from '../rules/public-title.ts';
import { endListing, putListing } from '../store/listings.ts';
import { carryOut, openCase, refuseIf } from './move.ts';

/** Pages made of the list. */
export const LISTING_TAG = 'answers';

/** 列入答复情况公示, where the county shows one: under words of its own, without number and without who asked. */
export async function listAnswer(tx: Tx, input: { id: number; title: string }): Promise<void> {
	const { record, move } = await openCase(tx, input.id, 'listAnswer');
	const { applications } = await countySettings(tx);
	refuseIf(applications.answersShown ? [] : [issue('listing.off', messages.listingOff)]);
	const title = input.title.trim();
	refuseIf(checkPublicTitle(title));
	await putListing(tx, input.id, record.application.officeId, title);
	await carryOut(tx, record, move, { data: { title }, entry: messages.listed(title) });
	tx.invalidate(LISTING_TAG);
}

/** Takes it out again, with a reason. */
export async function unlistAnswer(tx: Tx, input: { id: number; reason: string }): Promise<void> {
	const { record, move } = await openCase(tx, input.id, 'unlistAnswer');
	const reason = input.reason.trim();
	refuseIf(reason === '' ? [issue('listing.reason', messages.unlistReason, 'reason')] : []);
	await endListing(tx, input.id);
	await carryOut(tx, record, move, { data: { reason }, entry: messages.unlisted(reason) });
	tx.invalidate(LISTING_TAG);
}
