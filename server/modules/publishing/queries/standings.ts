import type { Reader } from '../../../platform/transaction.ts';
import { validityOn } from '../rules/validity.ts';
import { selectPublicationsByIds } from '../store/by-ids.ts';
import { selectValidities } from '../store/history.ts';
import type { Validity } from '../types.ts';

/** What a public document is worth today, since when it is worth nothing more, and whose it is. */
export interface Standing {
	officeId: number;
	publishedAt: Date;
	validity: Validity;
	/** First day of 废止, day after the last of validity; null while it is valid. */
	endedOn: string | null;
}

/** Of several public documents at once, by id; one that is not public is missing. */
export async function standings(reader: Reader, ids: readonly number[]): Promise<Map<number, Standing>> {
	const rows = await selectPublicationsByIds(reader, ids);
	const marks = await selectValidities(reader, ids);
	return new Map(
		rows.map(({ documentId, officeId, publishedAt, expiresOn }) => {
			const own = marks.get(documentId) ?? [];
			const validity = validityOn(own, expiresOn, reader.today);
			const mark = own.findLast((one) => one.validity === validity && one.onDay <= reader.today);
			const isEnded = validity === 'repealed' || validity === 'expired';
			return [documentId, { officeId, publishedAt, validity, endedOn: isEnded ? (mark?.onDay ?? expiresOn) : null }];
		}),
	);
}
