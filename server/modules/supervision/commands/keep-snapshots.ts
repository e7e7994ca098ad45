import { noteFile } from '../../../platform/files.ts';
import { type Context, reader, transact } from '../../../platform/transaction.ts';
import type { ServedPage } from '../../../portal/door.ts';
import { maskMarkup } from '../../publishing/index.ts';
import { insertSnapshot, selectWithoutSnapshot } from '../store/snapshots.ts';
import type { RoundHouse } from './run-round.ts';

const MOST_BYTES = 8 * 1024 * 1024;

/**
 * Keeps the public page of every open finding that has none yet, as everybody got it at that moment. Personal data is masked:
 * what must not be public is no reason to store it once more. At most `most` pages, those of the gravest findings first; the
 * others wait for the next round. Answers how many were kept.
 */
export async function keepSnapshots(context: Context, { portal, files }: RoundHouse, most: number): Promise<number> {
	const wanted = await selectWithoutSnapshot(reader(context), most);
	let kept = 0;
	for (const { path, findingIds } of wanted) {
		const page = await portal.ask(path);
		if (page?.status !== 200 || !page.mediaType.startsWith('text/html')) continue;
		const { bytes, masked } = masking(page);
		const file = await files.put(bytes, MOST_BYTES);
		await transact(context, async (tx) => {
			await noteFile(tx.sql, { ...file, mediaType: 'text/html' });
			for (const findingId of findingIds)
				await insertSnapshot(tx, { findingId, path, sha256: file.sha256, size: file.size, masked });
			tx.about({ type: 'monitorSnapshot', summary: `网页快照${path}` });
		});
		kept += 1;
	}
	return kept;
}

function masking({ body }: ServedPage): { bytes: Buffer; masked: number } {
	const { markup, count } = maskMarkup(body.toString());
	return { bytes: count > 0 ? Buffer.from(markup) : body, masked: count };
}
